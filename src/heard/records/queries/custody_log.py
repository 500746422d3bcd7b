"""How far the custody log has come: its size, its last checkpoint, its latest entries. No content."""

from dataclasses import dataclass

from heard.records import log
from heard.records import models as tables
from heard.records.queries.house import custody_line
from heard.records.queries.pages import CustodyLine
from heard.records.queries.permission import house
from heard.register.member import Member

LATEST = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class LogPage:
    """The log as a whole. `checkpoint` is the last signed note, empty before the first; `signers` are key names."""

    size: int
    checkpoint: str
    checkpoint_size: int
    signers: tuple[str, ...]
    latest: tuple[CustodyLine, ...]


@house
def custody_log(by: Member, /) -> LogPage:
    """How far the log has come; the latest entries newest first."""
    row = tables.CustodyCheckpoint.objects.order_by("size", "id").last()
    note = row.note if row else ""
    return LogPage(
        size=log.head().size,
        checkpoint=note,
        checkpoint_size=row.size if row else 0,
        signers=tuple(line.split(" ")[1] for line in note.splitlines() if line.startswith("\u2014 ")),
        latest=_latest(),
    )


def _latest() -> tuple[CustodyLine, ...]:
    rows = tables.CustodyEntry.objects.order_by("-index")[:LATEST]
    return tuple(custody_line(row) for row in rows)
