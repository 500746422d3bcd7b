"""Let a deactivated member log in again."""

from heard.custody.acts import Act
from heard.procedures.doing import procedure
from heard.procedures.reasons import require_reason
from heard.records.shelf.members import member_row, set_active
from heard.register.member import Member
from heard.terms.errors import Conflict


def reactivate_member(*, by: Member, member: str, reason: str) -> None:
    """Let a member in again, with the password and second factor they had.

    Raises NotFound, Malformed (no reason), Conflict where they are active already.
    """
    require_reason(reason)
    with procedure(by=by, needs="member.change") as doing:
        row = member_row(member)
        if row.is_active:
            raise Conflict("member", "active")
        doing.log(act=Act.MEMBER_REACTIVATED, item=member, reason=reason)
        set_active(row, True)
