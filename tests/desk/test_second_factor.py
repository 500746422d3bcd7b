"""Logging in with a second factor."""

import re

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client
from tests.desk.conftest import PASSWORD, Colleagues


@pytest.fixture(autouse=True)
def _two_factors(settings: object, _one_factor: None) -> None:
    settings.HEARD_SECOND_FACTOR = True  # type: ignore[attr-defined]


def code(secret: str) -> str:
    """What an authenticator would show now."""
    counter = next(iter(yield_hotp_counters_from_time()))
    return str(format_hotp_value(hotp_value(secret, counter)))


def password(client: Client) -> None:
    client.post("/entrance/log-in/", {"login": "aysel", "password": PASSWORD})


def add_factor(client: Client) -> str:
    client.post("/entrance/confirm/", {"password": PASSWORD})
    page = client.get("/entrance/second-factor/totp/activate/").content.decode()
    secret = re.search(r'value="([A-Z2-7]{32})"', page)
    assert secret is not None
    client.post("/entrance/second-factor/totp/activate/", {"code": code(secret[1])})
    return secret[1]


def test_a_member_adds_a_factor_and_then_sees_the_desk(colleagues: Colleagues):
    client = Client()
    password(client)
    assert client.get("/").headers["Location"] == "/entrance/second-factor/"

    add_factor(client)

    assert client.get("/").status_code == 200


def test_the_next_log_in_asks_for_the_code(colleagues: Colleagues):
    first = Client()
    password(first)
    add_factor(first)

    second = Client()
    password(second)

    assert second.get("/").status_code == 302
    wrong = second.post("/entrance/second-factor/authenticate/", {"code": "000000"})
    assert "Incorrect code" in wrong.content.decode()
    assert second.get("/").status_code == 302


def test_a_recovery_code_opens_the_desk_once(colleagues: Colleagues):
    first = Client()
    password(first)
    add_factor(first)
    codes = re.findall(r"\b\d{8}\b", first.get("/entrance/second-factor/recovery-codes/").content.decode())

    second = Client()
    password(second)
    second.post("/entrance/second-factor/authenticate/", {"code": codes[0]})

    assert second.get("/").status_code == 200


def test_the_last_factor_cannot_be_taken_away(colleagues: Colleagues):
    client = Client()
    password(client)
    add_factor(client)

    client.post("/entrance/second-factor/totp/deactivate/")

    assert client.get("/").status_code == 200


def test_the_page_of_security_keys_opens(colleagues: Colleagues):
    client = Client(headers={"accept-language": "en"})
    password(client)

    page = client.get("/entrance/second-factor/webauthn/")

    assert page.status_code == 200
    assert "No security keys" in page.content.decode()
