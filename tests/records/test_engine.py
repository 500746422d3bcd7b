"""The register's database is the one asked for, shut without its key, and durable."""

from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from tests.storage import DATABASE

pytestmark = pytest.mark.django_db
on_sqlite = pytest.mark.skipif(DATABASE != "sqlite", reason="about the SQLCipher file")


def said(statement: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchone()[0]


def test_the_database_is_the_one_asked_for() -> None:
    assert connection.vendor == DATABASE


@on_sqlite
@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1), ("temp_store", 2)],
)
def test_a_connection_is_durable_and_spills_nothing(pragma: str, value: object) -> None:
    assert said(f"PRAGMA {pragma}") == value


@on_sqlite
def test_the_file_is_encrypted() -> None:
    content = Path(str(settings.DATABASES["default"]["NAME"])).read_bytes()

    assert not content.startswith(b"SQLite format 3")
    assert b"CREATE TABLE" not in content
