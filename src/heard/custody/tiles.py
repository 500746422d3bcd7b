"""Proofs and roots computed from stored tiles of 256 hashes, reading a few tiles per proof however long the log is."""

from collections.abc import Iterable
from typing import Protocol

from heard.custody.tree import (
    EMPTY_ROOT,
    HASH_LENGTH,
    TILE_HEIGHT,
    TILE_WIDTH,
    Frontier,
    TilePiece,
    node_hash,
    split_hashes,
)
from heard.terms.errors import BrokenCustody, Malformed


class TileSource(Protocol):
    """Where tiles are kept: the tile (`level`, `index`) holds the roots of subtrees of 256**level leaves, in order."""

    def tile(self, level: int, index: int) -> bytes:
        """Its hashes so far, up to 8,192 bytes; raises BrokenCustody when there is no such tile."""
        ...


class TilesInMemory:
    """Tiles of a log that fits in memory: for checks, rebuilding and trying out."""

    def __init__(self) -> None:
        self._tiles: dict[tuple[int, int], bytearray] = {}
        self.frontier = Frontier()

    def extend(self, leaf_hashes: Iterable[bytes]) -> None:
        """Add leaves at the end."""
        self.frontier, pieces = self.frontier.extended(leaf_hashes)
        for piece in pieces:
            self.put(piece)

    def put(self, piece: TilePiece) -> None:
        """Keep what `Frontier.extended` gave; raises BrokenCustody when it does not continue the tile."""
        kept = self._tiles.setdefault((piece.level, piece.index), bytearray())
        if len(kept) != piece.offset * HASH_LENGTH or len(kept) + len(piece.hashes) > TILE_WIDTH * HASH_LENGTH:
            raise BrokenCustody("tile", piece.level, piece.index)
        kept += piece.hashes

    def tile(self, level: int, index: int) -> bytes:
        try:
            return bytes(self._tiles[level, index])
        except KeyError as missing:
            raise BrokenCustody("tile", level, index) from missing


def root_at(source: TileSource, size: int) -> bytes:
    """The root the log had when it held `size` leaves."""
    if size < 0:
        raise Malformed("size", size)
    return _Subtrees(source).over(0, size) if size else EMPTY_ROOT


def frontier_at(source: TileSource, size: int) -> Frontier:
    """The frontier the log had at `size`, rebuilt from its tiles."""
    subtrees, start, peaks = _Subtrees(source), 0, []
    for height in reversed(range(size.bit_length())):
        if (size >> height) & 1:
            peaks.append(subtrees.perfect(height, start >> height))
            start += 1 << height
    return Frontier(size=size, peaks=tuple(peaks))


def inclusion_path(source: TileSource, *, index: int, size: int) -> tuple[bytes, ...]:
    """The hashes that show leaf `index` in the tree of `size` (RFC 6962 §2.1.1), the leaf's neighbour first."""
    if not 0 <= index < size:
        raise Malformed("inclusion", index, size)
    subtrees, path, start, end = _Subtrees(source), [], 0, size
    while end - start > 1:
        middle = start + _left_width(end - start)
        if index < middle:
            path.append(subtrees.over(middle, end))
            end = middle
        else:
            path.append(subtrees.over(start, middle))
            start = middle
    return tuple(reversed(path))


def consistency_path(source: TileSource, *, old_size: int, new_size: int) -> tuple[bytes, ...]:
    """The hashes that show the tree of `new_size` to begin with the one of `old_size` (RFC 6962 §2.1.2)."""
    if not 0 <= old_size <= new_size:
        raise Malformed("consistency", old_size, new_size)
    if old_size in (0, new_size):
        return ()
    subtrees, path, start, end, whole = _Subtrees(source), [], 0, new_size, True
    while old_size != end:
        middle = start + _left_width(end - start)
        if old_size <= middle:
            path.append(subtrees.over(middle, end))
            end = middle
        else:
            path.append(subtrees.over(start, middle))
            start, whole = middle, False
    if not whole:
        path.append(subtrees.over(start, end))
    return tuple(reversed(path))


class _Subtrees:
    """Roots of parts of the tree, each tile read once."""

    def __init__(self, source: TileSource) -> None:
        self._source = source
        self._read: dict[tuple[int, int], tuple[bytes, ...]] = {}

    def over(self, start: int, end: int) -> bytes:
        """The root over the leaves `start` up to `end`, a part the tree of RFC 6962 really has."""
        width = end - start
        if width & (width - 1) == 0:
            height = width.bit_length() - 1
            return self.perfect(height, start >> height)
        middle = start + _left_width(width)
        return node_hash(self.over(start, middle), self.over(middle, end))

    def perfect(self, height: int, place: int) -> bytes:
        """The root of the perfect subtree of `height`, the `place`th of its kind."""
        level, above = divmod(height, TILE_HEIGHT)
        first = place << above
        index, offset = divmod(first, TILE_WIDTH)
        hashes = self._tile(level, index)[offset : offset + (1 << above)]
        if len(hashes) != 1 << above:
            raise BrokenCustody("tile", level, index)
        while len(hashes) > 1:
            hashes = tuple(node_hash(hashes[at], hashes[at + 1]) for at in range(0, len(hashes), 2))
        return hashes[0]

    def _tile(self, level: int, index: int) -> tuple[bytes, ...]:
        if (level, index) not in self._read:
            self._read[level, index] = split_hashes(self._source.tile(level, index))
        return self._read[level, index]


def _left_width(width: int) -> int:
    """The largest power of two smaller than `width`."""
    return 1 << ((width - 1).bit_length() - 1)
