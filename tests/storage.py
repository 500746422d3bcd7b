"""What tests of storage share: a cheap passphrase, and emptying tables that nobody may empty."""

import os
from typing import Any

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.postgresql.base import DatabaseWrapper as Postgresql
from django.db.backends.sqlite3.base import DatabaseWrapper as Sqlite

from heard.records.wrapping import Cost

DATABASE = os.environ.get("HEARD_TEST_DATABASE", "sqlite")
PASSPHRASE = "seven grey herons"
CHEAP = Cost(passes=1, memory=8, lanes=1)  # for tests and nowhere else


def lift_append_only_while_flushing() -> None:
    """Let Django's test runner empty the tables between transactional tests; only a superuser's tests could."""
    Sqlite.ops_class.execute_sql_flush = _flush_sqlite  # type: ignore[method-assign]
    Postgresql.ops_class.execute_sql_flush = _flush_postgresql  # type: ignore[method-assign]


def _flush_sqlite(operations: Any, statements: list[str]) -> None:
    connection: BaseDatabaseWrapper = operations.connection
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f'DROP TRIGGER "{name}"')
        for statement in statements:
            cursor.execute(statement)
        for _, trigger in triggers:
            cursor.execute(trigger)


def _flush_postgresql(operations: Any, statements: list[str]) -> None:
    connection: BaseDatabaseWrapper = operations.connection
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        for statement in statements:
            cursor.execute(statement)
