"""Reset the second factor of a member who lost theirs."""

from heard.custody.acts import Act
from heard.procedures.doing import procedure
from heard.procedures.reasons import require_reason
from heard.records.shelf.members import end_sessions, forget_second_factors, member_row
from heard.register.member import Member
from heard.terms.errors import NotPermitted


def reset_second_factor(*, by: Member, member: str, reason: str) -> None:
    """Take every second factor of a member away, so that the next log-in asks for a new one; their sessions end.

    Raises NotPermitted for one's own, NotFound, Malformed (no reason).
    """
    require_reason(reason)
    with procedure(by=by, needs="member.change") as doing:
        if member == by.key:
            raise NotPermitted("own second factor")
        row = member_row(member)
        doing.log(act=Act.SECOND_FACTOR_RESET, item=member, reason=reason)
        forget_second_factors(row)
        end_sessions(row)
