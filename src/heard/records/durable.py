"""Files that are there whole or not at all, also after a power cut."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from heard.terms.errors import StorageFull

UNFINISHED = ".unfinished-"
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextmanager
def new_file(folder: Path) -> Iterator[tuple[BinaryIO, Path]]:
    """A file for writing in `folder` that only its owner can read; removed unless `keep_as` gave it a name."""
    unfinished = folder / f"{UNFINISHED}{os.getpid()}-{os.urandom(8).hex()}"
    try:
        with full_disk_named(), open(unfinished, "xb", opener=_private) as file:  # Path.open takes no opener
            yield file, unfinished
    finally:
        unfinished.unlink(missing_ok=True)


def keep_as(file: BinaryIO, unfinished: Path, name: Path) -> None:
    """Give a finished file its name, after its bytes, and before the folder, are on the disk."""
    file.flush()
    os.fsync(file.fileno())
    unfinished.replace(name)
    sync_folder(name.parent)


def write_whole(path: Path, content: bytes) -> None:
    """Replace `path` by `content` at once; raises StorageFull and leaves the old one."""
    with new_file(path.parent) as (file, unfinished):
        file.write(content)
        keep_as(file, unfinished, path)


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` outlive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def full_disk_named() -> Iterator[None]:
    """Turn the operating system's words for a full disk into StorageFull."""
    try:
        yield
    except OSError as wrong:
        if wrong.errno in _FULL:
            raise StorageFull("disk") from wrong
        raise


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
