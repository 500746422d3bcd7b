"""The reading page, without scripts."""

from django.test import Client
from tests.desk.conftest import Colleagues, LogIn

from heard.records.queries import claims, drafts


def read(client: Client, account: str, **query: str) -> str:
    response = client.get(f"/read/{account}/", query)
    assert response.status_code == 200
    return response.content.decode()


def test_the_page_shows_the_document_and_its_drafts_in_order(log_in: LogIn, colleagues: Colleagues, read_letter: str):
    page = read(log_in(colleagues.aysel), read_letter)

    assert "Draft 1 of 3" in page
    assert page.index("Draft 1 of 3") < page.index(">2 · status") < page.index(">3 · act")


def test_accepting_makes_a_claim_and_goes_on_to_the_next(log_in: LogIn, colleagues: Colleagues, read_letter: str):
    client = log_in(colleagues.aysel)
    first, second, _third = drafts.drafts(colleagues.aysel, read_letter).drafts

    response = client.post(f"/read/{read_letter}/{first.key}/accept/", {"expected": 0})

    assert response.headers["Location"].startswith(f"/read/{read_letter}/?draft={second.key}")
    assert len(claims.claims_of_account(colleagues.aysel, read_letter)) == 1
