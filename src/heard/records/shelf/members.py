"""Change how members log in: whether they may, by which password, with which second factor."""

from django.apps import apps
from django.contrib.sessions.models import Session

from heard.records import models as tables
from heard.register.member import Member, MemberRole
from heard.terms.errors import NotFound


def member_row(key: str) -> tables.MemberAccount:
    """The member of this key; raises NotFound."""
    row = tables.MemberAccount.objects.filter(key=key).first()
    if row is None:
        raise NotFound("member", key)
    return row


def is_last_administrator(member: Member) -> bool:
    """Whether no other active administrator is left beside this one."""
    active = tables.MemberAccount.objects.filter(role=MemberRole.ADMINISTRATOR.value, is_active=True)
    return member.role is MemberRole.ADMINISTRATOR and not active.exclude(key=member.key).exists()


def set_active(row: tables.MemberAccount, active: bool) -> None:
    """Let a member log in, or no longer."""
    row.is_active = active
    row.save(update_fields=["is_active"])


def set_password(row: tables.MemberAccount, hashed: str) -> None:
    """From now on only this password, given as its hash, opens the log-in."""
    row.password = hashed
    row.save(update_fields=["password"])


def forget_second_factors(row: tables.MemberAccount) -> None:
    """Take away every app, key and recovery code of a member."""
    apps.get_model("mfa", "Authenticator").objects.filter(user_id=row.pk).delete()


def end_sessions(row: tables.MemberAccount) -> None:
    """End what this member has open, at every browser."""
    theirs = [
        session.pk for session in Session.objects.all() if session.get_decoded().get("_auth_user_id") == str(row.pk)
    ]
    Session.objects.filter(pk__in=theirs).delete()
