"""What every colleague may see: members, and the custody trail of an item. No content."""

from heard.records.queries.pages import CustodyLine, MemberLine
from heard.records.queries.permission import house
from heard.register.member import Member


@house
def custody_trail(by: Member, /, item: str) -> tuple[CustodyLine, ...]:
    """The custody entries of one item, oldest first."""
    raise NotImplementedError


@house
def members(by: Member, /) -> tuple[MemberLine, ...]:
    """All members in the order of their names."""
    raise NotImplementedError
