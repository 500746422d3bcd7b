"""Custody entries with their private halves, for bundles that open some of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from heard.records.models import CustodyDetail, CustodyEntry

_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptEntry:
    """An entry at its place in the log. `detail` and `salt` are empty where they were destroyed on request."""

    index: int
    act: str
    item: str
    leaf: bytes
    detail: bytes = field(repr=False)
    salt: bytes = field(repr=False)


def entries_about(items: Iterable[str]) -> tuple[KeptEntry, ...]:
    """Every entry about these items, in the order of the log."""
    wanted = sorted(set(items))
    found = [entry for start in range(0, len(wanted), _AT_ONCE) for entry in _about(wanted[start : start + _AT_ONCE])]
    return tuple(sorted(found, key=lambda entry: entry.index))


def _about(items: list[str]) -> Iterator[KeptEntry]:
    rows = CustodyEntry.objects.filter(item__in=items).values_list("index", "act", "item", "leaf")
    halves = CustodyDetail.objects.filter(entry__item__in=items).values_list("entry_id", "detail", "salt")
    private = {index: (bytes(detail), bytes(salt)) for index, detail, salt in halves}
    for index, act, item, leaf in rows:
        detail, salt = private.get(index, (b"", b""))
        yield KeptEntry(index=index, act=act, item=item, leaf=bytes(leaf), detail=detail, salt=salt)
