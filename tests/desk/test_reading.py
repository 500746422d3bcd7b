"""The reading page, without scripts."""

from dataclasses import replace

import pytest
from django.test import Client
from tests.desk.conftest import Colleagues, LogIn
from tests.house import LETTER, Fixed, an_account

from heard.procedures.accept_draft import accept_draft
from heard.procedures.read_account import read_account
from heard.reading.draft import Draft
from heard.reading.text import Text
from heard.records.queries import claims, drafts
from heard.records.queries.pages import Decided, DraftLine
from heard.terms.saying import Kind, Role

VICTIM = {"role_0": "victim", "words_0": "Tural Kərimov"}
NUMBER = {"role_0": "n", "words_0": "3"}


@pytest.fixture
def client(log_in: LogIn, colleagues: Colleagues) -> Client:
    return log_in(colleagues.aysel)


def lines(colleagues: Colleagues, account: str) -> tuple[DraftLine, ...]:
    return drafts.drafts(colleagues.aysel, account).drafts


def read(client: Client, account: str, **query: str) -> str:
    response = client.get(f"/read/{account}/", query)
    assert response.status_code == 200
    return response.content.decode()


def edited(draft: DraftLine, **changes: str) -> dict[str, str]:
    """What the form of a draft sends when only `changes` are made."""
    said = draft.draft
    parts = {f"argument_{at}": one.quote.text for at, one in enumerate(said.arguments)}
    what = f"{said.kind.value}.{said.type}"
    form = {"expected": "0", "what": what, "polarity": said.polarity.value, "evidence": said.evidence.text}
    return form | parts | changes


def test_the_drafts_stand_in_the_order_of_the_text(client: Client, read_letter: str):
    page = read(client, read_letter)

    assert page.index("Draft 1 of 3") < page.index(">2 · status") < page.index(">3 · act")


def test_accepting_makes_a_claim_and_goes_on_to_the_next(client: Client, colleagues: Colleagues, read_letter: str):
    first, second, _third = lines(colleagues, read_letter)

    response = client.post(f"/read/{read_letter}/{first.key}/accept/", {"expected": 0})

    assert response.headers["Location"].startswith(f"/read/{read_letter}/?draft={second.key}")
    assert len(claims.claims_of_account(colleagues.aysel, read_letter)) == 1


def test_rejecting_needs_a_reason(client: Client, colleagues: Colleagues, read_letter: str):
    first = lines(colleagues, read_letter)[0]

    refused = client.post(f"/read/{read_letter}/{first.key}/reject/", {"expected": 0, "reason": " "})
    assert refused.status_code == 422
    client.post(f"/read/{read_letter}/{first.key}/reject/", {"expected": 0, "reason": "It was said of another day."})

    assert lines(colleagues, read_letter)[0].decided is Decided.REJECTED


def test_a_part_can_be_changed_to_other_words_of_the_document(client: Client, colleagues: Colleagues, read_letter: str):
    strike = lines(colleagues, read_letter)[1]

    client.post(f"/read/{read_letter}/{strike.key}/edit/", edited(strike, argument_0="Tural Kərimov"))

    (claim,) = claims.claims_of_account(colleagues.aysel, read_letter)
    assert claim.claim.first(Role.PERSON).quote.text == "Tural Kərimov"
    assert claim.claim.first(Role.DATE).value == "2024-03-05"


def test_the_value_of_a_changed_part_is_worked_out_again(client: Client, colleagues: Colleagues, read_letter: str):
    strike = lines(colleagues, read_letter)[1]

    client.post(f"/read/{read_letter}/{strike.key}/edit/", edited(strike, argument_1="3 March 2024"))

    (claim,) = claims.claims_of_account(colleagues.aysel, read_letter)
    assert claim.claim.first(Role.DATE).value == "2024-03-03"


def test_words_that_do_not_stand_in_the_document_are_refused_at_their_field(
    client: Client, colleagues: Colleagues, read_letter: str
):
    strike = lines(colleagues, read_letter)[1]

    page = client.post(f"/read/{read_letter}/{strike.key}/edit/", edited(strike, argument_0="Somebody Else"))

    assert page.status_code == 422
    assert "These words do not stand in the document" in page.content.decode()
    assert claims.claims_of_account(colleagues.aysel, read_letter) == ()


def test_a_part_can_be_added(client: Client, colleagues: Colleagues, read_letter: str):
    strike = lines(colleagues, read_letter)[1]
    added = edited(strike, role_0="place", words_0="Qaradağ prison")

    client.post(f"/read/{read_letter}/{strike.key}/edit/", added)

    (claim,) = claims.claims_of_account(colleagues.aysel, read_letter)
    assert claim.claim.first(Role.PLACE).quote.text == "Qaradağ prison"


def test_undo_opens_the_draft_again(client: Client, colleagues: Colleagues, read_letter: str):
    first = lines(colleagues, read_letter)[0]
    client.post(f"/read/{read_letter}/{first.key}/accept/", {"expected": 0})

    client.post(f"/read/{read_letter}/{first.key}/undo/", {"expected": 1})

    assert lines(colleagues, read_letter)[0].decided is Decided.OPEN
    assert claims.claims_of_account(colleagues.aysel, read_letter) == ()


def test_two_people_deciding_the_same_draft_the_second_is_shown_the_first(
    client: Client, colleagues: Colleagues, read_letter: str
):
    first = lines(colleagues, read_letter)[0]
    accept_draft(by=colleagues.orxan, draft=first.key, expected=0)

    page = client.post(f"/read/{read_letter}/{first.key}/reject/", {"expected": 0, "reason": "No."})

    assert page.status_code == 409
    text = page.content.decode()
    assert "A colleague decided first" in text
    assert "Orxan Vəliyev" in text
    assert lines(colleagues, read_letter)[0].decided is Decided.ACCEPTED


def test_a_claim_is_added_by_typing_how_its_words_begin(client: Client, colleagues: Colleagues, read_letter: str):
    form = {"begins": "The prison service denied", "what": "act.impunity", "polarity": "asserted"} | VICTIM

    client.post(f"/read/{read_letter}/add/", form)

    (line,) = claims.claims_of_account(colleagues.aysel, read_letter)
    assert line.claim.evidence.text == "The prison service denied that Tural Kərimov was beaten."
    assert line.claim.made_by == "person"


def test_a_claim_is_added_from_the_exact_characters_selected(client: Client, colleagues: Colleagues, read_letter: str):
    start = LETTER.index("was beaten", 20)
    form = {"begins": "was beaten", "start": start, "end": start + 10, "what": "act.beating"}
    form |= {"polarity": "asserted"} | VICTIM

    client.post(f"/read/{read_letter}/add/", form)

    (line,) = claims.claims_of_account(colleagues.aysel, read_letter)
    assert line.claim.evidence.start == start


def test_a_count_has_no_type(client: Client, colleagues: Colleagues, read_letter: str):
    client.post(f"/read/{read_letter}/add/", {"begins": "3 March", "what": "count", "polarity": "asserted"} | NUMBER)

    (line,) = claims.claims_of_account(colleagues.aysel, read_letter)
    assert (line.claim.kind, line.claim.type) == (Kind.COUNT, "")


def test_the_end_says_what_was_decided(client: Client, colleagues: Colleagues, read_letter: str):
    for draft in lines(colleagues, read_letter):
        client.post(f"/read/{read_letter}/{draft.key}/accept/", {"expected": 0})

    page = read(client, read_letter)

    assert "Every draft of this account is decided." in page
    assert "Accepted: 3." in page


class Hurting(Fixed):
    """Proposes that the first sentence tells of torture, and of a beating."""

    def read(self, text: Text) -> tuple[Draft, ...]:
        said = super().read(text)[0]
        return (said, replace(said, type="torture"))


def test_graphic_passages_are_veiled_until_asked_for(client: Client, colleagues: Colleagues):
    account = an_account(by=colleagues.aysel)
    read_account(by=colleagues.aysel, account=account, reader=Hurting())

    veiled = read(client, account)
    client.post(f"/read/{account}/veil/", {"show": "1"})
    shown = read(client, account)

    assert "graphic passage, veiled" in veiled
    assert "Graphic words. Show them" in veiled
    assert "graphic passage, veiled" not in shown
    assert "was beaten in Qaradağ prison" in shown


def test_the_page_of_an_account_without_drafts_offers_to_have_them_proposed(client: Client, colleagues: Colleagues):
    account = an_account(by=colleagues.aysel)
    assert "No drafts yet" in read(client, account)

    client.post(f"/read/{account}/propose/")

    assert lines(colleagues, account)


@pytest.mark.parametrize(("what", "needed"), [("act.beating", "victim"), ("status.hunger_strike", "person")])
def test_a_claim_with_no_part_is_refused_at_its_field_and_nothing_typed_is_lost(
    client: Client, colleagues: Colleagues, read_letter: str, what: str, needed: str
):
    form = {"begins": "The prison service denied", "what": what, "polarity": "denied"}

    response = client.post(f"/read/{read_letter}/add/", form)

    page = response.content.decode()
    assert response.status_code == 422
    assert f"Give one of these: {needed}" in page
    assert "The prison service denied</textarea>" in page
    assert claims.claims_of_account(colleagues.aysel, read_letter) == ()


def test_words_of_a_part_that_is_not_named_are_not_dropped(client: Client, colleagues: Colleagues, read_letter: str):
    form = {"begins": "The prison service denied", "what": "act.beating", "polarity": "denied"}

    response = client.post(f"/read/{read_letter}/add/", form | {"words_0": "Tural Kərimov"})

    assert response.status_code == 422
    assert "Say what these words are to the claim." in response.content.decode()
    assert claims.claims_of_account(colleagues.aysel, read_letter) == ()


def test_no_kind_of_claim_is_preset(client: Client, colleagues: Colleagues, read_letter: str):
    form = {"begins": "The prison service denied", "what": "", "polarity": "denied"} | VICTIM

    assert '<option value="" selected>choose</option>' in read(client, read_letter)
    assert client.post(f"/read/{read_letter}/add/", form).status_code == 422


def test_an_edited_draft_is_listed_as_the_claim_now_stands(client: Client, colleagues: Colleagues, read_letter: str):
    first, strike, _third = lines(colleagues, read_letter)

    client.post(f"/read/{read_letter}/{strike.key}/edit/", edited(strike, argument_1="3 March 2024"))

    entry = read(client, read_letter, draft=first.key).split(f'data-draft="{strike.key}"')[1].split("</li>")[0]
    assert "accepted with changes" in entry
    assert "3 March 2024" in entry
    assert "5 March 2024" not in entry


def test_a_claim_added_by_hand_is_lit_listed_in_its_place_and_counted(
    client: Client, colleagues: Colleagues, read_letter: str
):
    form = {"begins": "hunger strike", "ends": "strike", "what": "act.ill_treatment", "polarity": "asserted"} | VICTIM

    client.post(f"/read/{read_letter}/add/", form)

    page = read(client, read_letter)
    (line,) = claims.claims_of_account(colleagues.aysel, read_letter)
    listed = page.index(f'data-draft="{line.claim.key}"')
    _first, strike, third = lines(colleagues, read_letter)
    assert "One claim added by hand" in page
    assert page.index(f'data-draft="{strike.key}"') < listed < page.index(f'data-draft="{third.key}"')
    assert f'{line.claim.key}">' in page[: page.index("draft-list")]


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "1 of 3 drafts waits"), ("az", "gözləyən qaralamalar: 1 / 3"), ("ru", "ждёт 1 из 3")],
)
def test_lists_say_how_many_drafts_wait(
    client: Client, colleagues: Colleagues, read_letter: str, language: str, words: str
):
    for draft in lines(colleagues, read_letter)[:2]:
        accept_draft(by=colleagues.aysel, draft=draft.key, expected=0)
    client.cookies["django_language"] = language

    assert words in client.get("/").content.decode()
    assert words in client.get("/read/").content.decode()
