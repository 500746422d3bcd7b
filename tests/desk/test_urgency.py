"""Why an account is urgent: asked when it is added, shown in words, changed on its page."""

import pytest
from tests.desk.conftest import Colleagues, LogIn
from tests.desk.test_adding import WORDS, add, kept

from heard.register.account import Urgency


def test_the_reason_chosen_when_adding_is_kept_and_shown(log_in: LogIn, colleagues: Colleagues):
    client = log_in(colleagues.aysel)

    page = kept(colleagues, add(client, words=WORDS, urgency="disappearance"))

    assert page.urgency is Urgency.DISAPPEARANCE
    for path in ("/", "/read/", f"/accounts/{page.account.key}/"):
        assert "Urgent: somebody has disappeared" in client.get(path).content.decode()


def test_without_a_reason_nothing_is_urgent(log_in: LogIn, colleagues: Colleagues):
    page = kept(colleagues, add(log_in(colleagues.aysel), words=WORDS))

    assert (page.urgent, page.urgency) == (False, None)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "a life is in danger"), ("az", "həyat təhlükədədir"), ("ru", "жизнь в опасности")]
)
def test_changing_it_shows_in_the_inbox_in_every_language(
    log_in: LogIn, colleagues: Colleagues, read_letter: str, language: str, words: str
):
    client = log_in(colleagues.aysel)
    client.cookies["django_language"] = language

    assert client.post(f"/accounts/{read_letter}/urgency/", {"urgency": "life"}).status_code == 302

    assert words in client.get("/?urgent=1").content.decode()


def test_it_can_cease_to_be_urgent_and_the_trail_keeps_both(log_in: LogIn, colleagues: Colleagues, read_letter: str):
    client = log_in(colleagues.aysel)
    client.post(f"/accounts/{read_letter}/urgency/", {"urgency": "threat"})

    page = client.post(f"/accounts/{read_letter}/urgency/", {"urgency": ""}, follow=True).content.decode()

    assert "Urgent: somebody" not in page
    assert page.count("Aysel Rzayeva changed why the account is urgent, or that it is.") == 2
