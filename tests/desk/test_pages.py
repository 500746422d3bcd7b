"""Every page: who may see it, in which language, with which headers."""

import re

import pytest
from django.test import Client
from tests.desk.conftest import PASSWORD, Colleagues, LogIn
from tests.house import an_account

from heard.desk.middleware import POLICY
from heard.records.queries import drafts
from heard.records.queries.house import custody_trail

CONTENT = ["/", "/read/", "/register/", "/register/bodies/", "/register/places/", "/register/claims/", "/findings/"]
CONTENT += ["/accounts/add/", "/accounts/interview/", "/brief/", "/search/?q=Tural"]
HOUSE = ["/custody/", "/settings/", "/settings/members/"]


@pytest.mark.parametrize("path", [*CONTENT, *HOUSE])
def test_a_stranger_sees_the_log_in_and_nothing_else(db: None, path: str):
    response = Client().get(path)

    assert response.status_code == 302
    assert response.headers["Location"].startswith("/entrance/log-in/")


@pytest.mark.parametrize("path", CONTENT)
def test_an_administrator_never_sees_content(log_in: LogIn, colleagues: Colleagues, path: str):
    response = log_in(colleagues.admin).get(path)

    assert response.status_code == 403
    assert "Administrators see settings and members, never content" in response.content.decode()


def test_an_administrator_is_kept_from_items_too(log_in: LogIn, colleagues: Colleagues, recorded: dict[str, str]):
    client = log_in(colleagues.admin)

    for name, path in recorded.items():
        assert client.get(path).status_code == (200 if name == "trail" else 403), name


@pytest.mark.parametrize("path", HOUSE)
def test_an_administrator_sees_settings_members_and_custody(log_in: LogIn, colleagues: Colleagues, path: str):
    assert log_in(colleagues.admin).get(path).status_code == 200


@pytest.mark.parametrize("path", [*CONTENT, *HOUSE])
def test_an_empty_desk_says_what_to_do_first(log_in: LogIn, colleagues: Colleagues, path: str):
    assert log_in(colleagues.aysel).get(path).status_code == 200


@pytest.mark.parametrize("language", ["en", "az", "ru"])
def test_every_page_opens_in_every_language(
    log_in: LogIn, colleagues: Colleagues, recorded: dict[str, str], language: str
):
    client = log_in(colleagues.aysel)
    client.cookies["django_language"] = language

    for path in [*CONTENT, *HOUSE, *recorded.values()]:
        response = client.get(path)
        assert response.status_code == 200, path
        assert f'<html lang="{language}"' in response.content.decode()


def test_every_page_forbids_what_is_not_its_own(log_in: LogIn, colleagues: Colleagues):
    response = log_in(colleagues.aysel).get("/")

    assert response.headers["Content-Security-Policy"] == POLICY
    assert "unsafe" not in POLICY
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Referrer-Policy"] == "same-origin"


def test_no_page_has_inline_scripts_or_styles(log_in: LogIn, colleagues: Colleagues, recorded: dict[str, str]):
    client = log_in(colleagues.aysel)

    for path in [*CONTENT, *HOUSE, *recorded.values()]:
        page = client.get(path).content.decode()
        assert " style=" not in page, path
        assert "<style" not in page, path
        assert " onclick=" not in page, path
        assert "https://" not in page, path


def test_no_page_uses_an_id_twice(log_in: LogIn, colleagues: Colleagues, recorded: dict[str, str], read_letter: str):
    client = log_in(colleagues.aysel)
    first = drafts.drafts(colleagues.aysel, read_letter).drafts[0].key
    client.post(f"/read/{read_letter}/{first}/undo/", {"expected": 1})

    for path in [*CONTENT, *HOUSE, *recorded.values()]:
        ids = re.findall(r' id="([^"]+)"', client.get(path).content.decode())
        assert sorted(set(ids)) == sorted(ids), path


def test_what_does_not_exist_is_a_page_with_a_sentence(log_in: LogIn, colleagues: Colleagues):
    client = log_in(colleagues.aysel)

    for path in ("/nothing/", f"/read/{'0' * 32}/", f"/register/persons/{'0' * 32}/", f"/custody/{'0' * 32}/"):
        response = client.get(path)
        assert response.status_code == 404, path
        assert "There is nothing here" in response.content.decode()


def test_a_name_that_turns_the_text_around_is_shown_as_it_is(log_in: LogIn, colleagues: Colleagues):
    account = an_account("Signed by \u202eyeltum\u202c Əliyev today.\n", by=colleagues.aysel)

    page = log_in(colleagues.aysel).get(f"/read/{account}/").content.decode()

    assert "\u202e" not in page
    assert "⟨U+202E⟩" in page


def test_looking_leaves_one_custody_entry_a_session(log_in: LogIn, colleagues: Colleagues, read_letter: str):
    client = log_in(colleagues.aysel)

    client.get(f"/read/{read_letter}/")
    client.get(f"/read/{read_letter}/")

    page = client.get(f"/custody/{read_letter}/").content.decode()
    assert page.count("Aysel Rzayeva looked at it.") == 1


def test_what_is_too_large_is_refused_before_it_is_taken_in(log_in: LogIn, colleagues: Colleagues):
    response = log_in(colleagues.aysel).post("/accounts/add/", CONTENT_LENGTH=str(60 * 1024 * 1024))

    assert response.status_code == 413
    assert "at most 50 megabytes" in response.content.decode()


def test_logging_in_by_password(colleagues: Colleagues):
    client = Client()

    response = client.post("/entrance/log-in/", {"login": "aysel", "password": PASSWORD})

    assert response.headers["Location"] == "/"
    cookie = response.cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"


def test_coming_and_going_leave_custody_entries(colleagues: Colleagues):
    client = Client()
    client.post("/entrance/log-in/", {"login": "aysel", "password": PASSWORD})
    client.post("/entrance/lock/")

    acts = [line.act for line in custody_trail(colleagues.admin, colleagues.aysel.key)]

    assert acts == ["member added", "logged in", "logged out"]


def test_lock_ends_the_session(log_in: LogIn, colleagues: Colleagues):
    client = log_in(colleagues.aysel)

    client.post("/entrance/lock/")

    assert client.get("/").status_code == 302


def test_guessing_passwords_is_slowed_down(colleagues: Colleagues):
    client = Client()

    pages = [client.post("/entrance/log-in/", {"login": "sevda", "password": f"guess {at}"}) for at in range(7)]

    assert "Too many failed" in pages[-1].content.decode()


def test_without_a_second_factor_a_member_sees_only_how_to_add_one(
    log_in: LogIn, colleagues: Colleagues, settings: object
):
    settings.HEARD_SECOND_FACTOR = True  # type: ignore[attr-defined]
    client = log_in(colleagues.aysel)

    assert client.get("/").headers["Location"] == "/entrance/second-factor/"
    page = client.get("/entrance/second-factor/")
    assert page.status_code == 200
    assert "Add one here; before that, nothing else opens." in page.content.decode()


def test_nobody_can_sign_up(db: None):
    page = Client().get("/entrance/closed/").content.decode()

    assert "Sign-up is closed" in page


def test_an_administrator_who_logs_in_begins_at_the_settings(colleagues: Colleagues):
    response = Client().post("/entrance/log-in/", {"login": "admin", "password": PASSWORD})

    assert response.headers["Location"] == "/settings/"
