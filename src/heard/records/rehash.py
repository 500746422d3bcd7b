"""The whole log checked against itself: every leaf, detail, tile and checkpoint, from the first entry on."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise, zip_longest

from django.db.models import Subquery

from heard.custody.acts import Act
from heard.custody.checkpoint import Checkpoint, open_checkpoint
from heard.custody.entry import open_detail, read_entry
from heard.custody.note import Note
from heard.custody.tree import HASH_LENGTH, TILE_WIDTH, Frontier, leaf_hash
from heard.records import keyring, log
from heard.records.models import (
    Account,
    Claim,
    CustodyCheckpoint,
    CustodyEntry,
    CustodyHead,
    Draft,
    Mention,
)
from heard.terms.errors import BrokenCustody, Malformed

#: Tables whose rows lose their private details with their exhibit, and how each reaches it.
_DRAWN_FROM_EXHIBIT = (
    (Account, "exhibit__key"),
    (Draft, "account__exhibit__key"),
    (Claim, "account__exhibit__key"),
    (Mention, "account__exhibit__key"),
)


@dataclass(frozen=True, slots=True)
class _Row:
    index: int
    leaf_hash: bytes
    act: str
    item: str
    actor: str
    at: datetime
    leaf: bytes
    detail: bytes | None
    salt: bytes | None


def rehash() -> Frontier:
    """How far the sound log has come; raises BrokenCustody with what is wrong and at which entry, tile or size.

    Compares every entry with its columns, leaf hash and commitment, every tile with the entries below it, every
    signed checkpoint with the root at its size, and the head with all of it. A private detail may be missing only of
    what was destroyed on request. Memory stays flat; nobody is held up.
    """
    checkpoints = _checkpoints()
    reached = _head()
    if checkpoints and max(checkpoints) > reached.size:
        raise BrokenCustody("checkpoint", max(checkpoints))
    checked = Frontier()
    _check_checkpoints(checkpoints[0], checked)
    for start, end in pairwise(_stops(reached.size, checkpoints)):
        hashes = _check_entries(range(start, end))
        checked, pieces = checked.extended(hashes)
        for piece in pieces:
            _check_tile(piece.level, piece.index, offset=piece.offset, hashes=piece.hashes)
        _check_checkpoints(checkpoints[end], checked)
    if checked != reached:
        raise BrokenCustody("head", reached.size)
    return checked


def _checkpoints() -> defaultdict[int, list[CustodyCheckpoint]]:
    by_size: defaultdict[int, list[CustodyCheckpoint]] = defaultdict(list)
    for row in CustodyCheckpoint.objects.all():
        by_size[row.size].append(row)
    return by_size


def _head() -> Frontier:
    """The head, read in one statement with the last entry, which must be the one before it."""
    newest = CustodyEntry.objects.order_by("-index").values("index")[:1]
    row = CustodyHead.objects.annotate(last=Subquery(newest)).first()
    if row is None:
        return Frontier()
    if row.size != (0 if row.last is None else row.last + 1):
        raise BrokenCustody("head", row.size)
    return Frontier.read(row.size, bytes(row.peaks))


def _stops(size: int, checkpoints: Iterable[int]) -> list[int]:
    return sorted({*range(0, size, TILE_WIDTH), *(at for at in checkpoints if at <= size), size})


def _check_entries(indexes: range) -> list[bytes]:
    fields = ("index", "leaf_hash", "act", "item", "actor", "at", "leaf", "detail__detail", "detail__salt")
    found = CustodyEntry.objects.filter(index__range=(indexes.start, indexes.stop - 1)).order_by("index")
    rows = [_Row(*row) for row in found.values_list(*fields)]
    for expected, row in zip_longest(indexes, rows):
        if row is None or row.index != expected:
            raise BrokenCustody("missing", expected)
    _check_forgotten([row for row in rows if row.detail is None])
    return [_check_entry(row) for row in rows]


def _check_forgotten(rows: list[_Row]) -> None:
    """A row without its detail is about an exhibit that the log says was destroyed, or about what was drawn from it."""
    items = {row.item for row in rows}
    exhibit_of = {item: item for item in items}
    for table, exhibit in _DRAWN_FROM_EXHIBIT if items else ():
        exhibit_of |= dict(table._default_manager.filter(key__in=items).values_list("key", exhibit))
    said = CustodyEntry.objects.filter(act=Act.DESTROYED.value, item__in=set(exhibit_of.values()))
    destroyed = set(said.values_list("item", flat=True)) if items else set()
    for row in rows:
        if exhibit_of[row.item] not in destroyed:
            raise BrokenCustody("detail", row.index)


def _check_entry(row: _Row) -> bytes:
    hashed, index = leaf_hash(bytes(row.leaf)), row.index
    if hashed != bytes(row.leaf_hash):
        raise BrokenCustody("leaf", index)
    try:
        entry = read_entry(bytes(row.leaf))
    except Malformed as wrong:
        raise BrokenCustody("entry", index) from wrong
    said = (entry.act.value, entry.item, entry.actor, entry.day)
    if said != (row.act, row.item, row.actor, row.at.astimezone(UTC).date()):
        raise BrokenCustody("entry", index)
    if row.detail is not None and row.salt is not None:
        open_detail(entry, bytes(row.detail), salt=bytes(row.salt))
    return hashed


def _check_tile(level: int, index: int, *, offset: int, hashes: bytes) -> None:
    if level == 0:
        return
    start = offset * HASH_LENGTH
    if log.StoredTiles().tile(level, index)[start : start + len(hashes)] != hashes:
        raise BrokenCustody("tile", level, index)


def _check_checkpoints(rows: Iterable[CustodyCheckpoint], reached: Frontier) -> None:
    signer = keyring.log_signer()
    sound = Checkpoint(origin=signer.name, size=reached.size, root=reached.root())
    for row in rows:
        try:
            said = open_checkpoint(Note.read(row.note.encode()), key=signer.verifier)
        except (Malformed, BrokenCustody) as wrong:
            raise BrokenCustody("checkpoint", reached.size) from wrong
        if said != sound or bytes(row.root) != sound.root:
            raise BrokenCustody("checkpoint", reached.size)
