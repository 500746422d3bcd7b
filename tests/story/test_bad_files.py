"""A file as it should not be comes in at the desk: it is kept byte for byte, and a person is told in their language."""

import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import translation
from django.utils.html import escape
from tests.desk.conftest import PASSWORD
from tests.house import AYSEL, a_source
from tests.story.bad_files import WORDS, BadFile, bad_files

from heard.desk.engines import extractor
from heard.desk.translations import compile_all
from heard.desk.words import EXPLANATIONS
from heard.procedures.add_member import add_member
from heard.procedures.keep_account import keep_account
from heard.records import exhibits
from heard.records import models as tables
from heard.records.derive.whole import differences
from heard.records.queries.accounts import account_page, accounts_page
from heard.records.queries.pages import State
from heard.records.rehash import rehash
from heard.register.member import Member, MemberRole

LANGUAGES = ("en", "az", "ru")
BAD = bad_files()
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    compile_all()


@pytest.fixture
def member(settings: object) -> Member:
    settings.HEARD_SECOND_FACTOR = False  # type: ignore[attr-defined]
    admin = add_member(by=None, username="admin", name="Admin", role=MemberRole.ADMINISTRATOR, password=PASSWORD)
    return add_member(by=admin, username="aysel", name="Aysel", role=MemberRole.DOCUMENTER, password=PASSWORD)


@pytest.fixture
def client(member: Member) -> Client:
    client = Client()
    client.force_login(tables.MemberAccount.objects.get(key=member.key))
    return client


def send(client: Client, name: str, content: bytes) -> str:
    """The key of the account that came of it; empty where it was refused."""
    form = {"title": "A letter", "label": "a relative", "relation": "relative", "grade": "C"}
    form |= {"use_store_encrypted": "granted", "use_on_device_ai_reading": "granted"}
    response = client.post("/accounts/add/", form | {"file": SimpleUploadedFile(name, content)})
    found = re.search(r"[0-9a-f]{32}", response.headers.get("Location", ""))
    return found[0] if found else ""


def shown(client: Client, account: str, language: str) -> str:
    client.cookies["django_language"] = language
    return client.get(f"/accounts/{account}/").content.decode()


def nothing_is_half_written() -> None:
    assert rehash().size == tables.CustodyEntry.objects.count()
    assert differences() == ()
    assert tables.ItemKey.objects.count() == tables.Exhibit.objects.count() == tables.Account.objects.count()


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name)
def test_it_is_kept_byte_for_byte_and_explained_in_three_languages(
    client: Client, member: Member, bad: BadFile
) -> None:
    account = send(client, bad.name, bad.content)

    page = account_page(member, account)
    assert (page.state, page.account.unreadable) == (State.UNREADABLE, bad.code)
    assert b"".join(exhibits.read(page.account.exhibit.key)) == bad.content
    exhibits.check(page.account.exhibit.key)
    words = EXPLANATIONS[bad.code]
    for language in LANGUAGES:
        html = shown(client, account, language)
        with translation.override(language):
            said = [escape(str(part)) for part in (words.title, words.happened, words.kept, words.todo)]
        assert all(part and part in html for part in said), language
    nothing_is_half_written()


def test_a_file_without_a_byte_is_refused_at_its_field_and_nothing_is_kept(client: Client) -> None:
    assert send(client, "empty.pdf", b"") == ""

    assert not tables.Account.objects.exists()
    assert not tables.ItemKey.objects.exists()


def test_an_enormous_file_is_kept_piece_by_piece_and_not_read(tmp_path: Path) -> None:
    enormous = tmp_path / "enormous.txt"
    with enormous.open("wb") as file:
        file.write(WORDS.encode())
        file.truncate(101 * 2**20)

    kept = keep_account(
        by=AYSEL,
        content=enormous,
        file_name=enormous.name,
        media_type="text/plain",
        source=a_source(),
        title="Enormous",
        extract=extractor(),
    )

    exhibit = account_page(AYSEL, kept.account).account.exhibit
    assert kept.unreadable == "TooLarge"
    assert exhibit.size == 101 * 2**20
    assert exhibits.check(exhibit.key) == exhibit.sha256
    nothing_is_half_written()


@pytest.mark.parametrize(
    ("name", "content", "note"),
    [
        ("old.txt", ("Его избили в СИЗО. Он просил врача, но ему отказали. " * 5).encode("cp1251"), "encoding-guessed"),
        ("torn.txt", "Həbsxanada döyüldüm. ".encode() * 9 + b"\xc3 ...\n", "encoding-damaged"),
        ("named.txt", b"<!doctype html><p>" + WORDS.encode(), "named-otherwise"),
        ("turned.txt", "Signed by \u202eyeltum\u202c in Aghbulag.\n".encode(), "direction-controls"),
    ],
    ids=["an old encoding", "damaged letters", "another form", "turned letters"],
)
def test_what_is_doubtful_is_read_with_a_note_in_three_languages(
    client: Client, member: Member, name: str, content: bytes, note: str
) -> None:
    account = send(client, name, content)

    page = account_page(member, account)
    assert b"".join(exhibits.read(page.account.exhibit.key)) == content
    assert note in {said.split(" ")[0] for said in page.notes}
    sentences = {language: _notes(shown(client, account, language)) for language in LANGUAGES}
    assert len(set(sentences.values())) == len(LANGUAGES)
    assert _notes(client.get(f"/read/{account}/").content.decode()) == sentences["ru"]


def _notes(html: str) -> str:
    found = re.search(r'aria-labelledby="came-with".*?</section>', html, re.DOTALL)
    assert found
    return found[0]


def test_letters_that_turn_the_line_are_shown_by_their_numbers_everywhere(client: Client, member: Member) -> None:
    account = send(client, "letter.txt", "\u202eyeltum\u202c Əliyev was beaten in Aghbulag prison.\n".encode())

    pages = [f"/accounts/{account}/", f"/read/{account}/", "/", "/register/", "/search/?q=Aghbulag"]
    html = "".join(client.get(page).content.decode() for page in pages)
    assert "\u202e" not in html
    assert "⟨U+202E⟩" in html


def test_a_file_whose_name_turns_the_line_is_shown_as_it_is_named(member: Member, client: Client) -> None:
    kept = keep_account(
        by=member,
        content=WORDS.encode(),
        file_name="letter\u202etxt.exe",
        media_type="",
        source=a_source(by=member, label="from \u202edne"),
        title="A \u2066letter",
        extract=extractor(),
    )

    html = shown(client, kept.account, "en") + client.get("/").content.decode()
    assert not set(html) & set("\u202e\u2066")
    assert "letter⟨U+202E⟩txt.exe" in html


def test_bad_files_at_once_are_all_kept(client: Client, member: Member) -> None:
    for bad in BAD[:3]:
        send(client, bad.name, bad.content)

    assert len(accounts_page(member, state=State.UNREADABLE).items) == 3
    nothing_is_half_written()
