"""Looking after members: who may log in, by which password, with which second factor."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from tests.house import ADMIN, AYSEL

from heard.procedures.add_member import add_member
from heard.procedures.deactivate_member import deactivate_member
from heard.procedures.reactivate_member import reactivate_member
from heard.procedures.reset_second_factor import reset_second_factor
from heard.procedures.set_member_password import set_member_password
from heard.records.models import CustodyEntry, MemberAccount
from heard.records.queries.house import custody_trail
from heard.register.member import Member, MemberRole
from heard.terms.errors import Conflict, LastAdministrator, Malformed, NotFound, NotPermitted

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough password"


@pytest.fixture
def chief() -> Member:
    return add_member(by=None, username="chief", name="Zaur", role=MemberRole.ADMINISTRATOR, password=PASSWORD)


@pytest.fixture
def aysel(chief: Member) -> Member:
    return another(chief, MemberRole.DOCUMENTER, "aysel")


def another(chief: Member, role: MemberRole, username: str) -> Member:
    password = "" if role is MemberRole.MACHINE else PASSWORD
    return add_member(by=chief, username=username, name=username, role=role, password=password)


def row(member: Member) -> MemberAccount:
    return MemberAccount.objects.get(key=member.key)


def acts(member: Member) -> list[str]:
    return [line.act for line in custody_trail(member, member.key)]


def seated(member: Member) -> Client:
    client = Client()
    client.force_login(row(member))
    return client


def test_a_deactivated_member_is_shut_out_and_named_in_custody(chief: Member, aysel: Member) -> None:
    deactivate_member(by=chief, member=aysel.key, reason="left the house")

    assert not row(aysel).is_active
    assert acts(aysel)[-1] == "member deactivated"


def test_a_session_that_was_open_does_not_come_back_with_its_member(chief: Member, aysel: Member) -> None:
    client, other = seated(aysel), seated(chief)
    deactivate_member(by=chief, member=aysel.key, reason="telephone seized")
    assert client.get("/settings/").status_code == 302

    reactivate_member(by=chief, member=aysel.key, reason="telephone replaced")

    assert client.get("/settings/").status_code == 302
    assert other.session.get("_auth_user_id") == str(row(chief).pk)
    assert acts(aysel)[-1] == "member reactivated"


def test_the_last_active_administrator_stays(chief: Member) -> None:
    second = another(chief, MemberRole.ADMINISTRATOR, "second")
    deactivate_member(by=chief, member=second.key, reason="left")
    before = CustodyEntry.objects.count()

    with pytest.raises(LastAdministrator):
        deactivate_member(by=chief, member=chief.key, reason="tired")

    assert row(chief).is_active
    assert CustodyEntry.objects.count() == before


def test_an_administrator_may_leave_while_another_stays(chief: Member) -> None:
    another(chief, MemberRole.ADMINISTRATOR, "second")

    deactivate_member(by=chief, member=chief.key, reason="leaving")

    assert not row(chief).is_active


def test_of_two_administrators_who_shut_each_other_out_one_stays(chief: Member) -> None:
    second = another(chief, MemberRole.ADMINISTRATOR, "second")
    deactivate_member(by=chief, member=second.key, reason="quarrel")

    with pytest.raises(LastAdministrator):
        deactivate_member(by=second, member=chief.key, reason="quarrel")


def test_nobody_is_deactivated_or_reactivated_twice(chief: Member, aysel: Member) -> None:
    with pytest.raises(Conflict):
        reactivate_member(by=chief, member=aysel.key, reason="x")
    deactivate_member(by=chief, member=aysel.key, reason="x")
    with pytest.raises(Conflict):
        deactivate_member(by=chief, member=aysel.key, reason="x")


def test_a_new_password_replaces_the_old_one_and_ends_what_was_open(chief: Member, aysel: Member) -> None:
    client = seated(aysel)

    set_member_password(by=chief, member=aysel.key, password="another long password")

    assert row(aysel).check_password("another long password")
    assert not row(aysel).check_password(PASSWORD)
    assert client.get("/settings/").status_code == 302
    assert acts(aysel)[-1] == "password set"


def test_a_reset_takes_every_second_factor_of_that_member_only(chief: Member, aysel: Member) -> None:
    for member in (chief, aysel):
        Authenticator.objects.create(user=row(member), type=Authenticator.Type.TOTP, data={})
    Authenticator.objects.create(user=row(aysel), type=Authenticator.Type.RECOVERY_CODES, data={})

    reset_second_factor(by=chief, member=aysel.key, reason="lost the telephone; seen in person")

    assert [one.user_id for one in Authenticator.objects.all()] == [row(chief).pk]
    assert acts(aysel)[-1] == "second factor reset"


def test_a_program_gets_no_password(chief: Member) -> None:
    machine = another(chief, MemberRole.MACHINE, "machine")

    with pytest.raises(Malformed):
        set_member_password(by=chief, member=machine.key, password=PASSWORD)


def test_nobody_goes_round_their_own_password_or_second_factor(chief: Member) -> None:
    with pytest.raises(NotPermitted):
        set_member_password(by=chief, member=chief.key, password="another long password")
    with pytest.raises(NotPermitted):
        reset_second_factor(by=chief, member=chief.key, reason="x")


@pytest.mark.parametrize(
    "verb", [deactivate_member, reactivate_member, reset_second_factor], ids=["shut out", "let in", "reset"]
)
def test_looking_after_members_is_for_administrators_with_a_reason(chief: Member, aysel: Member, verb: object) -> None:
    with pytest.raises(NotPermitted):
        verb(by=aysel, member=chief.key, reason="x")  # type: ignore[operator]
    with pytest.raises(Malformed):
        verb(by=chief, member=aysel.key, reason=" ")  # type: ignore[operator]
    with pytest.raises(NotFound):
        verb(by=chief, member="0" * 32, reason="x")  # type: ignore[operator]


def test_only_an_administrator_sets_a_password_and_never_an_empty_one(chief: Member, aysel: Member) -> None:
    with pytest.raises(NotPermitted):
        set_member_password(by=AYSEL, member=aysel.key, password="another long password")
    with pytest.raises(Malformed):
        set_member_password(by=ADMIN, member=aysel.key, password="")
