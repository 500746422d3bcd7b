"""The custody log in the database: many entries a commit against one, and what proofs cost as it grows.

`.venv/bin/python bench/log.py [--database sqlite|postgresql] [--largest 1000000]`, from the project's folder.
"""

# ruff: noqa: E402  # Django is set up before the tables are imported

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))  # the temporary PostgreSQL of the tests
os.environ["DJANGO_SETTINGS_MODULE"] = "heard.desk.settings"
import django

django.setup()

from django.db import transaction
from tests.cluster import Cluster

from heard.custody.acts import Act
from heard.custody.entry import Detail, enter
from heard.custody.tree import leaf_hash, verify_inclusion
from heard.records import log
from heard.records.home import bring_up_to_date, create_home, lock, open_home
from heard.records.wrapping import Cost

GROUP = 256
ENOUGH = 20.0  # how many times faster the group commit has to be
AT = datetime(2026, 7, 1, 12, tzinfo=UTC)
CHANCE = Random(2026)  # which entries are proven, nothing secret


def entries(count: int) -> list[log.NewEntry]:
    """As a documenter's morning makes them: random items and salts, a short reason."""
    made = []
    for _ in range(count):
        detail = Detail(at=AT, by="Aytan M.", reason="accepted as it stands", tool="heard bench")
        salt = CHANCE.randbytes(32)
        entry = enter(
            act=Act.DRAFT_ACCEPTED,
            item=CHANCE.randbytes(16).hex(),
            actor="a" * 32,
            sealed=None,
            detail=detail,
            salt=salt,
        )
        made.append(log.NewEntry(entry=entry, at=AT, detail=detail.encoded(), salt=salt))
    return made


def commit(batch: list[log.NewEntry]) -> None:
    with transaction.atomic():
        log.append(batch, onto=log.hold_head())


def per_second(count: int, work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return count / (time.perf_counter() - start)


def group_against_single(turns: int) -> float:
    """Prints both rates and gives their ratio; the two take turns, so that a slow moment hits both."""
    single, group = [], []
    for _ in range(turns):
        batch = entries(GROUP)
        single.append(per_second(GROUP // 4, lambda batch=batch: [commit([new]) for new in batch[: GROUP // 4]]))  # type: ignore[misc]
        group.append(per_second(GROUP, lambda batch=batch: commit(batch)))  # type: ignore[misc]
    ratio = statistics.median(group) / statistics.median(single)
    print(f"  one entry a commit   {statistics.median(single):>10,.0f} entries/s")
    print(f"  {GROUP} entries a commit {statistics.median(group):>10,.0f} entries/s   {ratio:.1f}×")
    return ratio


def proofs(largest: int) -> None:
    """Prints the median time of an inclusion proof from the database, of a root, and of verifying, as the log grows."""
    size = 1000
    while size <= largest:
        while (missing := size - log.head().size) > 0:
            commit(entries(min(missing, 20 * GROUP)))
        root, made, checked = log.root(size), [], []
        for index in [CHANCE.randrange(size) for _ in range(50)]:
            start = time.perf_counter()
            path = log.inclusion(index, size=size)
            made.append(time.perf_counter() - start)
            hashed = leaf_hash(next(log.leaves([index]))[1])
            start = time.perf_counter()
            verify_inclusion(hashed, index=index, size=size, path=path, root=root)
            checked.append(time.perf_counter() - start)
        print(
            f"  {size:>9,} entries: proof {statistics.median(made) * 1000:6.2f} ms of {len(path):>2} hashes, "
            f"verified in {statistics.median(checked) * 1e6:5.0f} µs"
        )
        size *= 10


@contextmanager
def home(database: str) -> Iterator[None]:
    """A fresh home, durable as a real one is."""
    cluster = Cluster(quick=False) if database == "postgresql" else None
    with tempfile.TemporaryDirectory(prefix="heard-bench-") as folder:
        place = Path(folder) / "home"
        create_home(
            place, "bench", database=cluster.database if cluster else "", cost=Cost(passes=1, memory=8, lanes=1)
        )
        open_home(place, "bench")
        bring_up_to_date()
        yield
        lock()
    if cluster:
        cluster.stop()


def main() -> int:
    """1 where the group commit on SQLCipher, the default, is not fast enough."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--database", choices=["sqlite", "postgresql"])
    words.add_argument("--largest", type=int, default=1_000_000)
    words.add_argument("--turns", type=int, default=8)
    asked = words.parse_args()
    enough = True
    for database in [asked.database] if asked.database else ["sqlite", "postgresql"]:
        print(f"{database}:")
        with home(database):
            ratio = group_against_single(asked.turns)
            enough = enough and (database != "sqlite" or ratio >= ENOUGH)
            proofs(asked.largest)
    return 0 if enough else 1


if __name__ == "__main__":
    sys.exit(main())
