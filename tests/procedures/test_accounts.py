"""The original is kept first, whatever becomes of the text, and goes for good when it must."""

import pytest
from django.db import connection
from django.db.backends.utils import CursorWrapper
from tests.house import ADMIN, AYSEL, LETTER, Fixed, a_source, letter
from tests.storage import DATABASE

from heard.procedures.accept_draft import accept_draft
from heard.procedures.add_source import add_source
from heard.procedures.keep_account import Kept, keep_account
from heard.procedures.read_account import read_account, read_kept
from heard.procedures.record_consent import record_consent
from heard.procedures.resume_pending import resume_pending
from heard.procedures.shred_exhibit import shred_exhibit
from heard.procedures.take_drafts import take_drafts
from heard.reading.extract import Extraction
from heard.records import exhibits
from heard.records import models as tables
from heard.records.derive.whole import differences
from heard.records.queries.accounts import account_page, accounts_page
from heard.records.queries.claims import ClaimFilter, claims_page
from heard.records.queries.pages import State
from heard.records.rehash import rehash
from heard.records.search import search_names, search_texts
from heard.register.account import Answer, Relation
from heard.terms.errors import Conflict, ConsentForbids, EmptyFile, Malformed, NotFound, NotPermitted, PasswordProtected

pytestmark = pytest.mark.django_db
DATA = LETTER.encode()


class Plain:
    name = "plain 1"

    def __call__(self, content: bytes, *, file_name: str) -> Extraction:
        return Extraction(text=letter(content.decode()), media_type="text/plain")


class Shut:
    name = "plain 1"

    def __call__(self, content: bytes, *, file_name: str) -> Extraction:
        raise PasswordProtected(file_name)


class Killed:
    """Stands for the power going while a text is taken out."""

    name = "plain 1"

    def __call__(self, content: bytes, *, file_name: str) -> Extraction:
        raise KeyboardInterrupt


def keep(extract: object = None, content: bytes = DATA, source: str = "", **more: str) -> Kept:
    return keep_account(
        by=AYSEL,
        content=content,
        file_name="letter.txt",
        media_type="text/plain",
        source=source or a_source(),
        title=more.pop("title", "A letter"),
        extract=extract or Plain(),  # type: ignore[arg-type]
        **more,  # type: ignore[arg-type]
    )


def original(account: str) -> bytes:
    return b"".join(exhibits.read(account_page(AYSEL, account).account.exhibit.key))


def test_an_account_is_kept_sealed_logged_and_read() -> None:
    kept = keep(told="2024-03")

    page = account_page(AYSEL, kept.account)
    assert (kept.unreadable, page.state, page.text) == ("", State.UNREAD, letter())
    assert original(kept.account) == DATA
    acts = list(tables.CustodyEntry.objects.order_by("index").values_list("act", flat=True))
    assert acts[-3:] == ["received", "account added", "text extracted"]


def test_what_cannot_be_read_is_kept_all_the_same() -> None:
    kept = keep(Shut())

    assert kept.unreadable == "PasswordProtected"
    assert account_page(AYSEL, kept.account).state is State.UNREADABLE
    assert account_page(AYSEL, kept.account).account.unreadable == "PasswordProtected"
    assert original(kept.account) == DATA


def test_an_interrupted_run_is_taken_up_where_it_stopped() -> None:
    with pytest.raises(KeyboardInterrupt):
        keep(Killed())
    (line,) = accounts_page(AYSEL, state=State.PENDING).items
    assert original(line.key) == DATA

    assert resume_pending(by=AYSEL, extract=Plain()) == (Kept(line.key, "", "A letter"),)
    assert resume_pending(by=AYSEL, extract=Plain()) == ()
    assert account_page(AYSEL, line.key).text == letter()


def test_a_character_no_database_holds_makes_a_text_unreadable() -> None:
    assert keep(content=b"one\0two").unreadable == "Mislabelled"


def test_nothing_is_kept_of_what_is_refused() -> None:
    with pytest.raises(EmptyFile):
        keep(content=b"")
    with pytest.raises(Malformed):
        keep(title=" ")
    with pytest.raises(Malformed):
        keep(told="last March")
    with pytest.raises(NotFound):
        keep(source="0" * 32)
    assert not tables.ItemKey.objects.exists()
    assert not tables.Account.objects.exists()


def test_nothing_is_kept_of_a_source_who_did_not_grant_keeping() -> None:
    source = add_source(by=AYSEL, label="a relative", relation=Relation.RELATIVE)

    with pytest.raises(ConsentForbids):
        keep(source=source)

    assert not tables.ItemKey.objects.exists()
    assert not tables.Account.objects.exists()


def test_no_program_reads_what_its_source_did_not_grant_or_took_back() -> None:
    granted = a_source()
    account = keep(source=granted).account
    record_consent(by=AYSEL, source=granted, use="on_device_ai_reading", answer=Answer.WITHDRAWN)

    with pytest.raises(ConsentForbids):
        read_account(by=AYSEL, account=account, reader=Fixed())

    assert read_kept(Kept(account, ""), by=AYSEL, reader=Fixed()) == 0
    assert account_page(AYSEL, account).state is State.UNREAD


def test_an_administrator_keeps_nothing() -> None:
    with pytest.raises(NotPermitted):
        keep_account(by=ADMIN, content=DATA, file_name="a", media_type="", source="0" * 32, title="A", extract=Plain())


def test_what_is_destroyed_can_be_read_nowhere_and_the_log_stays_whole() -> None:
    other = keep().account
    account = keep().account
    for key in (other, account):
        read_account(by=AYSEL, account=key, reader=Fixed())
        take_drafts(by=AYSEL, account=key)
    entries = tables.CustodyEntry.objects.count()

    shred_exhibit(by=AYSEL, account=account, reason="asked by the source")

    page = account_page(AYSEL, account)
    assert (page.state, page.text, page.account.title) == (State.GONE, None, "")
    with pytest.raises(NotFound):
        original(account)
    assert {line.claim.account.key for line in claims_page(AYSEL, ClaimFilter()).items} == {other}
    assert {hit.account for hit in search_texts(AYSEL, "beaten").items} == {other}
    assert len(search_names(AYSEL, "Kərimov").items) == 2
    for table in (tables.Claim, tables.Draft):
        assert not table.objects.filter(account__key=account).exclude(quote="").exists()
    assert not tables.Mention.objects.filter(account__key=account).exclude(words="").exists()
    assert not tables.ClaimArgument.objects.filter(claim__account__key=account).exclude(words="").exists()
    assert tables.CustodyEntry.objects.count() == entries + 1
    assert rehash().size == entries + 1
    assert differences() == ()
    with pytest.raises(Conflict):
        shred_exhibit(by=AYSEL, account=account, reason="again")


def test_an_exhibit_whose_key_vanished_is_still_asked_for() -> None:
    account = keep().account
    exhibit = account_page(AYSEL, account).account.exhibit.key
    tables.ItemKey.objects.filter(item=exhibit).delete()

    assert exhibit in exhibits.items()
    with pytest.raises(NotFound):
        exhibits.check(exhibit)


def test_nothing_is_accepted_from_what_was_destroyed() -> None:
    account = keep().account
    read_account(by=AYSEL, account=account, reader=Fixed())
    draft = tables.Draft.objects.first()
    assert draft is not None
    shred_exhibit(by=AYSEL, account=account, reason="asked by the source")

    with pytest.raises(NotFound):
        accept_draft(by=AYSEL, draft=draft.key, expected=0)


@pytest.mark.skipif(DATABASE != "sqlite", reason="PostgreSQL forgets with the VACUUM that follows the commit")
def test_no_table_and_no_index_keeps_a_word_of_what_was_destroyed() -> None:
    account = keep().account
    read_account(by=AYSEL, account=account, reader=Fixed())
    take_drafts(by=AYSEL, account=account)
    shred_exhibit(by=AYSEL, account=account, reason="asked by the source")

    assert tables_with("tural", "kərimov", "kerimov", "beaten", "letter") == set()


def tables_with(*words: str) -> set[str]:
    """The tables that hold one of these words in any column, those of the word index among them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        names = {name for (name,) in cursor.fetchall()}
        return {name for name in names if any(word in _all_of(cursor, name) for word in words)}


def _all_of(cursor: CursorWrapper, table: str) -> str:
    cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608  # a table of our own
    cells = (cell for row in cursor.fetchall() for cell in row)
    return "\n".join(cell.decode("utf-8", "ignore") if isinstance(cell, bytes) else str(cell) for cell in cells).lower()
