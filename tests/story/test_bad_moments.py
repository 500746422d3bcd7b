"""A bad moment to keep an account: the register is held by another, the disk is full, the power goes."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from django.utils import translation
from django.utils.html import escape
from tests.storage import DATABASE

from heard.desk.translations import compile_all
from heard.desk.words import EXPLANATIONS

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("house_run.py")
UNTOUCHED = {
    "accounts": 0,
    "exhibits": 0,
    "keys": 0,
    "texts": 0,
    "unreadable": 0,
    "readings": 0,
    "pending": 0,
    "letters": 0,
    "swept": 0,
}
SOUND = {"sound": True, "whole": True}
#: The letter and what is attached to it: a text that is read and a picture that cannot be.
WHOLE = UNTOUCHED | {"accounts": 3, "exhibits": 3, "keys": 3, "texts": 2, "unreadable": 1, "letters": 1}
pytestmark = pytest.mark.storage


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    compile_all()


@pytest.fixture
def around() -> Iterator[dict[str, str]]:
    """What the processes of a test share: on PostgreSQL, a database of their own."""
    words = {**os.environ, "PYTHONPATH": str(ROOT), "HEARD_STORY_DATABASE": ""}
    if DATABASE == "sqlite":
        yield words
        return
    cluster, name = os.environ["HEARD_TEST_CLUSTER"], f"story_{uuid4().hex}"
    with psycopg.connect(cluster, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        yield words | {"HEARD_STORY_DATABASE": cluster.replace("dbname=postgres", f"dbname={name}")}
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def act(around: dict[str, str], *words: object, before: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    command = [*before, sys.executable, SCRIPT, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, env=around)


def said(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


@pytest.fixture
def home(tmp_path: Path, around: dict[str, str]) -> Path:
    folder = tmp_path / "home"
    begun = act(around, folder, "begin")
    assert begun.returncode == 0, begun.stderr
    return folder


def explained(pages: dict[str, list[Any]], code: str) -> None:
    """Every page says in its own language what happened and what to do."""
    words = EXPLANATIONS[code]
    for language, (status, page) in pages.items():
        with translation.override(language):
            sentences = [escape(str(part)) for part in (words.title, words.happened, words.todo)]
        assert status == words.status, page
        assert all(sentence in page for sentence in sentences), language


def test_a_register_that_another_process_holds_is_said_to_be_busy_and_nothing_is_written(
    home: Path, around: dict[str, str]
) -> None:
    command = [sys.executable, SCRIPT, home, "hold"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=around) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        begun = time.monotonic()
        kept = said(act(around, home, "keep busy"))
        sent = said(act(around, home, "send busy"))
        waited = time.monotonic() - begun
        other.communicate("")

    assert kept["said"] == "DatabaseBusy"
    explained(sent["said"], "DatabaseBusy")
    assert waited < 60
    left = said(act(around, home, "look"))["left"]
    assert left == UNTOUCHED | SOUND
    assert said(act(around, home, "keep"))["left"] == WHOLE | SOUND


def test_a_full_disk_is_said_and_nothing_is_half_written(tmp_path: Path, around: dict[str, str]) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    program = (
        f'mount -t tmpfs -o size=9m tmpfs "{folder}" && "{sys.executable}" "{SCRIPT}" "{folder}/home" begin '
        f'&& "{sys.executable}" "{SCRIPT}" "{folder}/home" keep {20 << 20} '
        f'&& "{sys.executable}" "{SCRIPT}" "{folder}/home" send {20 << 20} '
        f'&& "{sys.executable}" "{SCRIPT}" "{folder}/home" keep'
    )
    done = _with_a_mount(program, around)

    kept, sent, after = (json.loads(line) for line in done.stdout.splitlines())
    assert kept["said"] == "StorageFull"
    assert kept["left"] == UNTOUCHED | SOUND
    explained(sent["said"], "StorageFull")
    assert sent["left"] == UNTOUCHED | SOUND
    assert (after["said"], after["left"]) == ("kept", WHOLE | SOUND)


def _with_a_mount(program: str, around: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a shell program where it may mount small disks that nobody else sees."""
    alone = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--mount", "--user", "--map-root-user"]
    if subprocess.run([*alone, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    done = subprocess.run(
        [*alone, "sh", "-c", program], capture_output=True, text=True, check=False, timeout=240, env=around
    )
    assert done.returncode == 0, done.stderr
    return done


@pytest.mark.parametrize(
    ("point", "kept"),
    [
        ("while sealing", False),
        ("before it is recorded whole", False),
        ("while the text is taken out", True),
        ("while an attachment is sealed", True),
    ],
)
def test_a_run_killed_at_any_point_leaves_the_whole_account_or_none(
    home: Path, around: dict[str, str], point: str, kept: bool
) -> None:
    assert act(around, home, "killed", point).returncode == -signal.SIGKILL

    started = said(act(around, home, "start"))

    assert started["said"] == [1 if kept else 0]
    swept = started["left"].pop("swept")
    expected = WHOLE | {"readings": 2} if kept else dict(UNTOUCHED)
    expected.pop("swept")
    assert started["left"] == expected | SOUND
    assert swept == (1 if point != "while the text is taken out" else 0)
    assert said(act(around, home, "look"))["left"]["swept"] == 0
    assert not list((home / "exhibits").rglob("*.age")) or kept
