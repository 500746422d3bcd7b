"""What leaves the house in a bundle tells no more than the sources agreed to, in whatever part of it one looks."""

import io
import json
import zipfile

import pytest
from tests.house import AYSEL, KEPT_AND_READ, LETTER, Fixed, beating, letter, part, strike
from tests.procedures.test_make_brief import DAY, USE

from heard.procedures.add_claim import add_claim
from heard.procedures.add_source import add_source
from heard.procedures.keep_account import keep_account
from heard.procedures.make_bundle import make_bundle
from heard.procedures.read_account import read_account
from heard.reading.draft import Draft, NameDraft
from heard.reading.extract import Extraction
from heard.reading.text import Text
from heard.register.account import Answer, Consent, Relation
from heard.register.claim import Saying
from heard.terms.saying import Kind, NameKind, Role

pytestmark = pytest.mark.django_db

PRESS = "press_anonymised"
SOURCE = "Gülnar Əliyeva"
WITH_ANOTHER = "Kərimov has been on hunger strike since 5 March 2024, says Elvin Qasımlı.\n"


class Plain:
    """Takes text out of a letter as the small register writes it."""

    name = "plain 1"

    def __call__(self, content: bytes, *, file_name: str) -> Extraction:
        return Extraction(text=letter(content.decode()), media_type="text/plain", notes=(), attachments=())


class NamesOnly(Fixed):
    """A reader that finds one name, and nothing that is said."""

    def read(self, text: Text) -> tuple[Draft, ...]:
        return ()

    def names(self, text: Text) -> tuple[NameDraft, ...]:
        start = text.content.index("Elvin")
        return (NameDraft(text=text, kind=NameKind.PERSON, quote=text.quote(start, start + len("Elvin Qasımlı"))),)


def told(content: str = LETTER, *, use: str = USE, title: str = "A letter", file_name: str = "letter.txt") -> str:
    """An account of a source who agreed to `use` and not to be named."""
    consent = Consent(answers=(*KEPT_AND_READ.answers, (use, Answer.GRANTED)))
    source = add_source(by=AYSEL, label="a relative", relation=Relation.RELATIVE, consent=consent, name=SOURCE)
    kept = keep_account(
        by=AYSEL,
        content=content.encode(),
        file_name=file_name,
        media_type="text/plain",
        source=source,
        title=title,
        extract=Plain(),
    )
    return kept.account


def bundled(account: str, *, use: str = USE, title: str = "Beatings", **wanted: object) -> dict[str, bytes]:
    to = io.BytesIO()
    make_bundle(by=AYSEL, title=title, language="en", use=use, on=DAY, accounts=(account,), to=to, **wanted)  # type: ignore[arg-type]
    with zipfile.ZipFile(to) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def where(words: str, files: dict[str, bytes]) -> list[str]:
    """The files that hold these words; the pages of a PDF and a DOCX say what brief.json says."""
    return [name for name, content in files.items() if words.encode() in content]


def opened(files: dict[str, bytes]) -> list[dict[str, object]]:
    return [json.loads(files[name])["detail"] for name in files if name.startswith("entries/") and "opened" in name]


def test_the_title_of_a_brief_does_not_name_a_source_who_is_not_to_be_named() -> None:
    account = told()
    add_claim(by=AYSEL, account=account, saying=beating())

    files = bundled(account, title=f"What {SOURCE} told")

    assert where("Gülnar", files) == []


def test_a_reason_in_a_members_words_stays_in_the_house() -> None:
    account = told()
    add_claim(by=AYSEL, account=account, saying=beating())

    files = bundled(account, name_perpetrators=True, reason="Orxan spoke to the lawyer")

    assert where("Orxan", files) == []
    assert not any(detail["reason"] for detail in opened(files))


def test_for_a_use_without_names_neither_title_nor_file_name_is_shown() -> None:
    account = told(use=PRESS, title="Letter of Kamran Vəliyev", file_name="Kamran_Valiyev.txt")
    add_claim(by=AYSEL, account=account, saying=strike())

    files = bundled(account, use=PRESS)

    assert where("Kamran", files) == []


def test_for_a_use_without_names_a_person_is_not_named_whom_no_claim_speaks_of() -> None:
    account = told(WITH_ANOTHER, use=PRESS)
    read_account(by=AYSEL, account=account, reader=NamesOnly())
    saying = Saying(
        kind=Kind.STATUS,
        type="hunger_strike",
        evidence=letter(WITH_ANOTHER).quote(0, len(WITH_ANOTHER) - 1),
        arguments=(part(WITH_ANOTHER, Role.PERSON, "Kərimov"),),
    )
    add_claim(by=AYSEL, account=account, saying=saying)

    files = bundled(account, use=PRESS)

    assert where("Elvin", files) == []
    assert where("hunger strike since 5 March 2024", files) == ["brief/brief.json"]


def test_for_a_use_without_names_no_entry_tells_which_source_or_which_file_it_was() -> None:
    account = told(use=PRESS)
    add_claim(by=AYSEL, account=account, saying=strike())

    details = opened(bundled(account, use=PRESS))

    assert not any("source" in detail["facts"] or "exhibit" in detail["facts"] for detail in details)  # type: ignore[operator]
    assert details
