"""Who has an account, in the inbox and on its pages."""

import pytest
from django.test import Client
from tests.desk.conftest import Colleagues, LogIn
from tests.house import an_account

from heard.procedures.deactivate_member import deactivate_member


def take(client: Client, account: str, holder: str, expected: str = "", **more: str) -> int:
    return client.post(f"/accounts/{account}/hold/", {"holder": holder, "expected": expected} | more).status_code


def inbox(client: Client, query: str = "") -> str:
    return client.get(f"/{query}").content.decode()


def test_taking_shows_in_the_inbox_and_on_both_pages(log_in: LogIn, colleagues: Colleagues, read_letter: str):
    mine, theirs = log_in(colleagues.aysel), log_in(colleagues.orxan)
    assert "nobody has it" in inbox(theirs)

    assert take(mine, read_letter, colleagues.aysel.key) == 302

    assert "in hand: <bdi>Aysel Rzayeva</bdi>" in inbox(theirs)
    for path in (f"/accounts/{read_letter}/", f"/read/{read_letter}/"):
        assert "<strong><bdi>Aysel Rzayeva</bdi></strong>" in theirs.get(path).content.decode()
        assert "Give it back" in mine.get(path).content.decode()


def test_the_inbox_shows_mine_and_what_nobody_has(log_in: LogIn, colleagues: Colleagues, read_letter: str):
    client, free = log_in(colleagues.aysel), an_account(by=colleagues.aysel)
    take(client, read_letter, colleagues.aysel.key)

    mine, nobodys = inbox(client, "?holder=mine"), inbox(client, "?holder=free")

    assert f"/read/{read_letter}/" in mine
    assert f"/read/{free}/" not in mine
    assert f"/read/{free}/" in nobodys
    assert f"/read/{read_letter}/" not in nobodys


def test_handing_on_goes_back_to_the_page_it_was_done_from(log_in: LogIn, colleagues: Colleagues, read_letter: str):
    sent = {"holder": colleagues.orxan.key, "expected": "", "reading": "1"}

    answer = log_in(colleagues.aysel).post(f"/accounts/{read_letter}/hold/", sent)

    assert answer.headers["Location"] == f"/read/{read_letter}/"
    assert f"/read/{read_letter}/" in inbox(log_in(colleagues.orxan), "?holder=mine")


def test_giving_back_frees_the_account(log_in: LogIn, colleagues: Colleagues, read_letter: str):
    client = log_in(colleagues.aysel)
    take(client, read_letter, colleagues.aysel.key)

    assert take(client, read_letter, "", colleagues.aysel.key) == 302

    assert "nobody has it" in inbox(client)


def test_a_colleague_who_was_faster_is_not_overruled(log_in: LogIn, colleagues: Colleagues, read_letter: str):
    take(log_in(colleagues.aysel), read_letter, colleagues.aysel.key)

    assert take(log_in(colleagues.orxan), read_letter, colleagues.orxan.key) == 409

    assert "in hand: <bdi>Aysel Rzayeva</bdi>" in inbox(log_in(colleagues.sevda))


def test_only_active_colleagues_who_decide_are_offered(log_in: LogIn, colleagues: Colleagues, read_letter: str):
    deactivate_member(by=colleagues.admin, member=colleagues.sevda.key, reason="left")
    client = log_in(colleagues.aysel)

    page = client.get(f"/accounts/{read_letter}/").content.decode()

    assert f'value="{colleagues.orxan.key}"' in page
    assert f'value="{colleagues.sevda.key}"' not in page
    assert f'value="{colleagues.admin.key}"' not in page
    assert take(client, read_letter, colleagues.sevda.key) == 422


@pytest.mark.parametrize("language", ["az", "ru"])
def test_who_has_it_is_said_in_the_language_of_the_page(
    log_in: LogIn, colleagues: Colleagues, read_letter: str, language: str
):
    client = log_in(colleagues.aysel)
    client.cookies["django_language"] = language

    page = client.get(f"/read/{read_letter}/").content.decode()

    assert "Who has it" not in page
    assert "Take it" not in page
