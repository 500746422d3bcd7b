"""The pages of members, as an administrator and as everybody else."""

import pytest
from django.test import Client
from tests.desk.conftest import PASSWORD, Colleagues, LogIn, row
from tests.desk.test_second_factor import add_factor

ANOTHER = "another long password"


def path(colleagues: Colleagues, verb: str = "") -> str:
    return f"/settings/members/{colleagues.aysel.key}/{verb}"


def log_in_with(client: Client, password: str) -> int:
    """The status of the inbox after logging in with this password."""
    client.post("/entrance/log-in/", {"login": "aysel", "password": password})
    return client.get("/").status_code


def test_deactivating_closes_what_is_open_and_the_log_in(log_in: LogIn, colleagues: Colleagues):
    theirs = log_in(colleagues.aysel)

    answer = log_in(colleagues.admin).post(path(colleagues, "deactivate/"), {"active-reason": "left"}, follow=True)

    assert "The member is deactivated." in answer.content.decode()
    assert theirs.get("/").status_code == 302
    assert log_in_with(Client(), PASSWORD) == 302


def test_reactivating_lets_a_member_in_again(log_in: LogIn, colleagues: Colleagues):
    client = log_in(colleagues.admin)
    client.post(path(colleagues, "deactivate/"), {"active-reason": "left"})

    page = client.post(path(colleagues, "reactivate/"), {"active-reason": "came back"}, follow=True).content.decode()

    assert "Zaur Nağıyev reactivated a member." in page
    assert log_in_with(Client(), PASSWORD) == 200


def test_the_last_administrator_is_told_why_not(log_in: LogIn, colleagues: Colleagues):
    own = f"/settings/members/{colleagues.admin.key}/deactivate/"

    answer = log_in(colleagues.admin).post(own, {"active-reason": "tired"})

    assert answer.status_code == 409
    assert "This is the last administrator" in answer.content.decode()
    assert row(colleagues.admin).is_active


def test_a_new_password_opens_and_the_old_one_does_not(log_in: LogIn, colleagues: Colleagues):
    answer = log_in(colleagues.admin).post(path(colleagues, "password/"), {"password-password": ANOTHER})

    assert answer.status_code == 302
    assert log_in_with(Client(), PASSWORD) == 302
    assert log_in_with(Client(), ANOTHER) == 200


def test_a_short_password_is_sent_back_with_a_sentence(log_in: LogIn, colleagues: Colleagues):
    answer = log_in(colleagues.admin).post(path(colleagues, "password/"), {"password-password": "short"})

    assert answer.status_code == 422
    assert "at least 12 characters" in answer.content.decode()


def test_after_a_reset_the_log_in_asks_for_a_new_second_factor(log_in: LogIn, colleagues: Colleagues, settings: object):
    settings.HEARD_SECOND_FACTOR = True  # type: ignore[attr-defined]
    theirs = Client()
    log_in_with(theirs, PASSWORD)
    add_factor(theirs)
    assert theirs.get("/").status_code == 200

    settings.HEARD_SECOND_FACTOR = False  # type: ignore[attr-defined]  # the administrator's own is not the subject
    log_in(colleagues.admin).post(path(colleagues, "second-factor/"), {"factor-reason": "lost; seen in person"})
    settings.HEARD_SECOND_FACTOR = True  # type: ignore[attr-defined]

    again = Client()
    assert theirs.get("/").headers["Location"].startswith("/entrance/log-in/")
    assert log_in_with(again, PASSWORD) == 302
    assert again.get("/").headers["Location"] == "/entrance/second-factor/"


@pytest.mark.parametrize(
    ("verb", "sent"),
    [
        ("deactivate/", {"active-reason": "x"}),
        ("reactivate/", {"active-reason": "x"}),
        ("password/", {"password-password": ANOTHER}),
        ("second-factor/", {"factor-reason": "x"}),
    ],
)
def test_others_see_a_member_but_change_nothing(log_in: LogIn, colleagues: Colleagues, verb: str, sent: dict[str, str]):
    client = log_in(colleagues.orxan)

    assert client.post(path(colleagues, verb), sent).status_code == 403
    assert "Deactivate" not in client.get(path(colleagues)).content.decode()
    assert row(colleagues.aysel).check_password(PASSWORD)
    assert row(colleagues.aysel).is_active


@pytest.mark.parametrize("verb", ["deactivate/", "reactivate/", "second-factor/"])
def test_without_a_reason_nothing_happens(log_in: LogIn, colleagues: Colleagues, verb: str):
    assert log_in(colleagues.admin).post(path(colleagues, verb), {}).status_code == 422


@pytest.mark.parametrize("language", ["en", "az", "ru"])
def test_the_page_of_a_member_opens_in_every_language(log_in: LogIn, colleagues: Colleagues, language: str):
    client = log_in(colleagues.admin)
    client.cookies["django_language"] = language

    page = client.get(path(colleagues)).content.decode()

    assert f'<html lang="{language}"' in page
    assert "Aysel Rzayeva" in page
