"""What tests of storage share: a cheap passphrase, and emptying tables that nobody may empty."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction
from django.db.backends.postgresql.base import DatabaseWrapper as Postgresql
from django.db.backends.sqlite3.base import DatabaseWrapper as Sqlite

from heard.records.search_index import forget_all
from heard.records.wrapping import Cost

DATABASE = os.environ.get("HEARD_TEST_DATABASE", "sqlite")
PASSPHRASE = "seven grey herons"
ITEM = "0" * 31 + "1"
CHEAP = Cost(passes=1, memory=8, lanes=1)  # for tests and nowhere else


def lift_append_only_while_flushing() -> None:
    """Let Django's test runner empty the tables between transactional tests; only a superuser's tests could."""
    Sqlite.ops_class.execute_sql_flush = _flush  # type: ignore[method-assign]
    Postgresql.ops_class.execute_sql_flush = _flush  # type: ignore[method-assign]


@contextmanager
def lifted() -> Iterator[Any]:
    """A cursor of somebody who got past the guards: an administrator of the database, or a hand on the open file."""
    with transaction.atomic(), connection.cursor() as cursor:
        _lift(cursor)
        yield cursor
        _restore(cursor)


def _lift(cursor: Any) -> None:
    if connection.vendor == "postgresql":
        cursor.execute("SET LOCAL session_replication_role = replica")
        return
    cursor.execute("CREATE TEMP TABLE lifted AS SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    cursor.execute("SELECT name FROM lifted")
    for (name,) in cursor.fetchall():
        cursor.execute(f'DROP TRIGGER "{name}"')


def _restore(cursor: Any) -> None:
    if connection.vendor == "postgresql":
        cursor.execute("SET LOCAL session_replication_role = origin")
        return
    cursor.execute("SELECT sql FROM lifted")
    for (trigger,) in cursor.fetchall():
        cursor.execute(trigger)
    cursor.execute("DROP TABLE lifted")


def _flush(operations: Any, statements: list[str]) -> None:
    with lifted() as cursor:
        for statement in statements:
            cursor.execute(statement)
        forget_all()
