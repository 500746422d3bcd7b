"""What every colleague may see: members, and the custody trail of an item. No content."""

from heard.records import models as tables
from heard.records.queries.pages import CustodyLine, MemberLine
from heard.records.queries.permission import house
from heard.register.member import Member
from heard.terms.errors import NotFound

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
    return tuple(_member_line(row) for row in tables.MemberAccount.objects.order_by("name", "key"))


@house
def member(by: Member, /, key: str) -> MemberLine:
    """One member; raises NotFound."""
    row = tables.MemberAccount.objects.filter(key=key).first()
    if row is None:
        raise NotFound("member", key)
    return _member_line(row)


def _member_line(row: tables.MemberAccount) -> MemberLine:
    return MemberLine(
        key=row.key,
        username=row.username,
        name=row.name,
        role=row.role,
        language=row.language,
        active=row.is_active,
    )
