"""Why an account cannot wait: said when it is added, changed by rows that stay."""

import pytest
from tests.house import ADMIN, AYSEL, LETTER, a_source, an_account

from heard.custody.acts import Act
from heard.procedures.doing import procedure
from heard.procedures.set_urgency import set_urgency
from heard.records.derive.whole import differences
from heard.records.models import AccountUrgency
from heard.records.queries.accounts import account_page, accounts_page
from heard.records.queries.house import custody_trail
from heard.records.shelf.accounts import Telling
from heard.register.account import Urgency
from heard.register.vocabulary import vocabulary
from heard.terms.errors import Conflict, Malformed, NotFound, NotPermitted

pytestmark = pytest.mark.django_db


def said(account: str) -> tuple[bool, Urgency | None]:
    page = account_page(AYSEL, account)
    return page.urgent, page.urgency


def test_every_reason_has_its_words() -> None:
    assert [term.id for term in vocabulary("urgency")] == [reason.value for reason in Urgency]


@pytest.mark.parametrize("reason", Urgency)
def test_an_account_that_became_urgent_stands_first_with_its_reason(reason: Urgency) -> None:
    urgent, newer = an_account(), an_account()

    set_urgency(by=AYSEL, account=urgent, urgency=reason)

    lines = accounts_page(AYSEL).items
    assert [line.key for line in lines] == [urgent, newer]
    assert (lines[0].urgent, lines[0].urgency) == (True, reason)
    assert differences() == ()


def test_the_last_of_several_rows_counts_and_all_stay() -> None:
    account = an_account()
    for reason in (Urgency.THREAT, Urgency.DISAPPEARANCE, None):
        set_urgency(by=AYSEL, account=account, urgency=reason)

    assert said(account) == (False, None)
    assert [row.urgency for row in AccountUrgency.objects.order_by("pk")] == ["threat", "disappearance", ""]
    assert [line.act for line in custody_trail(AYSEL, account)].count(Act.URGENCY_CHANGED.value) == 3
    assert differences() == ()


def test_an_account_that_was_urgent_before_reasons_were_asked_stays_urgent_until_somebody_says_why() -> None:
    account = an_account(urgent=True)
    assert said(account) == (True, None)

    set_urgency(by=AYSEL, account=account, urgency=Urgency.HEALTH)

    assert said(account) == (True, Urgency.HEALTH)


def test_an_account_that_was_urgent_before_reasons_were_asked_can_cease_to_be() -> None:
    account = an_account(urgent=True)

    set_urgency(by=AYSEL, account=account, urgency=None)

    assert said(account) == (False, None)
    assert differences() == ()


@pytest.mark.parametrize("reason", [None, Urgency.LIFE])
def test_what_is_said_already_is_not_recorded_again(reason: Urgency | None) -> None:
    account = an_account()
    if reason:
        set_urgency(by=AYSEL, account=account, urgency=reason)

    with pytest.raises(Conflict):
        set_urgency(by=AYSEL, account=account, urgency=reason)


def test_a_reason_without_urgency_is_no_telling() -> None:
    with pytest.raises(Malformed):
        Telling(key="0" * 32, title="x", source=a_source(), told="", urgent=False, urgency=Urgency.LIFE)


def test_who_sees_no_content_changes_no_urgency() -> None:
    with pytest.raises(NotPermitted):
        set_urgency(by=ADMIN, account=an_account(LETTER), urgency=Urgency.LIFE)
    with pytest.raises(NotFound):
        set_urgency(by=AYSEL, account="0" * 32, urgency=Urgency.LIFE)
    with procedure(by=AYSEL, needs="account.urgency"):
        assert not AccountUrgency.objects.exists()
