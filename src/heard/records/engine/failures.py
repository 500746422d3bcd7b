"""What a database says when it cannot work now, in this project's words."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from django.db import OperationalError

from heard.records.durable import full_disk_named
from heard.terms.errors import DatabaseBusy, StorageFull

_BUSY = (
    psycopg.errors.LockNotAvailable,
    psycopg.errors.DeadlockDetected,
    psycopg.errors.SerializationFailure,
    psycopg.errors.TooManyConnections,
)
_BUSY_WORDS = ("is locked", "is busy")  # SQLCipher's module gives words, no numbers
_FULL_WORDS = ("disk is full",)


@contextmanager
def failures_named() -> Iterator[None]:
    """Turn "in use" and "disk full" of both databases into DatabaseBusy and StorageFull; others pass."""
    try:
        with full_disk_named():
            yield
    except OperationalError as wrong:
        cause, words = wrong.__cause__, str(wrong)
        if isinstance(cause, psycopg.errors.DiskFull) or any(full in words for full in _FULL_WORDS):
            raise StorageFull("database") from wrong
        if isinstance(cause, _BUSY) or any(busy in words for busy in _BUSY_WORDS):
            raise DatabaseBusy("database") from wrong
        raise
