"""Checks of a whole log and a whole bundle: what holds is returned, what does not is raised, naming what and where."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from heard.custody.checkpoint import Checkpoint
from heard.custody.tiles import TileSource, root_at
from heard.custody.tree import HASH_LENGTH, TILE_WIDTH, Frontier, leaf_hash, verify_consistency
from heard.custody.verifier import Check
from heard.terms.errors import BrokenCustody


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedBundle:
    """What an unbroken bundle says of itself; `key` is the log's key, to be compared with one received another way."""

    key: str
    origin: str
    size: int
    entries: int
    files: int
    index: int
    at: str
    witnesses: int


def verify_bundle(path: Path, *, key: str | None = None) -> VerifiedBundle:
    """What the bundle at `path` says; raises BrokenCustody with every fault as a pair (kind, name).

    The check is the one-file verifier's own. Without `key` the signer is only as trusted as the way the bundle came.
    """
    check = Check(path, key)
    if check.faults:
        raise BrokenCustody(*check.faults)
    return VerifiedBundle(**check.facts)


def verify_leaves(leaves: Iterable[bytes], *, source: TileSource, checkpoint: Checkpoint) -> None:
    """Raise BrokenCustody unless these are all the leaves of the log at this checkpoint, in order.

    Everything is hashed again. The first leaf that differs from the stored tiles is named by its index.
    """
    frontier, batch = Frontier(), []
    for leaf in leaves:
        batch.append(leaf_hash(leaf))
        if len(batch) == TILE_WIDTH:
            frontier, batch = _extended_as_stored(frontier, batch, source), []
    frontier = _extended_as_stored(frontier, batch, source)
    if frontier.size != checkpoint.size:
        raise BrokenCustody("size", frontier.size, checkpoint.size)
    if frontier.root() != checkpoint.root:
        raise BrokenCustody("root", checkpoint.size)


def verify_tiles(source: TileSource, *, checkpoint: Checkpoint) -> None:
    """Raise BrokenCustody unless the stored tiles still give the root of this checkpoint, old or new."""
    if root_at(source, checkpoint.size) != checkpoint.root:
        raise BrokenCustody("root", checkpoint.size)


def verify_growth(old: Checkpoint, new: Checkpoint, *, path: Sequence[bytes]) -> None:
    """Raise BrokenCustody unless `new` is the same log as `old`, with nothing changed or removed since."""
    if old.origin != new.origin:
        raise BrokenCustody("origin", new.origin)
    verify_consistency(old_size=old.size, old_root=old.root, new_size=new.size, new_root=new.root, path=path)


def _extended_as_stored(frontier: Frontier, hashes: list[bytes], source: TileSource) -> Frontier:
    if not hashes:
        return frontier
    stored = source.tile(0, frontier.size // TILE_WIDTH)
    for place, hashed in enumerate(hashes):
        if stored[place * HASH_LENGTH : (place + 1) * HASH_LENGTH] != hashed:
            raise BrokenCustody("entry", frontier.size + place)
    return frontier.extended(hashes)[0]
