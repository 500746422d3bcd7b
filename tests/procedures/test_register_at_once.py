"""Two people at once: exactly one wins, the other is told, and nothing is half written."""

from collections.abc import Callable
from itertools import pairwise
from threading import Barrier, Thread

import pytest
from django.db import connection
from tests.house import AYSEL, ORXAN, SEVDA, Fixed, an_account, beating

from heard.procedures.accept_draft import accept_draft
from heard.procedures.add_claim import add_claim
from heard.procedures.approve_finding import approve_finding
from heard.procedures.judge import judge
from heard.procedures.read_account import read_account
from heard.procedures.record_finding import record_finding
from heard.procedures.reject_draft import reject_draft
from heard.procedures.supersede_claim import supersede_claim
from heard.procedures.withdraw_claim import withdraw_claim
from heard.records import models as tables
from heard.records.derive.whole import differences
from heard.register.finding import Conclusion
from heard.register.judgement import Subject, Verdict
from heard.terms.errors import Conflict, HeardError

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*verbs: Callable[[], object]) -> list[HeardError | None]:
    """What each verb ended with, all begun at the same moment in threads of their own."""
    start = Barrier(len(verbs))
    ends: list[HeardError | None] = [None] * len(verbs)

    def run(place: int) -> None:
        try:
            start.wait()
            verbs[place]()
        except HeardError as refused:
            ends[place] = refused
        finally:
            connection.close()

    threads = [Thread(target=run, args=(place,)) for place in range(len(verbs))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return ends


def a_draft() -> str:
    account = an_account()
    read_account(by=AYSEL, account=account, reader=Fixed())
    return tables.Draft.objects.filter(account__key=account).order_by("start")[0].key


def test_of_two_who_decide_the_same_draft_one_wins() -> None:
    for _ in range(5):
        draft = a_draft()
        ends = at_once(
            lambda draft=draft: accept_draft(by=AYSEL, draft=draft, expected=0),  # type: ignore[misc]
            lambda draft=draft: reject_draft(by=ORXAN, draft=draft, expected=0, reason="not said"),  # type: ignore[misc]
        )
        assert sorted(type(end).__name__ for end in ends) == ["Conflict", "NoneType"]
        assert tables.Decision.objects.filter(draft__key=draft).count() == 1
    assert differences() == ()


def test_of_two_who_correct_the_same_claim_one_wins() -> None:
    claim = add_claim(by=AYSEL, account=an_account(), saying=beating())
    ends = at_once(
        lambda: supersede_claim(by=AYSEL, claim=claim, saying=beating(), reason="place"),
        lambda: withdraw_claim(by=ORXAN, claim=claim, reason="hearsay"),
    )
    assert sorted(type(end).__name__ for end in ends) == ["Conflict", "NoneType"]
    assert differences() == ()


def test_many_at_once_lose_nothing() -> None:
    accounts = [an_account() for _ in range(6)]
    ends = at_once(*(lambda key=key: add_claim(by=AYSEL, account=key, saying=beating()) for key in accounts))  # type: ignore[misc]

    assert ends == [None] * 6
    assert tables.ClaimStanding.objects.count() == 6
    assert differences() == ()


def test_judgements_at_once_leave_what_follows_from_them() -> None:
    claims = [add_claim(by=AYSEL, account=an_account(), saying=beating()) for _ in range(4)]
    victims = [tables.ClaimArgument.objects.get(claim__key=key, role="victim").mention.key for key in claims]
    ends = at_once(
        *(
            lambda one=one, other=other: judge(  # type: ignore[misc]
                by=AYSEL, subject=Subject.MENTIONS, left=one, right=other, verdict=Verdict.SAME, reason="the same"
            )
            for one, other in pairwise(victims)
        )
    )
    assert ends == [None] * 3
    assert len(set(tables.Membership.objects.filter(mention__key__in=victims).values_list("referent", flat=True))) == 1
    assert differences() == ()


def test_of_two_who_approve_the_same_finding_one_does() -> None:
    claim = add_claim(by=AYSEL, account=an_account(), saying=beating())
    finding = record_finding(
        by=AYSEL,
        about=claim,
        standard="reasonable_grounds_to_believe",
        conclusion=Conclusion.MET,
        reasons="two accounts agree",
    )
    ends = at_once(*(lambda by=by: approve_finding(by=by, finding=finding) for by in (ORXAN, SEVDA)))  # type: ignore[misc]

    assert sorted(type(end) for end in ends if end) == [Conflict]
