"""Briefs and bundles leave the house: as far as consent allows, logged, and checkable by a stranger."""

import io
import json
import subprocess
import sys
import zipfile
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from tests.house import ADMIN, AYSEL, LETTER, MACHINE, beating, denial, letter, strike

from heard.custody import verifier
from heard.custody.acts import Act
from heard.custody.entry import read_detail
from heard.procedures.add_claim import add_claim
from heard.procedures.add_source import add_source
from heard.procedures.doing import procedure
from heard.procedures.link_denial import link_denial
from heard.procedures.make_brief import MadeBrief, make_brief
from heard.procedures.make_bundle import MadeBundle, make_bundle
from heard.procedures.record_consent import record_consent
from heard.records import exhibits, keyring, log
from heard.records.kept_entries import entries_about
from heard.records.queries.accounts import source
from heard.records.shelf.accounts import Telling, put_account, put_text
from heard.register.account import UNASKED_NOTE, Answer, Consent, Exhibit, Relation
from heard.register.member import Member
from heard.terms.errors import Malformed, NotFound, NotPermitted

pytestmark = pytest.mark.django_db

USE = "un_confidential"
DAY = date(2026, 7, 2)
GRANTED = Consent(answers=((USE, Answer.GRANTED), ("internal_analysis", Answer.GRANTED)))


def kept(content: str = LETTER, *, consent: Consent = GRANTED, file_name: str = "letter.txt") -> tuple[str, str]:
    """The keys of an account whose original is sealed on the disk, and of its source."""
    source = add_source(by=AYSEL, label="a relative", relation=Relation.RELATIVE, grade="C", consent=consent)
    data = content.encode()
    with procedure(by=AYSEL, needs="account.add") as doing:
        key, item = doing.new_id(), doing.new_id()
        sealed = exhibits.seal_file([data], item=item)
        after = sha256(data).hexdigest()
        entry = doing.log(act=Act.ACCOUNT_ADDED, item=key, after=after, sealed=sealed.sealed_sha256)
        exhibits.record(sealed, entry=entry)
        exhibit = Exhibit(key=item, sha256=after, name=file_name, media_type="text/plain", size=len(data))
        telling = Telling(key=key, title="A letter", source=source, told="2024-03", urgent=False)
        put_account(telling, exhibit, sealed=sealed.sealed_sha256, entry=entry)
        put_text(key, letter(content), extractor="plain 1", entry=entry)
    return key, source


@pytest.fixture
def account() -> str:
    """A letter with a beating, a hunger strike and a denial that somebody linked."""
    key, _ = kept()
    beaten = add_claim(by=AYSEL, account=key, saying=beating())
    add_claim(by=AYSEL, account=key, saying=strike())
    denied = add_claim(by=AYSEL, account=key, saying=denial())
    link_denial(by=AYSEL, denial=denied, denies=beaten)
    return key


def briefed(*accounts: str, by: Member = AYSEL, use: str = USE, **wanted: object) -> MadeBrief:
    return make_brief(by=by, title="Beatings", language="en", use=use, on=DAY, accounts=accounts, **wanted)  # type: ignore[arg-type]


def bundled(to: io.BytesIO, *accounts: str, use: str = USE) -> MadeBundle:
    return make_bundle(by=AYSEL, title="Beatings", language="en", use=use, on=DAY, accounts=accounts, to=to)


def test_a_brief_of_an_account_says_every_claim_and_puts_the_denial_beneath(account: str) -> None:
    made = briefed(account)

    assert len(made.brief.paragraphs) == 3
    assert made.brief.paragraphs[0].denials[0].text == (
        "Denied by the prison service, as the source (a relative) tells: beating — victim: Tural Kərimov."
    )
    assert sorted(made.files) == ["brief.docx", "brief.json", "brief.pdf"]


def test_a_made_brief_is_logged_with_the_hashes_of_its_files(account: str) -> None:
    made = briefed(account)

    (entry,) = entries_about([made.item])
    facts = read_detail(entry.detail).facts
    assert (entry.index, entry.act) == (made.entry, Act.BRIEF_MADE)
    assert facts["pdf"] == sha256(made.files["brief.pdf"]).hexdigest()
    assert (facts["perpetrators"], facts["claims"], facts["left_out"]) == ("withheld", "3", "0")


def test_a_withdrawn_consent_counts_from_then_on() -> None:
    account, source = kept()
    add_claim(by=AYSEL, account=account, saying=beating())
    record_consent(by=AYSEL, source=source, use=USE, answer=Answer.WITHDRAWN)

    made = briefed(account)

    assert made.brief.paragraphs == ()
    assert made.brief.left_out.claims == 1


def test_naming_alleged_perpetrators_needs_a_reason_and_the_log_keeps_it(account: str) -> None:
    with pytest.raises(Malformed):
        briefed(account, name_perpetrators=True)

    made = briefed(account, name_perpetrators=True, reason="asked for by the lawyer, approved by two")

    (entry,) = entries_about([made.item])
    assert "Rauf Səmədov" in made.brief.paragraphs[0].text
    assert read_detail(entry.detail).reason == "asked for by the lawyer, approved by two"


def test_a_member_who_may_not_see_content_makes_no_brief_and_leaves_no_trace(account: str) -> None:
    before = log.head().size

    with pytest.raises(NotPermitted):
        briefed(account, by=ADMIN)

    assert log.head().size == before


def test_a_brief_of_an_account_that_is_not_there_is_refused() -> None:
    with pytest.raises(NotFound):
        briefed("0" * 32)


def test_what_a_machine_read_is_marked_as_reviewed_by_nobody() -> None:
    account, _ = kept()
    add_claim(by=MACHINE, account=account, saying=beating())

    assert briefed(account, by=MACHINE).brief.reviewed == "nothing"


def test_consent_that_a_machine_gives_was_not_asked_of_the_source() -> None:
    granted = Consent(answers=((USE, Answer.GRANTED),))
    machines = add_source(by=MACHINE, label="a file", relation=Relation.DOCUMENT, consent=granted)
    persons = add_source(by=AYSEL, label="a file", relation=Relation.DOCUMENT, consent=granted)
    noted = add_source(by=AYSEL, label="a file", relation=Relation.DOCUMENT)
    record_consent(by=AYSEL, source=noted, use=USE, answer=Answer.GRANTED, note=UNASKED_NOTE)

    asked = {key: source(AYSEL, key).consent for key in (machines, persons, noted)}

    assert all(consent.allows(USE) for consent in asked.values())
    assert [USE in consent.unasked for consent in asked.values()] == [True, False, True]


def test_a_brief_inside_the_house_speaks_of_a_decision_only_with_a_reason(account: str) -> None:
    key, _ = kept(consent=Consent(answers=(("internal_analysis", Answer.GRANTED),)))
    add_claim(by=AYSEL, account=key, saying=beating())

    plain = briefed(key, use="internal_analysis")
    decided = briefed(key, use="internal_analysis", name_perpetrators=True, reason="agreed by two")

    assert (plain.brief.names_perpetrators, plain.brief.names_by_decision) == (True, False)
    assert decided.brief.names_by_decision


def test_a_stranger_can_check_a_bundle_offline(account: str, tmp_path: Path) -> None:
    to = io.BytesIO()
    made = bundled(to, account)
    file = tmp_path / "bundle.zip"
    file.write_bytes(to.getvalue())

    key = keyring.log_signer().verifier.written()
    checked = subprocess.run(
        [sys.executable, verifier.__file__, str(file), "--key", key], capture_output=True, text=True, check=False
    )

    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "Everything holds" in checked.stdout
    assert made.exhibits == 1


def test_a_bundle_holds_the_brief_the_exhibits_and_their_custody(account: str) -> None:
    to = io.BytesIO()
    made = bundled(to, account)

    with zipfile.ZipFile(to) as bundle:
        names = bundle.namelist()
        exhibit = f"exhibits/{sha256(LETTER.encode()).hexdigest()}.txt"
        assert bundle.read(exhibit) == LETTER.encode()
        assert bundle.read("brief/brief.pdf") == made.brief.files["brief.pdf"]
        opened = [json.loads(bundle.read(name)) for name in names if name.endswith(".opened")]
    assert sha256(LETTER.encode()).hexdigest() in {line["detail"]["after"] for line in opened}


def test_each_citation_of_a_bundle_can_be_found_in_the_text_that_comes_along(account: str) -> None:
    to = io.BytesIO()
    bundled(to, account)

    with zipfile.ZipFile(to) as bundle:
        brief = json.loads(bundle.read("brief/brief.json"))
        text = bundle.read("brief/text-of-exhibit-1.txt").decode()
    cited = [said["citation"] for section in brief["sections"] for said in section["said"]]
    assert cited
    assert all(text[one["start"] : one["end"]] == one["quoted"] for one in cited if not one["redacted"])


def test_a_bundle_leaves_out_the_exhibits_of_sources_who_did_not_agree(account: str) -> None:
    silent, _ = kept("Nobody is to read this. I was beaten.\n", consent=Consent())
    to = io.BytesIO()

    made = bundled(to, account, silent)

    assert made.exhibits == 1
    with zipfile.ZipFile(to) as bundle:
        assert not any(b"Nobody is to read this" in bundle.read(name) for name in bundle.namelist())


def test_a_bundle_for_a_use_without_names_holds_no_exhibit() -> None:
    account, _ = kept(consent=Consent(answers=(("press_anonymised", Answer.GRANTED),)))
    add_claim(by=AYSEL, account=account, saying=beating())
    to = io.BytesIO()

    made = bundled(to, account, use="press_anonymised")

    assert made.exhibits == 0
    with zipfile.ZipFile(to) as bundle:
        assert [name for name in bundle.namelist() if name.startswith("exhibits/")] == []
        assert not any("Kərimov".encode() in bundle.read(name) for name in bundle.namelist())


def test_an_entry_whose_private_half_names_somebody_withheld_stays_closed() -> None:
    account, _ = kept()
    add_claim(by=AYSEL, account=account, saying=beating())
    with procedure(by=AYSEL, needs="account.add") as doing:
        doing.log(act=Act.HASHED, item=account, facts={"file_name": "Rauf Səmədov.txt"})
    to = io.BytesIO()

    bundled(to, account)

    with zipfile.ZipFile(to) as bundle:
        opened = [bundle.read(name).decode() for name in bundle.namelist() if name.endswith(".opened")]
    assert opened
    assert not any("Səmədov" in line for line in opened)
