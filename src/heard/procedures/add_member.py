"""Add a colleague."""

from django.contrib.auth.hashers import make_password

from heard.custody.acts import Act
from heard.procedures.doing import procedure
from heard.records.models import MemberAccount
from heard.register.member import Member, MemberRole
from heard.terms.errors import Conflict, Malformed
from heard.terms.ids import random_id


def add_member(
    *, by: Member | None, username: str, name: str, role: MemberRole, password: str, language: str = "en"
) -> Member:
    """A member who can log in; with an empty password, one who cannot (a machine).

    `by` is None only for the first member of a home. Raises Conflict (user name taken, or not the first), Malformed,
    NotPermitted.
    """
    if not username.strip() or not name.strip():
        raise Malformed("member")
    new = Member(key=random_id(), name=name, role=role, language=language)
    with procedure(by=by or new, needs="member.add" if by else "home.begin") as doing:
        if by is None and MemberAccount.objects.exists():
            raise Conflict("member", "first")
        if MemberAccount.objects.filter(username=username).exists():
            raise Conflict("member", "user name")
        entry = doing.log(act=Act.MEMBER_ADDED, item=new.key, facts={"role": role.value})
        MemberAccount.objects.create(
            key=new.key,
            username=username,
            name=name,
            role=role.value,
            language=language,
            password=make_password(password or None),
            entry_id=entry,
        )
    return new
