"""A PostgreSQL of its own, in a temporary folder, reachable only through a socket there."""

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


class NoPostgres(Exception):
    """PostgreSQL's own programs are not on this machine."""


class Cluster:
    """Started when made, gone after `stop`. `quick` gives up durability, for tests."""

    def __init__(self, *, quick: bool) -> None:
        self._programs = _programs()
        self._folder = Path(tempfile.mkdtemp(prefix="heard-pg-", dir="/tmp"))  # sockets need a short path
        self._owner = _owner()
        if self._owner is not None:
            os.chown(self._folder, self._owner, -1)
        self._folder.chmod(0o755)
        try:
            self._run("initdb", "-U", "heard", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "-D", self._data)
            options = f"-k {self._folder} -c listen_addresses='' {QUICK if quick else ''}"
            self._run("pg_ctl", "-D", self._data, "-w", "-l", str(self._folder / "log"), "-o", options, "start")
        except BaseException:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise

    @property
    def database(self) -> str:
        """libpq's connection string."""
        return f"host={self._folder} user=heard dbname=postgres"

    def stop(self) -> None:
        self._run("pg_ctl", "-D", self._data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(self._folder)

    @property
    def _data(self) -> str:
        return str(self._folder / "data")

    def _run(self, program: str, *words: str) -> None:
        subprocess.run(
            [self._programs / program, *words],
            check=True,
            stdout=subprocess.DEVNULL,
            user=self._owner,
            extra_groups=None if self._owner is None else [],
            cwd=self._folder,
        )


def _programs() -> Path:
    found = shutil.which("initdb")
    folders = [Path(found).parent] if found else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda place: int(place.parent.name), reverse=True)
    for folder in folders:
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    raise NoPostgres


def _owner() -> int | None:
    """PostgreSQL refuses to run as root: somebody else's number there, None elsewhere."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name).pw_uid
        except KeyError:
            continue
    raise NoPostgres
