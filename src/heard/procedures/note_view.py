"""Log that a member looked at an item."""

from heard.custody.acts import Act
from heard.procedures.doing import procedure
from heard.register.member import Member


def note_view(*, by: Member, item: str, page: str) -> None:
    """One custody entry; `page` says what was shown: account, person, incident, place, search."""
    with procedure(by=by, needs="account.view") as doing:
        doing.log(act=Act.VIEWED, item=item, facts={"page": page})
