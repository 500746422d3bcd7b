"""Several processes write at once, some are killed in the middle: no entry is lost, doubled or out of place."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from django.db import connection

from heard.records import log
from heard.records.home import current_home
from heard.records.models import CustodyEntry
from heard.records.rehash import rehash

pytestmark = pytest.mark.django_db(transaction=True)

WRITER = Path(__file__).with_name("writers.py")
COUNT = 17  # procedures of three entries each: 51 entries a process
ACTORS = [letter * 32 for letter in "abcd"]


def start(actor: str, count: int = COUNT) -> "subprocess.Popen[str]":
    home, database = str(current_home().path), str(connection.settings_dict["NAME"])
    words = [sys.executable, "-W", "error", str(WRITER), home, database, actor, str(count)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, text=True)


def said(process: "subprocess.Popen[str]") -> list[int]:
    output, _ = process.communicate(timeout=120)
    return [int(line) for line in output.split()]


def test_four_processes_write_one_log() -> None:
    processes = [start(actor) for actor in ACTORS]
    written = [said(process) for process in processes]

    assert sorted(index for indexes in written for index in indexes) == list(range(4 * 3 * COUNT))
    assert all(process.returncode == 0 for process in processes)
    assert rehash().size == 4 * 3 * COUNT


def test_a_writer_killed_in_the_middle_leaves_a_whole_log() -> None:
    victim, *others = [start(ACTORS[0], 100_000), *(start(actor) for actor in ACTORS[1:])]
    heard = [victim.stdout.readline() for _ in range(3 * 5)] if victim.stdout else []
    victim.kill()
    witnessed = [int(line) for line in heard] + said(victim)
    written = [index for process in others for index in said(process)]

    assert all(process.returncode == 0 for process in others)
    by_actor = Counter(CustodyEntry.objects.values_list("actor", flat=True))
    assert set(witnessed) <= set(CustodyEntry.objects.filter(actor=ACTORS[0]).values_list("index", flat=True))
    assert by_actor[ACTORS[0]] % 3 == 0
    assert sorted(written) == sorted(CustodyEntry.objects.exclude(actor=ACTORS[0]).values_list("index", flat=True))
    assert rehash().size == log.head().size == sum(by_actor.values())
