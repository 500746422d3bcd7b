"""Stops a query that takes too long, so that a heavy search never holds up a colleague."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from django.db import OperationalError, connection, transaction

from heard.terms.errors import TooBroad

#: Whoever searches waits for others who search, so that whoever reads a page waits for one of them at most.
_ONE_AT_A_TIME = BoundedSemaphore(1)
_STEPS = 500  # of SQLite's machine between two looks at the clock


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Run queries for at most so long, one search of this process after the other; raises TooBroad."""
    limited = _within_postgresql if connection.vendor == "postgresql" else _within_sqlite
    end = time.monotonic() + seconds
    if not _ONE_AT_A_TIME.acquire(timeout=seconds):
        raise TooBroad("search", seconds)
    try:
        with limited(end - time.monotonic()):
            yield
    finally:
        _ONE_AT_A_TIME.release()


@contextmanager
def _within_sqlite(seconds: float) -> Iterator[None]:
    connection.ensure_connection()
    inner = connection.connection
    end = time.monotonic() + seconds
    inner.set_progress_handler(lambda: int(time.monotonic() > end), _STEPS)
    try:
        yield
    except OperationalError as stopped:
        if "interrupted" in str(stopped):
            raise TooBroad("search", seconds) from stopped
        raise
    finally:
        inner.set_progress_handler(None, 0)


@contextmanager
def _within_postgresql(seconds: float) -> Iterator[None]:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT set_config('statement_timeout', %s, true)", [f"{max(1, int(seconds * 1000))}ms"])
            yield
    except OperationalError as stopped:
        if getattr(stopped.__cause__, "sqlstate", "") == "57014":
            raise TooBroad("search", seconds) from stopped
        raise
