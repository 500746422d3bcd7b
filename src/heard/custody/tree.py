"""The Merkle tree of RFC 6962 §2.1: how a log grows, and what its proofs are checked against.

Hashes are SHA-256 digests of 32 bytes. Sizes count leaves; an index counts from 0.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from heard.terms.errors import BrokenCustody, Malformed

HASH_LENGTH = 32
TILE_HEIGHT = 8
TILE_WIDTH = 2**TILE_HEIGHT
EMPTY_ROOT = hashlib.sha256().digest()
LARGEST_SIZE = 2**53 - 1


def leaf_hash(leaf: bytes) -> bytes:
    """The hash of one leaf."""
    return hashlib.sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of two subtrees side by side."""
    return hashlib.sha256(b"\x01" + left + right).digest()


@dataclass(frozen=True, slots=True, kw_only=True)
class TilePiece:
    """Hashes to add to the tile (`level`, `index`), which holds `offset` hashes so far; `hashes` is 32 bytes each."""

    level: int
    index: int
    offset: int
    hashes: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Frontier:
    """All of a log that is needed to go on: its size, and the roots of its perfect subtrees, largest first."""

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.size <= LARGEST_SIZE or len(self.peaks) != self.size.bit_count():
            raise Malformed("frontier", self.size)
        if any(len(peak) != HASH_LENGTH for peak in self.peaks):
            raise Malformed("frontier", self.size)

    @classmethod
    def read(cls, size: int, encoded: bytes) -> Self:
        """The frontier of a log of `size` leaves, from what `encoded()` gave."""
        return cls(size=size, peaks=split_hashes(encoded))

    def encoded(self) -> bytes:
        """The peaks, 32 bytes each, largest first; at most 1,696 bytes for any log."""
        return b"".join(self.peaks)

    def root(self) -> bytes:
        """The root of the tree so far."""
        if not self.peaks:
            return EMPTY_ROOT
        root = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            root = node_hash(peak, root)
        return root

    def extended(self, leaf_hashes: Iterable[bytes]) -> tuple[Self, tuple[TilePiece, ...]]:
        """The frontier after adding leaves, and what to add to which tiles; two hashes of work per leaf."""
        size, peaks = self.size, list(self.peaks)
        pieces: dict[tuple[int, int], tuple[int, list[bytes]]] = {}
        for hashed in leaf_hashes:
            peak, height = hashed, 0
            _add_to_tile(pieces, height, size, peak)
            while (size >> height) & 1:
                peak = node_hash(peaks.pop(), peak)
                height += 1
                if height % TILE_HEIGHT == 0:
                    _add_to_tile(pieces, height, size, peak)
            peaks.append(peak)
            size += 1
        written = tuple(
            TilePiece(level=level, index=index, offset=offset, hashes=b"".join(hashes))
            for (level, index), (offset, hashes) in sorted(pieces.items())
        )
        return type(self)(size=size, peaks=tuple(peaks)), written


def split_hashes(joined: bytes) -> tuple[bytes, ...]:
    """The hashes of a tile or frontier; raises Malformed when a part is left over."""
    if len(joined) % HASH_LENGTH:
        raise Malformed("hashes", len(joined))
    return tuple(joined[at : at + HASH_LENGTH] for at in range(0, len(joined), HASH_LENGTH))


def root_of(leaf_hashes: Iterable[bytes]) -> bytes:
    """The root over these leaf hashes, computed from nothing else."""
    frontier, _ = Frontier().extended(leaf_hashes)
    return frontier.root()


def verify_inclusion(hashed: bytes, *, index: int, size: int, path: Sequence[bytes], root: bytes) -> None:
    """Raise BrokenCustody unless `path` shows the leaf hash at `index` of the tree of `size` with this root."""
    if not 0 <= index < size:
        raise BrokenCustody("inclusion", index)
    position, last, reached = index, size - 1, hashed
    for sibling in path:
        if last == 0:
            raise BrokenCustody("inclusion", index)
        if position & 1 or position == last:
            reached = node_hash(sibling, reached)
            while position and not position & 1:
                position, last = position >> 1, last >> 1
        else:
            reached = node_hash(reached, sibling)
        position, last = position >> 1, last >> 1
    if last != 0 or reached != root:
        raise BrokenCustody("inclusion", index)


def verify_consistency(
    *, old_size: int, old_root: bytes, new_size: int, new_root: bytes, path: Sequence[bytes]
) -> None:
    """Raise BrokenCustody unless `path` shows that the newer tree begins with the whole older one."""
    if not 0 <= old_size <= new_size:
        raise BrokenCustody("consistency", old_size, new_size)
    if old_size in (0, new_size):
        if path or old_root != (new_root if old_size == new_size else EMPTY_ROOT):
            raise BrokenCustody("consistency", old_size, new_size)
        return
    if (old_size & (old_size - 1)) == 0:
        path = (old_root, *path)
    if not path:
        raise BrokenCustody("consistency", old_size, new_size)
    _follow_consistency(old_size, old_root, new_size, new_root, path)


def _follow_consistency(old_size: int, old_root: bytes, new_size: int, new_root: bytes, path: Sequence[bytes]) -> None:
    position, last = old_size - 1, new_size - 1
    while position & 1:
        position, last = position >> 1, last >> 1
    old_reached = new_reached = path[0]
    for sibling in path[1:]:
        if last == 0:
            raise BrokenCustody("consistency", old_size, new_size)
        if position & 1 or position == last:
            old_reached = node_hash(sibling, old_reached)
            new_reached = node_hash(sibling, new_reached)
            while position and not position & 1:
                position, last = position >> 1, last >> 1
        else:
            new_reached = node_hash(new_reached, sibling)
        position, last = position >> 1, last >> 1
    if last != 0 or old_reached != old_root or new_reached != new_root:
        raise BrokenCustody("consistency", old_size, new_size)


def _add_to_tile(pieces: dict[tuple[int, int], tuple[int, list[bytes]]], height: int, leaf: int, hashed: bytes) -> None:
    """Note that the subtree of `height` ending with `leaf` is complete."""
    place = leaf >> height
    tile = (height // TILE_HEIGHT, place // TILE_WIDTH)
    _, hashes = pieces.setdefault(tile, (place % TILE_WIDTH, []))
    hashes.append(hashed)
