"""Tables whose rows are written once: the database itself refuses to change or remove them, on both engines.

SQLite forgets triggers when a later migration rebuilds a table (AlterField, most AddField with constraints):
repeat the operation after it. A test compares every table with what `guarded` says.
"""

from typing import Any

from django.db import connection as default_connection
from django.db.migrations.operations.base import Operation

REFUSAL = "append-only"

_FUNCTION = f"""
CREATE OR REPLACE FUNCTION heard_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME;
END $$
"""


class _Refuse(Operation):
    """Refuse some verbs on the rows of `tables`."""

    reversible = True
    verbs: tuple[str, ...] = ()

    def __init__(self, *tables: str) -> None:
        self.tables = tables

    def deconstruct(self) -> tuple[str, tuple[str, ...], dict[str, Any]]:
        return type(self).__name__, self.tables, {}

    def state_forwards(self, app_label: str, state: Any) -> None:
        """The models stay as they are."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        vendor = schema_editor.connection.vendor
        if vendor == "postgresql":
            schema_editor.execute(_FUNCTION)
        for table in self.tables:
            for verb in self.verbs:
                for statement in _statements(vendor, table, verb):
                    schema_editor.execute(statement)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for table in self.tables:
            for verb in self.verbs:
                schema_editor.execute(_drop(schema_editor.connection.vendor, table, verb))

    def describe(self) -> str:
        return f"Refuse {' and '.join(self.verbs)} on {', '.join(self.tables)}"


class WriteOnce(_Refuse):
    """Rows of these tables are never changed and never removed."""

    verbs = ("UPDATE", "DELETE", "TRUNCATE")


class NeverChange(_Refuse):
    """Rows of these tables are never changed; destroying one is possible."""

    verbs = ("UPDATE", "TRUNCATE")


class NeverRemove(_Refuse):
    """Rows of these tables may change but stay."""

    verbs = ("DELETE", "TRUNCATE")


def guarded() -> dict[str, frozenset[str]]:
    """For each table that has any, the verbs that the database refuses now."""
    found: dict[str, set[str]] = {}
    with default_connection.cursor() as cursor:
        cursor.execute(_LIST[default_connection.vendor])
        for table, trigger in cursor.fetchall():
            if trigger.startswith(f"{table}_refuse_"):
                found.setdefault(table, set()).add(trigger.removeprefix(f"{table}_refuse_").upper())
    return {table: frozenset(verbs) for table, verbs in found.items()}


_LIST = {
    "sqlite": "SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'",
}


def _statements(vendor: str, table: str, verb: str) -> tuple[str, ...]:
    name = f"{table}_refuse_{verb.lower()}"
    if vendor == "postgresql":
        each = "STATEMENT" if verb == "TRUNCATE" else "ROW"
        return (
            _drop(vendor, table, verb),
            f'CREATE TRIGGER "{name}" BEFORE {verb} ON "{table}" FOR EACH {each} EXECUTE FUNCTION heard_refuse()',
        )
    if verb == "TRUNCATE":  # SQLite has no such verb
        return ()
    return (
        _drop(vendor, table, verb),
        f'CREATE TRIGGER "{name}" BEFORE {verb} ON "{table}" BEGIN SELECT RAISE(ABORT, \'{REFUSAL}\'); END',
    )


def _drop(vendor: str, table: str, verb: str) -> str:
    where = f' ON "{table}"' if vendor == "postgresql" else ""
    return f'DROP TRIGGER IF EXISTS "{table}_refuse_{verb.lower()}"{where}'
