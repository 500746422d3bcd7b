"""Long lists in pieces that every database takes."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
AT_ONCE = 500


def batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The items in their order, at most `AT_ONCE` together."""
    piece: list[Item] = []
    for item in items:
        piece.append(item)
        if len(piece) == AT_ONCE:
            yield piece
            piece = []
    if piece:
        yield piece
