"""What the desk says when something is wrong with the register itself."""

import pytest
from django.db import OperationalError
from django.test import RequestFactory

from heard.desk.middleware import Explaining
from heard.desk.views.failures import broken
from heard.terms.errors import DatabaseBusy, Locked, StorageFull


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (StorageFull("database"), 507, "The disk is full"),
        (DatabaseBusy("database"), 503, "The register is busy"),
        (Locked("home"), 503, "The register is locked"),
    ],
    ids=["disk full", "busy", "locked"],
)
def test_an_error_of_a_procedure_becomes_a_page_with_sentences(
    db: None, client: object, error: Exception, status: int, words: str
):
    response = Explaining(lambda request: None).process_exception(_request(), error)  # type: ignore[arg-type, return-value]

    assert response is not None
    assert response.status_code == status
    assert words in response.content.decode()


@pytest.mark.parametrize(
    ("said", "status"), [("database or disk is full", 507), ("database is locked", 503), ("something else", 500)]
)
def test_what_a_database_says_outside_a_page_is_explained_without_asking_it_again(said: str, status: int):
    try:
        raise OperationalError(said)
    except OperationalError:
        response = broken(_request())

    assert response.status_code == status
    assert "What to do:" in response.content.decode()


def _request() -> object:
    request = RequestFactory().get("/")
    request.session = {}  # type: ignore[assignment]
    request.htmx = False  # type: ignore[attr-defined]
    return request
