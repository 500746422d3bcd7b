"""Connections to one SQLCipher file, opened with the key that the keyring holds."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.backends.sqlite3 import base as sqlite
from django.db.backends.sqlite3._functions import register as register_functions  # type: ignore[import-untyped]
from django.utils.dateparse import parse_date, parse_datetime, parse_time
from sqlcipher3 import dbapi2

from heard.records import keyring
from heard.records.engine import connections

#: Said on every connection, after the key. Pages, journal and write-ahead log are encrypted by SQLCipher; what
#: SQLite would spill to a temporary file is not, so it stays in memory.
PRAGMAS = (
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -32768",  # KiB: a page read again from the disk is also decrypted again
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",
    "PRAGMA checkpoint_fullfsync = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",  # or REPLACE would delete past the append-only triggers
    "PRAGMA legacy_alter_table = OFF",
    "PRAGMA trusted_schema = OFF",
)

dbapi2.register_converter("bool", b"1".__eq__)
dbapi2.register_converter("date", lambda text: parse_date(text.decode()))
dbapi2.register_converter("time", lambda text: parse_time(text.decode()))
dbapi2.register_converter("datetime", lambda text: parse_datetime(text.decode()))
dbapi2.register_converter("timestamp", lambda text: parse_datetime(text.decode()))
dbapi2.register_adapter(Decimal, str)
dbapi2.register_adapter(date, date.isoformat)
dbapi2.register_adapter(datetime, lambda moment: moment.isoformat(" "))


class _Connection(dbapi2.Connection):  # type: ignore[misc]  # sqlcipher3 has no types
    """A connection that a weak set can hold."""


class _Cursor(dbapi2.Cursor):  # type: ignore[misc]  # sqlcipher3 has no types
    """A cursor that takes Django's way of writing parameters."""

    convert_query = sqlite.SQLiteCursorWrapper.convert_query  # type: ignore[attr-defined]  # not in the stubs

    def execute(self, query: str, params: Any = None) -> Any:
        if params is None:
            return super().execute(query)
        names = list(params) if isinstance(params, Mapping) else None
        return super().execute(self.convert_query(query, param_names=names), params)

    def executemany(self, query: str, param_list: Iterable[Any]) -> Any:
        rows = list(param_list)
        names = list(rows[0]) if rows and isinstance(rows[0], Mapping) else None
        return super().executemany(self.convert_query(query, param_names=names), rows)


class DatabaseWrapper(sqlite.DatabaseWrapper):
    """One thread's connection; raises Locked while the keyring is shut or holds another key."""

    display_name = "SQLCipher"
    Database = dbapi2

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        key = keyring.database_key()
        _make_private(str(conn_params["database"]))
        connection = dbapi2.connect(**conn_params, factory=_Connection)
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        self._require_key(connection)
        register_functions(connection)
        for pragma in PRAGMAS:
            connection.execute(pragma)
        connections.remember(connection)
        return connection

    def create_cursor(self, name: str | None = None) -> Any:
        return self.connection.cursor(factory=_Cursor)

    def is_usable(self) -> bool:
        try:
            self.connection.execute("SELECT 1")
        except dbapi2.Error:
            return False
        return keyring.is_open()

    def _require_key(self, connection: Any) -> None:
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except dbapi2.DatabaseError as wrong:
            connection.close()
            if "not a database" in str(wrong):
                raise keyring.DatabaseLocked("key") from wrong
            raise


def _make_private(file: str) -> None:
    """Make a missing file before SQLite does, for its owner alone; journals take the same permission.

    A file that is there is not touched: closing any handle on it would drop the locks of this process.
    """
    if file == ":memory:":
        return
    with suppress(FileExistsError):
        os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
