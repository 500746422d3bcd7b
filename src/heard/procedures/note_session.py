"""Log that a member came or went."""

from heard.custody.acts import Act
from heard.procedures.doing import procedure
from heard.register.member import Member


def note_session(*, by: Member, came: bool) -> None:
    """One custody entry about the member: logged in, or logged out."""
    with procedure(by=by, needs="session.note") as doing:
        doing.log(act=Act.LOGGED_IN if came else Act.LOGGED_OUT, item=by.key)
