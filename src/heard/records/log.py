"""The custody log in the database: one writer at a time, many entries a commit, proofs from stored tiles."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from heard.custody.checkpoint import Checkpoint, sign_checkpoint
from heard.custody.entry import Entry
from heard.custody.note import Note
from heard.custody.tiles import consistency_path, inclusion_path, root_at
from heard.custody.tree import HASH_LENGTH, TILE_WIDTH, Frontier, TilePiece, leaf_hash
from heard.records import keyring
from heard.records.models import CustodyCheckpoint, CustodyDetail, CustodyEntry, CustodyHead, CustodyTile
from heard.terms.errors import BrokenCustody, NotFound

ROWS_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """An entry to append, with what stays private: the exact moment, the detail, and the salt that opens it."""

    entry: Entry
    at: datetime
    detail: bytes
    salt: bytes


def hold_head() -> Frontier:
    """Become the only writer until the transaction ends; the frontier to go on from.

    Others wait for the database's own limit, then fail with what `failures_named` calls DatabaseBusy.
    """
    assert connection.in_atomic_block, "the log is written inside a transaction"
    held = CustodyHead.objects.select_for_update().filter(id=1)
    head = held.first()
    if head is None:
        CustodyHead.objects.bulk_create([CustodyHead(id=1, size=0, peaks=b"")], ignore_conflicts=True)
        head = held.get()
    return Frontier.read(head.size, bytes(head.peaks))


def append(entries: Sequence[NewEntry], *, onto: Frontier) -> Frontier:
    """The log's new frontier; `onto` is what `hold_head` or the last `append` of this transaction gave.

    The entries have the indexes `onto.size` and on; all become lasting with the caller's transaction, or none.
    """
    leaves = [new.entry.leaf() for new in entries]
    hashes = [leaf_hash(leaf) for leaf in leaves]
    after, pieces = onto.extended(hashes)
    _insert_entries(onto.size, entries, leaves, hashes)
    _insert_tiles(pieces)
    moved = CustodyHead.objects.filter(id=1, size=onto.size).update(size=after.size, peaks=after.encoded())
    assert moved == 1, "nobody else wrote while the head was held"
    return after


def checkpoint(reached: Frontier, *, at: datetime) -> Note:
    """The signed statement of size and root, kept with the log; `reached` is what the head holds now."""
    signer = keyring.log_signer()
    note = sign_checkpoint(Checkpoint(origin=signer.name, size=reached.size, root=reached.root()), key=signer)
    CustodyCheckpoint.objects.create(size=reached.size, root=reached.root(), at=at, note=note.encoded().decode())
    return note


def last_checkpoint() -> Note:
    """The newest one; raises NotFound when there is none yet."""
    row = CustodyCheckpoint.objects.order_by("size", "id").last()
    if row is None:
        raise NotFound("checkpoint")
    return Note.read(row.note.encode())


def head() -> Frontier:
    """How far the log has come, without holding anybody up."""
    row = CustodyHead.objects.filter(id=1).first()
    return Frontier.read(row.size, bytes(row.peaks)) if row else Frontier()


def destroy_details(item: str) -> None:
    """Forget names, reasons, exact content hashes and salts of all that was done to `item`; its leaves stay.

    To be called in a procedure that logs this as destroyed.
    """
    CustodyDetail.objects.filter(entry__item=item).delete()


class StoredTiles:
    """The log's tiles as the database holds them; the leaves' own hashes stand in their entries."""

    def tile(self, level: int, index: int) -> bytes:
        if level == 0:
            span = (index * TILE_WIDTH, (index + 1) * TILE_WIDTH - 1)
            rows = CustodyEntry.objects.filter(index__range=span).order_by("index")
            joined = b"".join(bytes(hashed) for hashed in rows.values_list("leaf_hash", flat=True))
        else:
            pieces = CustodyTile.objects.filter(level=level, index=index).order_by("offset")
            joined = _join(pieces.values_list("offset", "hashes"), level, index)
        if not joined:
            raise BrokenCustody("tile", level, index)
        return joined


def root(size: int) -> bytes:
    """The root the log had when it held `size` entries."""
    return root_at(StoredTiles(), size)


def inclusion(index: int, *, size: int) -> tuple[bytes, ...]:
    """The path that shows entry `index` in the log of `size`; time grows with the logarithm of the size."""
    return inclusion_path(StoredTiles(), index=index, size=size)


def consistency(*, old_size: int, new_size: int) -> tuple[bytes, ...]:
    """The path that shows the log of `new_size` to begin with all of the one of `old_size`."""
    return consistency_path(StoredTiles(), old_size=old_size, new_size=new_size)


def leaves(indexes: Iterable[int]) -> Iterator[tuple[int, bytes]]:
    """Index and leaf of each entry asked for that exists, in order of index."""
    wanted = sorted(set(indexes))
    for start in range(0, len(wanted), ROWS_AT_ONCE):
        rows = CustodyEntry.objects.filter(index__in=wanted[start : start + ROWS_AT_ONCE]).order_by("index")
        for index, leaf in rows.values_list("index", "leaf"):
            yield index, bytes(leaf)


def _join(pieces: Iterable[tuple[int, bytes | memoryview]], level: int, index: int) -> bytes:
    joined = bytearray()
    for offset, hashes in pieces:
        if offset * HASH_LENGTH != len(joined):
            raise BrokenCustody("tile", level, index)
        joined += bytes(hashes)
    return bytes(joined)


def _insert_entries(first: int, entries: Sequence[NewEntry], leaves: list[bytes], hashes: list[bytes]) -> None:
    moment = connection.ops.adapt_datetimefield_value
    _insert(
        "custody_entry",
        ("index", "leaf_hash", "act", "item", "actor", "at", "leaf"),
        [
            (first + place, hashes[place], new.entry.act.value, new.entry.item, new.entry.actor, moment(new.at), leaf)
            for place, (new, leaf) in enumerate(zip(entries, leaves, strict=True))
        ],
    )
    _insert(
        "custody_detail",
        ("entry_id", "detail", "salt"),
        [(first + place, new.detail, new.salt) for place, new in enumerate(entries)],
    )


def _insert_tiles(pieces: Iterable[TilePiece]) -> None:
    _insert(
        "custody_tile",
        ("level", "index", "offset", "hashes"),
        [(piece.level, piece.index, piece.offset, piece.hashes) for piece in pieces if piece.level > 0],
    )


def _insert(table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Plain SQL: building objects and queries for them took four fifths of a group commit's time."""
    if not rows:
        return
    names, places = ", ".join(f'"{column}"' for column in columns), ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        cursor.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({places})', rows)  # noqa: S608  # own names only
