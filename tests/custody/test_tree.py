"""The tree grows, proves and refuses as RFC 6962 says."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pymerkle import InmemoryTree

from heard.custody.tiles import TilesInMemory, consistency_path, frontier_at, inclusion_path, root_at
from heard.custody.tree import (
    EMPTY_ROOT,
    Frontier,
    leaf_hash,
    node_hash,
    root_of,
    verify_consistency,
    verify_inclusion,
)
from heard.terms.errors import BrokenCustody, Malformed

# The eight leaves and their roots that the implementations of Certificate Transparency (RFC 6962) test with.
LEAVES = [
    bytes.fromhex(digits)
    for digits in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
LARGE = 70_000


def hashes_of(count: int) -> list[bytes]:
    return [leaf_hash(number.to_bytes(4, "big")) for number in range(count)]


def tiles_of(count: int) -> TilesInMemory:
    tiles = TilesInMemory()
    tiles.extend(hashes_of(count))
    return tiles


@pytest.fixture(scope="module")
def large() -> TilesInMemory:
    return tiles_of(LARGE)


@pytest.mark.parametrize("size", range(9))
def test_the_published_roots_come_out(size: int) -> None:
    hashed = [leaf_hash(leaf) for leaf in LEAVES[:size]]

    assert root_of(hashed).hex() == ROOTS[size]


def test_an_empty_log_has_the_root_of_nothing() -> None:
    assert Frontier().root() == EMPTY_ROOT == hashlib.sha256(b"").digest()


@pytest.mark.parametrize("size", [1, 2, 3, 7, 8, 255, 256, 257, 300, 511, 513, 699])
def test_another_implementation_finds_the_same_roots_and_paths(size: int) -> None:
    oracle = InmemoryTree(algorithm="sha256")
    for number in range(size):
        oracle.append_entry(number.to_bytes(4, "big"))
    tiles = tiles_of(size)

    assert root_at(tiles, size) == oracle.get_root(size)
    for index in {0, size // 3, size // 2, size - 1}:
        path = [step.hex() for step in inclusion_path(tiles, index=index, size=size)]
        theirs = oracle.prove_inclusion(index + 1, size).serialize()["path"]
        assert path == theirs[1:], "theirs begins with the leaf itself"
    for old in {1, size // 3 or 1, size // 2 or 1, size}:
        assert root_at(tiles, old) == oracle.get_root(old)


@given(parts=st.lists(st.integers(0, 400), max_size=6))
@settings(max_examples=40, deadline=None)
def test_growing_in_any_steps_gives_the_same_log(parts: list[int]) -> None:
    hashed = hashes_of(sum(parts))
    at_once, in_steps = TilesInMemory(), TilesInMemory()

    at_once.extend(hashed)
    start = 0
    for part in parts:
        in_steps.extend(hashed[start : start + part])
        start += part

    assert in_steps.frontier == at_once.frontier
    assert in_steps.frontier.root() == root_at(in_steps, len(hashed)) == root_at(at_once, len(hashed))


@given(size=st.integers(0, 2000))
@settings(max_examples=60, deadline=None)
def test_a_frontier_survives_storage_and_can_be_rebuilt(large: TilesInMemory, size: int) -> None:
    frontier = frontier_at(large, size)

    assert Frontier.read(size, frontier.encoded()) == frontier
    assert frontier.root() == root_at(large, size)


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_every_leaf_can_be_proved_and_no_other_stands_in_its_place(large: TilesInMemory, data: st.DataObject) -> None:
    size = data.draw(st.integers(1, LARGE))
    index = data.draw(st.integers(0, size - 1))
    other = data.draw(st.integers(0, size - 1))
    path, root = inclusion_path(large, index=index, size=size), root_at(large, size)

    verify_inclusion(leaf_hash(index.to_bytes(4, "big")), index=index, size=size, path=path, root=root)

    assert len(path) <= 17
    if other != index:
        with pytest.raises(BrokenCustody):
            verify_inclusion(leaf_hash(index.to_bytes(4, "big")), index=other, size=size, path=path, root=root)
        with pytest.raises(BrokenCustody):
            verify_inclusion(leaf_hash(other.to_bytes(4, "big")), index=index, size=size, path=path, root=root)


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_forged_inclusion_path_is_refused(large: TilesInMemory, data: st.DataObject) -> None:
    size = data.draw(st.integers(2, LARGE))
    index = data.draw(st.integers(0, size - 1))
    path = list(inclusion_path(large, index=index, size=size))
    forged = data.draw(st.sampled_from(["flip", "drop", "add", "swap"]))
    at = data.draw(st.integers(0, len(path) - 1))
    if forged == "flip":
        path[at] = bytes([path[at][0] ^ 1]) + path[at][1:]
    elif forged == "drop":
        del path[at]
    elif forged == "add":
        path.insert(at, path[at])
    elif len(path) > 1:
        path[at], path[at - 1] = path[at - 1], path[at]
    else:
        path = []

    with pytest.raises(BrokenCustody):
        verify_inclusion(
            leaf_hash(index.to_bytes(4, "big")), index=index, size=size, path=path, root=root_at(large, size)
        )


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_growth_can_be_proved_and_only_growth(large: TilesInMemory, data: st.DataObject) -> None:
    new = data.draw(st.integers(1, LARGE))
    old = data.draw(st.integers(0, new))
    path = consistency_path(large, old_size=old, new_size=new)
    old_root, new_root = root_at(large, old), root_at(large, new)

    verify_consistency(old_size=old, old_root=old_root, new_size=new, new_root=new_root, path=path)

    wrong = node_hash(old_root, new_root)
    for old_claimed, new_claimed in ((wrong, new_root), (old_root, wrong) if old else (wrong, wrong)):
        with pytest.raises(BrokenCustody):
            verify_consistency(old_size=old, old_root=old_claimed, new_size=new, new_root=new_claimed, path=path)
    with pytest.raises(BrokenCustody):
        verify_consistency(old_size=old, old_root=old_root, new_size=new, new_root=new_root, path=(*path, wrong))


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_any_altered_missing_added_or_reordered_leaf_changes_the_root(data: st.DataObject) -> None:
    leaves = data.draw(st.lists(st.binary(max_size=8), min_size=1, max_size=40))
    altered = list(leaves)
    at = data.draw(st.integers(0, len(leaves) - 1))
    change = data.draw(st.sampled_from(["alter", "remove", "add", "reorder"]))
    if change == "alter":
        altered[at] += b"."
    elif change == "remove":
        del altered[at]
    elif change == "add":
        altered.insert(at, data.draw(st.binary(max_size=8)))
    else:
        altered[at], altered[0] = altered[0], altered[at]

    same = root_of(map(leaf_hash, altered)) == root_of(map(leaf_hash, leaves))

    assert same == (altered == leaves)


def test_a_tile_that_lost_hashes_is_noticed() -> None:
    tiles = TilesInMemory()

    with pytest.raises(BrokenCustody):
        root_at(tiles, 1)


@pytest.mark.parametrize(("size", "encoded"), [(1, b""), (2, bytes(64)), (3, bytes(63)), (-1, b"")])
def test_a_frontier_of_another_size_is_refused(size: int, encoded: bytes) -> None:
    with pytest.raises(Malformed):
        Frontier.read(size, encoded)
