"""Set a new password for a member who lost theirs."""

from django.contrib.auth.hashers import make_password

from heard.custody.acts import Act
from heard.procedures.doing import procedure
from heard.records.shelf.members import end_sessions, member_row, set_password
from heard.register.member import Member, MemberRole
from heard.terms.errors import Malformed, NotPermitted


def set_member_password(*, by: Member, member: str, password: str) -> None:
    """From now on only this password opens their log-in; their sessions end.

    Raises NotPermitted for one's own, which is changed by giving the old one; NotFound; Malformed for no password, or
    for a program, which never logs in.
    """
    if not password:
        raise Malformed("password")
    with procedure(by=by, needs="member.change") as doing:
        if member == by.key:
            raise NotPermitted("own password")
        row = member_row(member)
        if row.member.role is MemberRole.MACHINE:
            raise Malformed("member", "program")
        doing.log(act=Act.PASSWORD_SET, item=member)
        set_password(row, make_password(password))
        end_sessions(row)
