"""Time to prove, to verify and to hash again, for logs of 1,000 to 1,000,000 entries: `python bench/custody_proofs.py`.

Every line also shows a floor measured in the same run: SHA-256 once for each hash that the step cannot do without.
"""

import hashlib
import random
import statistics
import time
from collections.abc import Callable

from heard.custody import (
    Checkpoint,
    KeyType,
    Proof,
    SignerKey,
    TilesInMemory,
    consistency_path,
    inclusion_path,
    leaf_hash,
    prove,
    root_at,
    root_of,
    sign_checkpoint,
    verify_consistency,
    verify_inclusion,
    verify_leaves,
    verify_proof,
)

SIZES = (1_000, 10_000, 100_000, 1_000_000)
ROUNDS = 300
KEY = SignerKey(name="log.example/bench", type=KeyType.LOG_ED25519, seed=b"\x01" * 32)
BATCH = 256


class CountingTiles:
    """Tiles that count how often they are read."""

    def __init__(self, tiles: TilesInMemory) -> None:
        self._tiles, self.reads = tiles, 0

    def tile(self, level: int, index: int) -> bytes:
        self.reads += 1
        return self._tiles.tile(level, index)


def main() -> None:
    chance = random.Random(1)
    print(f"{'entries':>9} {'path':>5} {'tiles':>6} {'prove µs':>9} {'verify µs':>10} {'floor µs':>9} {'ratio':>6} "
          f"{'grown µs':>9} {'checked µs':>11} {'file check µs':>14} {'file bytes':>11}")  # fmt: skip
    first: dict[str, float] = {}
    tiles, added = TilesInMemory(), 0
    for size in SIZES:
        while added < size:
            step = range(added, min(added + BATCH, size))
            tiles.extend(leaf_hash(number.to_bytes(8, "big")) for number in step)
            added = step.stop
        measured = measure(tiles, size, chance)
        first = first or measured
    growth = {name: measured[name] / first[name] for name in ("prove", "verify")}
    path = measured["path"] / first["path"]
    print(f"\n1,000 times the entries: proving took {growth['prove']:.2f} times as long, verifying "
          f"{growth['verify']:.2f}; the path grew {path:.2f} times (log2 of the sizes: 2.00).")  # fmt: skip
    rehash(tiles, SIZES[-1])


def measure(tiles: TilesInMemory, size: int, chance: random.Random) -> dict[str, float]:
    """One line: medians over ROUNDS random entries."""
    indexes = [chance.randrange(size) for _ in range(ROUNDS)]
    root = tiles.frontier.root()
    checkpoint = sign_checkpoint(Checkpoint(origin=KEY.name, size=size, root=root), key=KEY)
    paths = {index: inclusion_path(tiles, index=index, size=size) for index in indexes}
    olds = {index: max(1, index) for index in indexes}
    grown = {index: consistency_path(tiles, old_size=olds[index], new_size=size) for index in indexes[:50]}
    roots = {index: root_at(tiles, olds[index]) for index in grown}
    counting = CountingTiles(tiles)
    prove_time = median(indexes, lambda index: inclusion_path(counting, index=index, size=size))
    files = {index: prove(tiles, index=index, checkpoint=checkpoint).encoded() for index in indexes}
    leaves = {index: index.to_bytes(8, "big") for index in indexes}
    verify_time = median(
        indexes,
        lambda index: verify_inclusion(leaf_hash(leaves[index]), index=index, size=size, path=paths[index], root=root),
    )
    floor = median(indexes, lambda index: hash_times(len(paths[index]) + 1))
    grown_time = median(indexes, lambda index: consistency_path(tiles, old_size=olds[index], new_size=size))
    checked = median(
        list(grown),
        lambda index: verify_consistency(
            old_size=olds[index], old_root=roots[index], new_size=size, new_root=root, path=grown[index]
        ),
    )
    key = KEY.verifier
    file_time = median(indexes, lambda index: verify_proof(Proof.read(files[index]), leaf=leaves[index], key=key))
    path, reads = statistics.mean(map(len, paths.values())), counting.reads / ROUNDS
    print(f"{size:>9,} {path:>5.1f} {reads:>6.1f} {prove_time:>9.0f} {verify_time:>10.1f} {floor:>9.1f} "
          f"{verify_time / floor:>6.1f} {grown_time:>9.0f} {checked:>11.1f} {file_time:>14.0f} "
          f"{statistics.mean(map(len, files.values())):>11.0f}")  # fmt: skip
    return {"prove": prove_time, "verify": verify_time, "path": path}


def rehash(tiles: TilesInMemory, size: int) -> None:
    """A whole log hashed again, against SHA-256 twice for each entry."""
    leaves = [number.to_bytes(8, "big") for number in range(size)]
    head = Checkpoint(origin=KEY.name, size=size, root=tiles.frontier.root())
    begun = time.perf_counter()
    verify_leaves(leaves, source=tiles, checkpoint=head)
    checked = time.perf_counter() - begun
    begun = time.perf_counter()
    root_of(map(leaf_hash, leaves))
    rooted = time.perf_counter() - begun
    begun = time.perf_counter()
    hash_times(2 * size)
    floor = time.perf_counter() - begun
    print(f"Hashing {size:,} entries again and comparing each: {size / checked:,.0f} a second; the root alone "
          f"{size / rooted:,.0f}; floor {size / floor:,.0f} ({checked / floor:.1f} times the floor).")  # fmt: skip


def hash_times(times: int) -> None:
    """SHA-256 of 65 bytes, so many times."""
    content = bytes(65)
    for _ in range(times):
        hashlib.sha256(content).digest()


def median(indexes: list[int], work: Callable[[int], object]) -> float:
    """Microseconds of the middle round."""
    taken = []
    for index in indexes:
        begun = time.perf_counter()
        work(index)
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken) * 1e6


if __name__ == "__main__":
    main()
