"""What is written once cannot be changed or removed, whoever asks the database."""

import pytest
from django.db import IntegrityError, connection, transaction
from tests.storage import DATABASE

from heard.records.append_only import guarded
from heard.records.models import CustodyCheckpoint, CustodyHead

pytestmark = pytest.mark.django_db


@pytest.fixture
def checkpoint() -> CustodyCheckpoint:
    return CustodyCheckpoint.objects.create(size=0, root=bytes(32), at="2026-07-01T00:00:00Z", note="note")


def ask(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE custody_checkpoint SET note = 'another'",
        "DELETE FROM custody_checkpoint",
        "INSERT OR REPLACE INTO custody_checkpoint SELECT id, size, root, at, 'another' FROM custody_checkpoint",
        "TRUNCATE custody_checkpoint CASCADE",
    ],
)
def test_a_row_written_once_stays_as_it_is(checkpoint: CustodyCheckpoint, statement: str) -> None:
    if ("TRUNCATE" in statement) != (DATABASE == "postgresql") and ("TRUNCATE" in statement or "REPLACE" in statement):
        pytest.skip("this database does not know the statement")
    with pytest.raises(IntegrityError, match="append-only"):
        ask(statement)
    checkpoint.refresh_from_db()
    assert checkpoint.note == "note"


def test_the_head_moves_but_stays() -> None:
    head = CustodyHead.objects.create(id=1, size=0, peaks=b"")
    CustodyHead.objects.update(size=1)

    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        head.delete()


def test_the_log_is_guarded_on_this_database() -> None:
    found = guarded()

    assert {"UPDATE", "DELETE"} <= found["custody_entry"]
    assert "UPDATE" in found["item_key"]
    assert "DELETE" not in found["item_key"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_tests_start_empty_and_leave_the_guards(turn: int) -> None:
    assert CustodyCheckpoint.objects.count() == 0
    CustodyCheckpoint.objects.create(size=turn, root=bytes(32), at="2026-07-01T00:00:00Z", note="note")
    assert "DELETE" in guarded()["custody_checkpoint"]
