"""Who has an account in hand: rows that stay, of which the last one counts."""

import pytest
from tests.house import ADMIN, AYSEL, Fixed, an_account

from heard.procedures.accept_draft import accept_draft
from heard.procedures.add_member import add_member
from heard.procedures.deactivate_member import deactivate_member
from heard.procedures.hold_account import hold_account
from heard.procedures.read_account import read_account
from heard.records.derive.whole import differences
from heard.records.models import Holding
from heard.records.queries.accounts import account_page, accounts_page
from heard.records.queries.drafts import drafts
from heard.records.queries.house import custody_trail
from heard.register.member import Member, MemberRole
from heard.terms.errors import Conflict, Malformed, NotFound, NotPermitted

pytestmark = pytest.mark.django_db


def colleague(name: str, role: MemberRole = MemberRole.DOCUMENTER) -> Member:
    return add_member(by=ADMIN, username=name, name=name, role=role, password="" if role == "machine" else "x" * 12)


@pytest.fixture
def leyla() -> Member:
    return colleague("leyla")


@pytest.fixture
def nigar() -> Member:
    return colleague("nigar", MemberRole.REVIEWER)


def in_hand(holder: str | None) -> set[str]:
    return {line.key for line in accounts_page(AYSEL, holder=holder).items}


def test_a_taken_account_is_in_the_inbox_of_one_and_free_for_nobody(leyla: Member) -> None:
    taken, free = an_account(), an_account()

    hold_account(by=leyla, account=taken, holder=leyla.key, expected="")

    assert in_hand(leyla.key) == {taken}
    assert in_hand("") == {free}
    assert in_hand(None) == {taken, free}
    assert account_page(AYSEL, taken).holder == leyla.key
    assert differences() == ()


def test_the_last_of_several_rows_counts_and_all_stay(leyla: Member, nigar: Member) -> None:
    account = an_account()
    hold_account(by=leyla, account=account, holder=leyla.key, expected="")
    hold_account(by=leyla, account=account, holder=nigar.key, expected=leyla.key)
    hold_account(by=nigar, account=account, holder="", expected=nigar.key)

    acts = [line.act for line in custody_trail(leyla, account)]

    assert account_page(AYSEL, account).holder == ""
    assert Holding.objects.count() == 3
    assert acts[-3:] == ["account taken", "account handed on", "account given back"]
    assert differences() == ()


def test_of_two_who_take_the_same_account_the_second_is_told(leyla: Member, nigar: Member) -> None:
    account = an_account()
    hold_account(by=leyla, account=account, holder=leyla.key, expected="")

    with pytest.raises(Conflict):
        hold_account(by=nigar, account=account, holder=nigar.key, expected="")

    assert account_page(AYSEL, account).holder == leyla.key


def test_what_changes_nothing_is_not_recorded(leyla: Member) -> None:
    account = an_account()

    with pytest.raises(Conflict):
        hold_account(by=leyla, account=account, holder="", expected="")

    assert not Holding.objects.exists()


def test_it_keeps_no_colleague_from_reading_or_deciding(leyla: Member, nigar: Member) -> None:
    account = an_account()
    hold_account(by=leyla, account=account, holder=leyla.key, expected="")

    read_account(by=nigar, account=account, reader=Fixed())
    accept_draft(by=nigar, draft=drafts(nigar, account).drafts[0].key, expected=0)

    assert account_page(nigar, account).decided == 1


@pytest.mark.parametrize("role", [MemberRole.ADMINISTRATOR, MemberRole.MACHINE])
def test_only_who_decides_on_content_can_have_an_account(leyla: Member, role: MemberRole) -> None:
    account, other = an_account(), colleague("other", role)

    with pytest.raises(Malformed):
        hold_account(by=leyla, account=account, holder=other.key, expected="")
    with pytest.raises(NotPermitted):
        hold_account(by=other, account=account, holder=leyla.key, expected="")


def test_nothing_is_handed_to_a_member_who_was_deactivated(leyla: Member, nigar: Member) -> None:
    account = an_account()
    deactivate_member(by=ADMIN, member=nigar.key, reason="left")

    with pytest.raises(Malformed):
        hold_account(by=leyla, account=account, holder=nigar.key, expected="")


def test_what_a_deactivated_member_had_can_be_taken_over(leyla: Member, nigar: Member) -> None:
    account = an_account()
    hold_account(by=nigar, account=account, holder=nigar.key, expected="")
    deactivate_member(by=ADMIN, member=nigar.key, reason="left")

    hold_account(by=leyla, account=account, holder=leyla.key, expected=nigar.key)

    assert in_hand(leyla.key) == {account}


def test_an_account_or_a_colleague_that_is_not_there_is_named(leyla: Member) -> None:
    with pytest.raises(NotFound):
        hold_account(by=leyla, account="0" * 32, holder=leyla.key, expected="")
    with pytest.raises(NotFound):
        hold_account(by=leyla, account=an_account(), holder="0" * 32, expected="")
