"""The register's pages: search, joining and parting by hand, findings, briefs."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client
from tests.desk.conftest import Colleagues, LogIn
from tests.house import KEPT_AND_READ, an_account

from heard.desk.engines import extractor, reader
from heard.desk.views.shown import today
from heard.procedures.accept_draft import accept_draft
from heard.procedures.add_source import add_source
from heard.procedures.keep_account import keep_account
from heard.procedures.read_account import read_account
from heard.records.queries import claims, drafts, judgements, persons
from heard.records.queries.pages import Referent
from heard.register.account import Answer, Consent, Relation
from heard.terms.saying import Kind, NameKind


@pytest.fixture
def client(log_in: LogIn, colleagues: Colleagues) -> Client:
    return log_in(colleagues.aysel)


def told(colleagues: Colleagues, words: str, consent: Consent = KEPT_AND_READ) -> str:
    """A kept account whose drafts are all accepted."""
    member = colleagues.aysel
    source = add_source(by=member, label="a witness", relation=Relation.WITNESS, consent=consent)
    kept = keep_account(
        by=member,
        content=words.encode(),
        file_name="letter.txt",
        media_type="text/plain",
        source=source,
        title="A letter",
        extract=extractor(),
    )
    read_account(by=member, account=kept.account, reader=reader())
    for line in drafts.drafts(member, kept.account).drafts:
        accept_draft(by=member, draft=line.key, expected=0)
    return kept.account


def people(colleagues: Colleagues) -> tuple[Referent, ...]:
    return persons.referents_page(colleagues.aysel, NameKind.PERSON).items


@pytest.fixture
def two_spellings(colleagues: Colleagues) -> None:
    told(colleagues, "Elnur Həsənli was arrested in Baku on 20 November 2023.")
    told(colleagues, "Elnur Hasanli was arrested in Baku on 21 November 2023.")


@pytest.mark.parametrize("query", ["Elnur Hasanli", "Гасанлы", "hesenli", "Həsənli"])
def test_every_spelling_and_script_finds_the_others(
    client: Client, colleagues: Colleagues, two_spellings: None, query: str
):
    page = client.get("/search/", {"q": query}).content.decode()

    assert "Elnur Həsənli" in page
    assert "Elnur Hasanli" in page


def test_a_search_that_finds_nothing_says_what_to_try(client: Client):
    assert "Nothing found" in client.get("/search/", {"q": "zzzzqq"}).content.decode()


def test_a_search_without_a_word_is_answered_with_a_sentence(client: Client):
    response = client.get("/search/", {"q": "?!"})

    assert response.status_code == 200
    assert "What to do:" in response.content.decode()


def test_two_persons_are_joined_with_a_reason_and_come_apart_again(
    client: Client, colleagues: Colleagues, two_spellings: None
):
    one, other = people(colleagues)
    page = client.get(f"/register/join/{one.key}/").content.decode()
    assert other.key in page

    form = {"subject": "mentions", "left": one.key, "right": other.key, "verdict": "same", "reason": "Same day, court."}
    client.post("/register/judge/", form)

    (joined,) = people(colleagues)
    shown = client.get(f"/register/persons/{joined.key}/").content.decode()
    assert "Elnur Həsənli" in shown
    assert "Elnur Hasanli" in shown
    assert "20 November 2023" in shown
    assert "21 November 2023" in shown

    (judgement,) = judgements.judgements_of(colleagues.aysel, joined.key)
    client.post(f"/register/judgements/{judgement.key}/undo/", {"reason": "Two cousins."})
    assert {person.key for person in people(colleagues)} == {one.key, other.key}


def test_a_judgement_without_a_reason_is_not_kept(client: Client, colleagues: Colleagues, two_spellings: None):
    one, other = people(colleagues)

    client.post(
        "/register/judge/",
        {"subject": "mentions", "left": one.key, "right": other.key, "verdict": "same", "reason": ""},
    )

    assert len(people(colleagues)) == 2


def test_a_person_page_says_on_whose_word_and_counts_days_only_if_nothing_changed(
    client: Client, colleagues: Colleagues, two_spellings: None
):
    person = people(colleagues)[0]

    page = client.get(f"/register/persons/{person.key}/").content.decode()

    assert re.search(r"In detention since 2[01] November 2023, as far as accounts say\.", page)
    assert re.search(r"According to “A letter”, received \d+ \w+ \d{4}; nothing later of detention is known", page)
    assert re.search(r"If nothing has changed since, today is day [\d,]{4,}\.", page)


def test_no_verdict_is_preset_when_two_names_are_compared(client: Client, recorded: dict[str, str]):
    page = client.get(f"/register/join-claim/{recorded['claim'].split('/')[-2]}/").content.decode()
    person = client.get(recorded["join"] + "?with=Rauf").content.decode()

    assert '<option value="" selected>choose</option>' in page + person
    assert '<option value="same" selected>' not in page + person


def test_nobody_approves_their_own_finding(log_in: LogIn, colleagues: Colleagues, recorded: dict[str, str]):
    orxan, sevda = log_in(colleagues.orxan), log_in(colleagues.sevda)
    form = {"standard": "prima_facie", "conclusion": "met", "reasons": "Two accounts agree."}
    orxan.post(recorded["finding"], form)
    (finding,) = judgements.findings(colleagues.orxan)

    assert "Approve</button>" not in orxan.get("/findings/").content.decode()
    assert orxan.post(f"/findings/{finding.key}/approve/").status_code == 403
    assert "Approve</button>" in sevda.get("/findings/").content.decode()
    sevda.post(f"/findings/{finding.key}/approve/")

    assert judgements.findings(colleagues.orxan)[0].approved_by == colleagues.sevda.key


def test_a_documenter_is_not_offered_to_approve(log_in: LogIn, colleagues: Colleagues, recorded: dict[str, str]):
    log_in(colleagues.orxan).post(
        recorded["finding"], {"standard": "prima_facie", "conclusion": "met", "reasons": "Two accounts agree."}
    )

    assert "Approve</button>" not in log_in(colleagues.aysel).get("/findings/").content.decode()


def test_a_claim_is_withdrawn_with_a_reason(client: Client, colleagues: Colleagues, recorded: dict[str, str]):
    client.post(recorded["claim"] + "withdraw/", {"reason": "Read wrongly."})

    assert "withdrawn" in client.get(recorded["claim"]).content.decode()


def test_a_denial_is_linked_to_what_it_denies(client: Client, colleagues: Colleagues, recorded: dict[str, str]):
    lines = claims.claims_page(colleagues.aysel, claims.ClaimFilter()).items
    denial = next(line.claim for line in lines if line.claim.polarity == "denied")
    act = next(line.claim for line in lines if line.claim.polarity == "asserted" and line.claim.kind == "act")

    client.post(f"/register/claims/{denial.key}/denies/", {"denies": act.key})

    assert "denied once" in client.get("/register/claims/").content.decode()


@pytest.mark.parametrize(
    ("query", "found"), [("what=act.", 2), ("what=status.", 1), ("what=act.beating", 2), ("polarity=denied", 1)]
)
def test_claims_are_filtered(client: Client, recorded: dict[str, str], query: str, found: int):
    page = client.get(f"/register/claims/?{query}").content.decode()

    assert page.count('class="claim"') == found


def test_a_bundle_is_made_from_the_desk(client: Client, colleagues: Colleagues):
    allowed = Consent(
        answers=(
            *KEPT_AND_READ.answers,
            ("share_lawyer", Answer.GRANTED),
        )
    )
    account = told(colleagues, "Elnur Həsənli was arrested in Baku on 20 November 2023.", allowed)
    form = {"title": "One arrest", "use": "share_lawyer", "language": "en", "accounts": account}

    response = client.post("/brief/", form | {"perpetrators": "by_use", "form": "bundle"})

    name = f"one-arrest-{today().isoformat()}.zip"
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert any(name.endswith("brief.pdf") for name in ZipFile(BytesIO(response.content)).namelist())


def test_a_brief_that_names_perpetrators_needs_a_reason(client: Client, colleagues: Colleagues):
    account = an_account(by=colleagues.aysel)
    form = {"title": "T", "use": "share_lawyer", "language": "en", "accounts": account, "form": "pdf"}

    response = client.post("/brief/", form | {"perpetrators": "named"})

    assert response.status_code == 422
    assert "needs a reason" in response.content.decode()


def test_a_correction_takes_the_place_of_a_claim_which_stays_in_the_record(
    client: Client, colleagues: Colleagues, recorded: dict[str, str]
):
    (old,) = [line.claim for line in claims.claims_page(colleagues.aysel, claims.ClaimFilter(kind=Kind.STATUS)).items]
    form = {"what": "status.hunger_strike_end", "polarity": "asserted", "evidence": old.evidence.text}
    parts = {f"argument_{at}": one.quote.text for at, one in enumerate(old.arguments)}

    refused = client.post(f"/register/claims/{old.key}/correct/", form | parts)
    response = client.post(f"/register/claims/{old.key}/correct/", form | parts | {"reason": "It ended."})

    assert refused.status_code == 422
    new = claims.claim(colleagues.aysel, response.headers["Location"].split("/")[-2]).claim
    assert (new.type, new.supersedes) == ("hunger_strike_end", old.key)
    assert "corrected since" in client.get(f"/register/claims/{old.key}/").content.decode()


def test_a_brief_of_which_nothing_would_be_left_is_not_made(client: Client, colleagues: Colleagues):
    account = told(colleagues, "Elnur Həsənli was arrested in Baku on 20 November 2023.")
    form = {"title": "One arrest", "use": "share_lawyer", "language": "en", "accounts": account, "form": "pdf"}

    response = client.post("/brief/", form | {"perpetrators": "by_use"})

    assert response.status_code == 409
    assert "Content-Disposition" not in response.headers
    assert "Left out because consent for this use is missing: claims 1, sources 1." in response.content.decode()


def test_only_uses_of_a_paper_are_offered_for_a_brief(client: Client):
    page = client.get("/brief/").content.decode()

    assert 'value="share_lawyer"' in page
    assert 'value="store_encrypted"' not in page
    assert 'value="on_device_ai_reading"' not in page


def test_a_claim_on_both_sides_of_a_finding_is_refused_at_its_field(client: Client, recorded: dict[str, str]):
    claim = recorded["finding"].split("/")[-2]
    form = {"standard": "prima_facie", "conclusion": "met", "reasons": "Two tell it alike."}

    response = client.post(recorded["finding"], form | {"supports": claim, "contradicts": claim})

    page = response.content.decode()
    assert response.status_code == 422
    assert "not both" in page
    assert "Two tell it alike." in page


def test_the_list_of_findings_says_what_each_is_about(client: Client, recorded: dict[str, str]):
    client.post(recorded["finding"], {"standard": "prima_facie", "conclusion": "met", "reasons": "Seen."})

    assert "Tural Kərimov" in client.get("/findings/").content.decode()
