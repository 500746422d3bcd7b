"""Let a member log in no longer."""

from heard.custody.acts import Act
from heard.procedures.doing import procedure
from heard.procedures.reasons import require_reason
from heard.records.shelf.members import end_sessions, is_last_administrator, member_row, set_active
from heard.register.member import Member
from heard.terms.errors import Conflict, LastAdministrator


def deactivate_member(*, by: Member, member: str, reason: str) -> None:
    """Shut a member out and end their sessions; what they did stays theirs.

    Raises LastAdministrator, NotFound, Malformed (no reason), Conflict where they are inactive already.
    """
    require_reason(reason)
    with procedure(by=by, needs="member.remove") as doing:
        row = member_row(member)
        if not row.is_active:
            raise Conflict("member", "inactive")
        if is_last_administrator(row.member):
            raise LastAdministrator("member", member)
        doing.log(act=Act.MEMBER_DEACTIVATED, item=member, reason=reason)
        set_active(row, False)
        end_sessions(row)
