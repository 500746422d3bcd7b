"""What every colleague may see: members, and the custody trail of an item. No content."""

from datetime import datetime

from heard.records import models as tables
from heard.records.queries.pages import CustodyLine, MemberLine
from heard.records.queries.permission import house
from heard.register.member import Member

SHOWN = 1_000  # the latest entries of one item


@house
def custody_trail(by: Member, /, item: str) -> tuple[CustodyLine, ...]:
    """The custody entries of one item, oldest first; of more than a thousand, the latest."""
    rows = tables.CustodyEntry.objects.filter(item=item).order_by("-index")[:SHOWN]
    lines = [
        custody_line(index, act, item, at, actor, leaf)
        for index, act, at, actor, leaf in rows.values_list("index", "act", "at", "actor", "leaf_hash")
    ]
    return tuple(reversed(lines))


def custody_line(
    index: int, act: str, item: str, at: datetime, actor: str, leaf: "bytes | memoryview[int]"
) -> CustodyLine:
    """One entry's row as pages show it."""
    day = at.date().isoformat()
    return CustodyLine(index=index, act=act, item=item, day=day, at=at, actor=actor, leaf=bytes(leaf).hex())


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
