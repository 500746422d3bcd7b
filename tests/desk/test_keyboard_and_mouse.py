"""The reading page in a real browser: by keyboard, by mouse, without scripts, and with two people at once."""

import pytest
from playwright.sync_api import Page, expect
from tests.desk.conftest import Colleagues, TakeSeat

from heard.records.queries import claims, drafts
from heard.records.queries.pages import Decided
from heard.terms.saying import Role

pytestmark = pytest.mark.django_db(transaction=True)


def decided(colleagues: Colleagues, account: str) -> list[Decided]:
    return [line.decided for line in drafts.drafts(colleagues.aysel, account).drafts]


def is_at(page: Page, number: int) -> None:
    expect(page.locator("#current-title")).to_contain_text(f"Draft {number} of 3")


def select_words(page: Page, words: str) -> None:
    """Select words of the document as a mouse would."""
    page.evaluate(
        """(words) => {
          const walk = document.createTreeWalker(document.getElementById("document"), NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const at = walk.currentNode.data.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(walk.currentNode, at);
            range.setEnd(walk.currentNode, at + words.length);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            return;
          }
          throw new Error("not found");
        }""",
        words,
    )


def test_by_keyboard(take_seat: TakeSeat, colleagues: Colleagues, read_letter: str):
    seat = take_seat(colleagues.aysel)
    page = seat.open(f"/read/{read_letter}/")
    is_at(page, 1)

    page.keyboard.press("j")
    is_at(page, 2)
    page.keyboard.press("k")
    is_at(page, 1)
    page.keyboard.press("a")
    is_at(page, 2)
    expect(page.get_by_role("status").first).to_contain_text("1 of 3 decided")

    page.keyboard.press("e")
    field = page.get_by_label("person", exact=True)
    expect(field).to_be_focused()
    field.fill("Tural Kərimov")
    field.press("Enter")
    is_at(page, 3)

    page.keyboard.press("r")
    page.keyboard.type("Told of another day.")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Every draft of this account is decided.")).to_be_visible()
    assert decided(colleagues, read_letter) == [Decided.ACCEPTED, Decided.EDITED, Decided.REJECTED]

    page.keyboard.press("u")
    expect(page.get_by_text("Taken back. The draft waits again.")).to_be_visible()
    assert decided(colleagues, read_letter)[2] is Decided.OPEN
    assert (
        claims.claims_of_account(colleagues.aysel, read_letter)[1].claim.first(Role.PERSON).quote.text
        == "Tural Kərimov"
    )
    assert seat.troubles == []


def say_who(page: Page, victim: str) -> None:
    """Give the claim that is being added its one part: a claim about nobody is not taken."""
    page.locator("#new-claim [name=role_0]").select_option("victim")
    page.locator("#new-claim [name=words_0]").fill(victim)


def test_a_claim_from_a_selection(take_seat: TakeSeat, colleagues: Colleagues, read_letter: str):
    page = take_seat(colleagues.aysel).open(f"/read/{read_letter}/")
    is_at(page, 1)

    select_words(page, "has been on hunger strike")
    page.keyboard.press("n")
    page.locator("#new-claim").get_by_label("What", exact=True).select_option("act.denial_of_medical_care")
    say_who(page, "Kərimov")
    page.get_by_role("button", name="Record the claim").click()

    expect(page.get_by_text("The claim is recorded.")).to_be_visible()
    (line,) = claims.claims_of_account(colleagues.aysel, read_letter)
    assert line.claim.evidence.text == "has been on hunger strike"


def test_the_keys_are_listed_and_can_be_turned_off(take_seat: TakeSeat, colleagues: Colleagues, read_letter: str):
    page = take_seat(colleagues.aysel).open(f"/read/{read_letter}/")
    is_at(page, 1)

    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("accept")
    page.get_by_label("Turn single keys off on this device").check()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("a")

    page.wait_for_timeout(200)
    assert decided(colleagues, read_letter) == [Decided.OPEN] * 3


def test_by_mouse(take_seat: TakeSeat, colleagues: Colleagues, read_letter: str):
    page = take_seat(colleagues.aysel, viewport={"width": 1280, "height": 800}).open(f"/read/{read_letter}/")
    is_at(page, 1)

    page.get_by_text("has been on hunger strike since").first.click()
    is_at(page, 2)
    ringed = page.locator("mark.now")
    expect(ringed.first).to_contain_text("Kərimov has been on hunger strike")

    page.locator(".draft.now .part[data-field=argument_1]").click()
    expect(page.locator("[name=argument_1]")).to_be_focused()
    page.locator("#drafts").get_by_role("button", name="Accept", exact=False).first.click()
    is_at(page, 3)
    expect(page.locator("mark.settled")).to_contain_text("Kərimov has been on hunger strike")


def test_a_part_whose_words_stand_nowhere_keeps_what_was_typed(
    take_seat: TakeSeat, colleagues: Colleagues, read_letter: str
):
    page = take_seat(colleagues.aysel).open(f"/read/{read_letter}/")
    is_at(page, 1)

    page.keyboard.press("e")
    field = page.get_by_label("place", exact=True)
    field.fill("Qobustan prison")
    field.press("Enter")

    expect(field).to_be_focused()
    expect(field).to_have_value("Qobustan prison")
    expect(page.get_by_role("alert")).to_contain_text("These words do not stand in the document")


def test_without_scripts(take_seat: TakeSeat, colleagues: Colleagues, read_letter: str):
    page = take_seat(colleagues.aysel, java_script_enabled=False).open(f"/read/{read_letter}/")
    is_at(page, 1)

    page.get_by_role("button", name="Accept", exact=True).click()
    is_at(page, 2)
    page.get_by_role("link", name="3 · act").click()
    is_at(page, 3)
    page.locator("summary", has_text="Reject with a reason").click()
    page.get_by_label("Why is this not what the account says?").fill("It is denied elsewhere.")
    page.get_by_role("button", name="Reject", exact=True).click()
    is_at(page, 2)
    page.get_by_role("button", name="Undo").click()
    page.locator("summary", has_text="Add a claim the program missed").click()
    page.get_by_label("The quoted words, or how they begin").fill("The prison service denied")
    page.locator("#new-claim").get_by_label("What", exact=True).select_option("act.impunity")
    say_who(page, "Tural Kərimov")
    page.get_by_role("button", name="Record the claim").click()

    expect(page.get_by_text("The claim is recorded.")).to_be_visible()
    assert decided(colleagues, read_letter) == [Decided.ACCEPTED, Decided.OPEN, Decided.OPEN]
    assert len(claims.claims_of_account(colleagues.aysel, read_letter)) == 2


def test_two_people_at_the_same_draft(take_seat: TakeSeat, colleagues: Colleagues, read_letter: str):
    one = take_seat(colleagues.aysel).open(f"/read/{read_letter}/")
    other = take_seat(colleagues.orxan).open(f"/read/{read_letter}/")
    is_at(one, 1)
    is_at(other, 1)

    one.keyboard.press("a")
    is_at(one, 2)
    other.keyboard.press("a")

    expect(other.get_by_role("alert")).to_contain_text("A colleague decided first")
    expect(other.locator(".draft.now")).to_contain_text("Aysel Rzayeva")
    assert decided(colleagues, read_letter) == [Decided.ACCEPTED, Decided.OPEN, Decided.OPEN]
