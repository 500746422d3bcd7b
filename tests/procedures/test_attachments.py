"""What is attached to a letter is an account of its own, kept with it and destroyed with it."""

import pytest
from tests.house import AYSEL, LETTER, Fixed, a_source, letter
from tests.story.bad_files import PNG, mail

from heard.desk.engines import extractor
from heard.procedures.keep_account import Kept, keep_account
from heard.procedures.read_account import read_kept
from heard.procedures.resume_pending import resume_pending
from heard.procedures.shred_exhibit import shred_exhibit
from heard.procedures.take_text import MOST_ATTACHED
from heard.reading.extract import Extraction
from heard.records import exhibits
from heard.records import models as tables
from heard.records.derive.whole import differences
from heard.records.queries.accounts import account_page
from heard.records.queries.pages import AccountPage, State
from heard.records.rehash import rehash
from heard.records.shelf.attachments import DEEPEST
from heard.register.account import Account
from heard.register.attached import LONGEST, attached_title
from heard.terms.errors import NotFound

pytestmark = pytest.mark.django_db


def keep(content: bytes, extract: object = None, **more: str) -> Kept:
    return keep_account(
        by=AYSEL,
        content=content,
        file_name="letter.eml",
        media_type="message/rfc822",
        source=a_source(),
        title=more.pop("title", "A letter"),
        extract=extract or extractor(),  # type: ignore[arg-type]
        **more,  # type: ignore[arg-type]
    )


def page(account: str) -> AccountPage:
    return account_page(AYSEL, account)


def original(account: Account) -> bytes:
    return b"".join(exhibits.read(account.exhibit.key))


class Holding:
    """Takes a text and files out, without opening anything."""

    name = "holding 1"

    def __init__(self, *attachments: tuple[str, bytes]) -> None:
        self.attachments = attachments

    def __call__(self, content: bytes, *, file_name: str) -> Extraction:
        inside = self.attachments if file_name == "letter.eml" else ()
        return Extraction(text=letter(), media_type="message/rfc822", attachments=inside)


def test_each_attachment_is_kept_byte_for_byte_with_the_same_source_and_date() -> None:
    kept = keep(mail(("list.txt", LETTER.encode()), ("photo.png", PNG)), told="2024-03")

    outer = page(kept.account)
    first, second = (page(one.account) for one in kept.attached)
    assert [one.account.title for one in (first, second)] == [
        "list.txt — attached to A letter",
        "photo.png — attached to A letter",
    ]
    assert [original(one.account) for one in (first, second)] == [LETTER.encode(), PNG]
    assert {one.account.source for one in (outer, first, second)} == {outer.account.source}
    assert {one.account.told for one in (outer, first, second)} == {"2024-03"}
    assert [line.key for line in outer.attached] == [first.account.key, second.account.key]
    assert first.within is not None
    assert first.within.key == outer.account.key
    assert "attachments 2" in outer.notes


def test_one_that_cannot_be_read_is_kept_all_the_same_and_said() -> None:
    kept = keep(mail(("photo.png", PNG)))

    (photo,) = kept.attached
    assert (kept.unreadable, photo.unreadable) == ("", "UnknownForm")
    assert page(photo.account).state is State.UNREADABLE
    assert original(page(photo.account).account) == PNG


def test_each_is_read_in_turn() -> None:
    kept = keep(mail(("list.txt", LETTER.encode()), ("photo.png", PNG), words=LETTER))

    class Reader(Fixed):
        def read(self, text):  # type: ignore[no-untyped-def]
            return super().read(text) if text.content == LETTER else ()

        def names(self, text):  # type: ignore[no-untyped-def]
            return ()

    assert read_kept(kept, by=AYSEL, reader=Reader()) == 3
    assert page(kept.attached[0].account).drafts == 3


def test_letters_in_letters_are_opened_down_to_the_limit_and_no_further() -> None:
    content = mail(("last.txt", b"the innermost words\n"))
    for _depth in range(DEEPEST):
        content = mail(("inner.eml", content))

    kept = keep(content)

    for _depth in range(DEEPEST):
        (kept,) = kept.attached
    deepest = page(kept.account)
    assert deepest.attached == ()
    assert "attachments-unopened 1" in deepest.notes
    assert "attachments 1" not in deepest.notes
    assert b"last.txt" in original(deepest.account)
    assert tables.Account.objects.count() == 1 + DEEPEST


def test_more_than_the_limit_stay_inside_their_letter_and_that_is_said() -> None:
    kept = keep(b"a letter", Holding(*((f"{number}.txt", b"words") for number in range(MOST_ATTACHED + 1))))

    assert kept.attached == ()
    assert f"attachments-unopened {MOST_ATTACHED + 1}" in page(kept.account).notes


def test_an_attachment_without_a_byte_is_said() -> None:
    kept = keep(mail(("empty.txt", b""), ("list.txt", LETTER.encode())))

    assert [one.title for one in kept.attached] == ["list.txt — attached to A letter"]
    assert "attachments-empty 1" in page(kept.account).notes


def test_a_letter_without_words_or_the_usual_headers_still_gives_up_what_it_holds() -> None:
    bare = mail(("list.txt", LETTER.encode()), words="\n")
    headers, _blank, rest = bare.partition(b"\n\n")
    kept = keep(b"\n".join(line for line in headers.split(b"\n") if line[:4] in (b"MIME", b"Cont")) + b"\n\n" + rest)

    assert [original(page(one.account).account) for one in kept.attached] == [LETTER.encode()]


def test_a_run_that_ends_while_attachments_are_kept_leaves_none_of_them_and_is_taken_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sealed = exhibits.seal_file

    def third_fails(content, *, item):  # type: ignore[no-untyped-def]
        if tables.ItemKey.objects.count() == 2:
            raise KeyboardInterrupt
        return sealed(content, item=item)

    two = Holding(("a.txt", b"one"), ("b.txt", b"two"))
    monkeypatch.setattr(exhibits, "seal_file", third_fails)
    with pytest.raises(KeyboardInterrupt):
        keep(b"a letter", two)
    monkeypatch.undo()

    assert tables.Account.objects.count() == tables.ItemKey.objects.count() == 1
    assert not tables.AccountText.objects.exists()
    (kept,) = resume_pending(by=AYSEL, extract=two)
    assert [original(page(one.account).account) for one in kept.attached] == [b"one", b"two"]
    assert resume_pending(by=AYSEL, extract=two) == ()
    assert rehash().size == tables.CustodyEntry.objects.count()
    assert differences() == ()


@pytest.mark.parametrize("which", ["the letter", "what is attached"])
def test_what_arrived_together_is_destroyed_together(which: str) -> None:
    kept = keep(mail(("inner.eml", mail(("list.txt", LETTER.encode())))))
    inner = kept.attached[0]
    keys = [kept.account, inner.account, inner.attached[0].account]
    items = [page(key).account.exhibit.key for key in keys]

    shred_exhibit(by=AYSEL, account=keys[0 if which == "the letter" else 2], reason="asked by the source")

    assert {page(key).state for key in keys} == {State.GONE}
    for item in items:
        with pytest.raises(NotFound):
            list(exhibits.read(item))
    assert differences() == ()


@pytest.mark.parametrize(("language", "words"), [("az", "əlavə"), ("ru", "приложение"), ("de", "attached")])
def test_an_attachment_is_called_in_the_language_of_who_adds_it(language: str, words: str) -> None:
    assert words in attached_title("list.txt", "A letter", language)


def test_a_title_of_letters_inside_letters_stays_within_its_limit() -> None:
    assert len(attached_title("f" * 120, "t" * 300, "en")) == LONGEST
