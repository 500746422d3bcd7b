"""Stops a query that takes too long, so that a heavy search never holds up a colleague."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection, transaction

from heard.terms.errors import TooBroad

_STEPS = 500  # of SQLite's machine between two looks at the clock


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Run queries for at most so long; raises TooBroad."""
    limited = _within_postgresql if connection.vendor == "postgresql" else _within_sqlite
    with limited(seconds):
        yield


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
