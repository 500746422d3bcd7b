"""What every colleague may see: members, and the custody trail of an item. No content."""

from heard.records import models as tables
from heard.records.queries.pages import CustodyLine, MemberLine
from heard.records.queries.permission import house
from heard.register.member import Member

SHOWN = 1_000  # the latest entries of one item


@house
def custody_trail(by: Member, /, item: str) -> tuple[CustodyLine, ...]:
    """The custody entries of one item, oldest first; of more than a thousand, the latest."""
    rows = tables.CustodyEntry.objects.filter(item=item).order_by("-index")[:SHOWN]
    return tuple(custody_line(row) for row in reversed(rows))


def custody_line(row: tables.CustodyEntry) -> CustodyLine:
    """One entry as pages show it."""
    return CustodyLine(
        index=row.index,
        act=row.act,
        item=row.item,
        day=row.at.date().isoformat(),
        at=row.at,
        actor=row.actor,
        leaf=bytes(row.leaf_hash).hex(),
    )


@house
def members(by: Member, /) -> tuple[MemberLine, ...]:
    """All members in the order of their names."""
    columns = ("key", "username", "name", "role", "language", "is_active")
    return tuple(
        MemberLine(key=key, username=username, name=name, role=role, language=language, active=active)
        for key, username, name, role, language, active in tables.MemberAccount.objects.order_by(
            "name", "key"
        ).values_list(*columns)
    )
