"""A whole log can be checked again, and the first thing wrong is named by its place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.custody.sample import SampleLog, sample_log

from heard.custody import (
    Checkpoint,
    TilePiece,
    TilesInMemory,
    consistency_path,
    leaf_hash,
    verify_growth,
    verify_leaves,
    verify_tiles,
)
from heard.terms.errors import BrokenCustody

SIZE = 600
LOG = sample_log(SIZE)
LEAVES = [entry.leaf for entry in LOG.entries]
HEAD = Checkpoint.read(LOG.checkpoint().text)


def head_of(log: SampleLog) -> Checkpoint:
    return Checkpoint.read(log.checkpoint().text)


def test_an_untouched_log_is_whole() -> None:
    verify_leaves(LEAVES, source=LOG.tiles, checkpoint=HEAD)
    verify_tiles(LOG.tiles, checkpoint=HEAD)


@given(at=st.integers(0, SIZE - 2), change=st.sampled_from(["alter", "remove", "add", "reorder"]))
@settings(max_examples=40, deadline=None)
def test_any_altered_missing_added_or_reordered_entry_is_named(at: int, change: str) -> None:
    leaves = list(LEAVES)
    if change == "alter":
        leaves[at] = leaves[at].replace(b"viewed", b"sealed").replace(b"received", b"viewed")
    elif change == "remove":
        del leaves[at]
    elif change == "add":
        leaves.insert(at, b"an entry from nowhere")
    else:
        leaves[at], leaves[at + 1] = leaves[at + 1], leaves[at]

    with pytest.raises(BrokenCustody) as broken:
        verify_leaves(leaves, source=LOG.tiles, checkpoint=HEAD)

    assert broken.value.args == ("entry", at)


@pytest.mark.parametrize("kept", [0, 256, 599])
def test_entries_missing_at_the_end_are_found(kept: int) -> None:
    with pytest.raises(BrokenCustody) as broken:
        verify_leaves(LEAVES[:kept], source=LOG.tiles, checkpoint=HEAD)

    assert broken.value.args == ("size", kept, SIZE)


def test_a_log_rewritten_with_its_tiles_still_fails_its_checkpoint() -> None:
    leaves = [*LEAVES[:100], b"another past", *LEAVES[101:]]
    tiles = TilesInMemory()
    tiles.extend(map(leaf_hash, leaves))

    with pytest.raises(BrokenCustody):
        verify_leaves(leaves, source=tiles, checkpoint=HEAD)
    with pytest.raises(BrokenCustody):
        verify_tiles(tiles, checkpoint=HEAD)


def test_a_later_checkpoint_must_contain_the_earlier_one() -> None:
    grown = sample_log(SIZE + 44)
    path = consistency_path(grown.tiles, old_size=SIZE, new_size=SIZE + 44)
    other = SampleLog()
    while len(other.entries) < SIZE + 44:
        other.add()

    verify_growth(HEAD, head_of(grown), path=path)
    with pytest.raises(BrokenCustody):
        verify_growth(HEAD, head_of(other), path=consistency_path(other.tiles, old_size=SIZE, new_size=SIZE + 44))


def test_a_tile_cannot_be_written_out_of_turn() -> None:
    tiles = TilesInMemory()
    tiles.extend([leaf_hash(b"one")])

    with pytest.raises(BrokenCustody):
        tiles.put(TilePiece(level=0, index=0, offset=0, hashes=bytes(32)))
