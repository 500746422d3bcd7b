"""Drafts become claims when a person says so, and of two persons at once one."""

import pytest
from tests.house import AYSEL, LETTER, MACHINE, ORXAN, Fixed, an_account, beating

from heard.procedures.accept_draft import accept_draft
from heard.procedures.edit_draft import edit_draft
from heard.procedures.read_account import read_account
from heard.procedures.reject_draft import reject_draft
from heard.procedures.take_drafts import take_drafts
from heard.procedures.undo_decision import undo_decision
from heard.records import models as tables
from heard.records.queries import claims, drafts
from heard.terms.errors import Conflict, Malformed, Misquoted, NotFound, NotPermitted

pytestmark = pytest.mark.django_db


@pytest.fixture
def account() -> str:
    key = an_account()
    read_account(by=AYSEL, account=key, reader=Fixed())
    return key


@pytest.fixture
def draft(account: str) -> str:
    return tables.Draft.objects.order_by("start")[0].key


def test_reading_keeps_drafts_and_names_once(account: str) -> None:
    assert read_account(by=AYSEL, account=account, reader=Fixed()) == 0
    assert tables.Draft.objects.count() == 3
    assert tables.Mention.objects.count() == 2


def test_reading_what_is_not_there_is_refused() -> None:
    with pytest.raises(NotFound):
        read_account(by=AYSEL, account="0" * 32, reader=Fixed())


def test_an_accepted_draft_is_a_claim_as_it_stands(draft: str) -> None:
    key = accept_draft(by=AYSEL, draft=draft, expected=0)

    claim = tables.Claim.objects.get(key=key)
    assert (claim.quote, claim.reviewed, claim.maker) == (LETTER[: LETTER.index(".") + 1], True, "fixed/beating")
    assert [part.words for part in claim.arguments.order_by("ordinal")][:2] == ["Tural Kərimov", "Rauf Səmədov"]


def test_the_second_to_decide_is_told_and_changes_nothing(draft: str) -> None:
    accept_draft(by=AYSEL, draft=draft, expected=0)

    with pytest.raises(Conflict):
        reject_draft(by=ORXAN, draft=draft, expected=0, reason="not said")
    with pytest.raises(Conflict):
        accept_draft(by=ORXAN, draft=draft, expected=1)
    assert tables.Decision.objects.count() == 1
    assert tables.Claim.objects.count() == 1


def test_an_edited_draft_says_what_the_person_says(draft: str) -> None:
    said = beating()
    key = edit_draft(by=AYSEL, draft=draft, expected=0, saying=said, reason="the place was missing")

    assert tables.Claim.objects.get(key=key).decision.verdict == "edited"


def test_a_misquote_is_refused_and_leaves_no_trace(draft: str) -> None:
    before = tables.CustodyEntry.objects.count()
    with pytest.raises(Misquoted):
        edit_draft(by=AYSEL, draft=draft, expected=0, saying=beating("T" + LETTER[1:].replace("beaten", "beater", 1)))
    assert tables.CustodyEntry.objects.count() == before
    assert not tables.Claim.objects.exists()


def test_a_rejection_needs_a_reason(draft: str) -> None:
    with pytest.raises(Malformed):
        reject_draft(by=AYSEL, draft=draft, expected=0, reason=" ")


def test_undoing_opens_the_draft_and_withdraws_the_claim(draft: str) -> None:
    accept_draft(by=AYSEL, draft=draft, expected=0)
    undo_decision(by=AYSEL, draft=draft, expected=1)

    assert not tables.ClaimStanding.objects.exists()
    assert accept_draft(by=ORXAN, draft=draft, expected=2)
    assert tables.ClaimStanding.objects.count() == 1


def test_there_is_nothing_to_undo_twice(draft: str) -> None:
    reject_draft(by=AYSEL, draft=draft, expected=0, reason="hearsay")
    undo_decision(by=AYSEL, draft=draft, expected=1)

    with pytest.raises(Conflict):
        undo_decision(by=AYSEL, draft=draft, expected=2)


def test_progress_follows_decisions(account: str, draft: str) -> None:
    accept_draft(by=AYSEL, draft=draft, expected=0)

    standing = tables.AccountStanding.objects.get()
    assert (standing.state, standing.decided, standing.drafts) == ("to_decide", 1, 3)


def test_a_machine_takes_drafts_as_unreviewed_claims_once(account: str) -> None:
    assert len(take_drafts(by=MACHINE, account=account)) == 3
    assert take_drafts(by=MACHINE, account=account) == ()
    assert not tables.ClaimStanding.objects.filter(reviewed=True).exists()


def test_a_machine_decides_nothing(draft: str) -> None:
    with pytest.raises(NotPermitted):
        accept_draft(by=MACHINE, draft=draft, expected=0)


def test_a_draft_accepted_by_rule_counts_as_reviewed_by_nobody(draft: str) -> None:
    claim = accept_draft(by=AYSEL, draft=draft, expected=0, rule="sure patterns only")

    kept = claims.claim(AYSEL, claim).claim
    assert not kept.reviewed
    assert drafts.draft(AYSEL, draft).decisions[-1].reason == "sure patterns only"
