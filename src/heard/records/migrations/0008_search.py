"""Search uses the database's own word index, fed with forms that all scripts and spellings share."""

from typing import Any

from django.db import migrations

_SQLITE = """
CREATE VIRTUAL TABLE {table} USING fts5(
  words, sounds, content='', contentless_delete=1, detail=column, tokenize="unicode61 remove_diacritics 0"
)
"""
_POSTGRESQL = (
    "CREATE TABLE {table} (rowid bigint PRIMARY KEY, words tsvector NOT NULL, sounds tsvector NOT NULL)",
    "CREATE INDEX {table}_words ON {table} USING gin (words)",
    "CREATE INDEX {table}_sounds ON {table} USING gin (sounds)",
)
_TABLES = ("passage_words", "referent_words")


def create(apps: Any, schema_editor: Any) -> None:
    statements = (_SQLITE,) if schema_editor.connection.vendor == "sqlite" else _POSTGRESQL
    for table in _TABLES:
        for statement in statements:
            schema_editor.execute(statement.format(table=table))


def drop(apps: Any, schema_editor: Any) -> None:
    for table in _TABLES:
        schema_editor.execute(f"DROP TABLE {table}")


class Migration(migrations.Migration):
    dependencies = [("records", "0007_derived")]

    operations = [migrations.RunPython(create, drop)]
