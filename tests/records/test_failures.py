"""A full disk and a busy database are named, and leave nothing half written."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection
from tests.storage import DATABASE

from heard.custody.acts import Act
from heard.procedures.doing import procedure
from heard.records import log
from heard.records.durable import write_whole
from heard.records.models import CustodyEntry
from heard.register.member import Member, MemberRole
from heard.terms.errors import DatabaseBusy, StorageFull

BY = Member(key="a" * 32, name="Rauf K.", role=MemberRole.DOCUMENTER)


def note(reason: str = "") -> None:
    with procedure(by=BY, needs="account.view") as doing:
        doing.log(act=Act.VIEWED, item=doing.new_id(), reason=reason)


@pytest.mark.skipif(DATABASE != "sqlite", reason="about the home's own folder; a server has a disk of its own")
def test_on_a_full_disk_nothing_is_half_written(tmp_path: Path) -> None:
    program = [sys.executable, str(Path(__file__).with_name("filling.py")), str(tmp_path)]
    alone = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--mount", "--user", "--map-root-user"]
    if subprocess.run(
        [*alone, "mount", "-t", "tmpfs", "tmpfs", str(tmp_path)], capture_output=True, check=False
    ).returncode:
        pytest.skip("this machine lets nobody mount a small disk")

    run = subprocess.run([*alone, *program], check=True, capture_output=True, text=True)

    assert run.stdout.split()[:2] == ["kept", "StorageFull"]
    assert "StorageFull" in run.stdout.split()[2:5]
    assert run.stdout.split("\n")[1] == "1 True"


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(DATABASE != "sqlite", reason="about a limit that SQLite has")
def test_a_full_database_is_named() -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")
    try:
        with pytest.raises(StorageFull):
            note("r" * 500_000)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA max_page_count = 1000000000")

    assert log.head().size == CustodyEntry.objects.count() == 0


def test_a_file_that_cannot_be_replaced_stays_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(b"before")
    program = (
        "import resource, sys; from pathlib import Path; from heard.records.durable import write_whole\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))\n"
        "write_whole(Path(sys.argv[1]), bytes(20_000))"
    )

    run = subprocess.run(
        [sys.executable, "-c", program, tmp_path / "kept"], capture_output=True, text=True, check=False
    )

    assert "StorageFull" in run.stderr
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("kept", b"before")]
    write_whole(tmp_path / "kept", b"after")
    assert (tmp_path / "kept").read_bytes() == b"after"


@contextmanager
def held_by_another() -> Iterator[None]:
    """Somebody else is writing, and takes their time."""
    other = connection.copy("other")
    with other.cursor() as cursor:
        cursor.execute("BEGIN IMMEDIATE" if DATABASE == "sqlite" else "BEGIN; SELECT FROM custody_head FOR UPDATE")
        yield
        cursor.execute("ROLLBACK")
    other.close()


@pytest.mark.django_db(transaction=True)
def test_a_database_that_stays_busy_is_named() -> None:
    note()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 100" if DATABASE == "sqlite" else "SET lock_timeout = '100ms'")

    with held_by_another(), pytest.raises(DatabaseBusy):
        note()

    assert log.head().size == CustodyEntry.objects.count() == 1
    connection.close()
