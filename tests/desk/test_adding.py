"""Taking accounts in: files, pasted words, interviews; and what is said when something is wrong with them."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from tests.desk.conftest import Colleagues, LogIn

from heard.records.queries import accounts
from heard.records.queries.pages import AccountPage, State
from heard.register.account import Answer, Relation

SOURCE = {"label": "a detainee", "relation": "self", "grade": "B", "use_share_lawyer": "granted"}
WORDS = "I was beaten in Qaradağ prison on 3 March 2024.\n"


@pytest.fixture
def client(log_in: LogIn, colleagues: Colleagues) -> Client:
    return log_in(colleagues.aysel)


def add(client: Client, *, file: SimpleUploadedFile | None = None, **changes: str) -> HttpResponse:
    form = SOURCE | {"title": "Letter of 3 May", "told": "2024-05"} | changes
    return client.post("/accounts/add/", form | ({"file": file} if file else {}))  # type: ignore[return-value]


def kept(colleagues: Colleagues, response: HttpResponse) -> AccountPage:
    key = re.search(r"[0-9a-f]{32}", response.headers["Location"])
    assert key is not None
    return accounts.account_page(colleagues.aysel, key[0])


def test_pasted_words_are_kept_and_read(client: Client, colleagues: Colleagues):
    response = add(client, words=WORDS)

    assert response.headers["Location"].startswith("/read/")
    page = kept(colleagues, response)
    assert page.text.content == WORDS
    assert page.state is State.TO_DECIDE
    assert page.account.told == "2024-05"


def test_the_source_keeps_its_relation_grade_and_consent(client: Client, colleagues: Colleagues):
    source = kept(colleagues, add(client, words=WORDS)).account.source

    assert (source.label, source.relation, source.grade) == ("a detainee", Relation.SELF, "B")
    assert source.consent.answer("share_lawyer") is Answer.GRANTED
    assert source.consent.answer("press_named") is Answer.NOT_ASKED


def test_an_uploaded_file_is_kept_under_its_own_name(client: Client, colleagues: Colleagues):
    file = SimpleUploadedFile("məktub.txt", WORDS.encode(), content_type="text/plain")

    page = kept(colleagues, add(client, file=file))

    assert page.account.exhibit.name == "məktub.txt"
    assert page.account.exhibit.size == len(WORDS.encode())


def test_a_file_that_cannot_be_read_is_kept_and_the_page_says_what_to_do(client: Client, colleagues: Colleagues):
    file = SimpleUploadedFile("scan.pdf", b"%PDF-1.7\n%broken", content_type="application/pdf")

    response = add(client, file=file)

    page = kept(colleagues, response)
    assert page.state is State.UNREADABLE
    text = client.get(response.headers["Location"]).content.decode()
    assert "The original is kept under custody, unchanged." in text
    assert "What to do:" in text


def test_an_empty_file_is_refused_with_a_sentence_and_nothing_is_kept(client: Client, colleagues: Colleagues):
    response = add(client, file=SimpleUploadedFile("empty.txt", b""))

    assert response.status_code == 422
    assert accounts.accounts_page(colleagues.aysel).items == ()


def test_neither_file_nor_words_is_refused_at_the_field_and_nothing_typed_is_lost(client: Client):
    response = add(client)

    page = response.content.decode()
    assert response.status_code == 422
    assert "Choose a file or paste the words: one of the two." in page
    assert 'value="Letter of 3 May"' in page


def test_a_source_is_chosen_or_described(client: Client):
    response = add(client, words=WORDS, label="")

    assert "Choose a source known already, or say how papers may call the new one." in response.content.decode()


def test_a_date_that_is_none_is_refused_at_its_field(client: Client):
    response = add(client, words=WORDS, told="some day")

    assert response.status_code == 422
    assert "Give a date as in the examples" in response.content.decode()


def test_a_second_account_of_a_known_source(client: Client, colleagues: Colleagues):
    source = kept(colleagues, add(client, words=WORDS)).account.source

    second = kept(colleagues, add(client, words="Again.\n", source=source.key, label=""))

    assert second.account.source == source


def test_an_interview_is_kept_turn_by_turn(client: Client, colleagues: Colleagues):
    turns = {
        "turns": "2",
        "question_0": "What happened?",
        "answer_0": "I was beaten.",
        "answer_1": "In Qaradağ prison.",
    }

    response = client.post("/accounts/interview/", SOURCE | {"title": "Talk"} | turns)

    text = kept(colleagues, response).text.content  # type: ignore[arg-type]
    assert text == "Question: What happened?\n\nAnswer: I was beaten.\n\nAnswer: In Qaradağ prison.\n"


def test_more_turns_keep_what_was_typed(client: Client):
    response = client.post("/accounts/interview/", {"turns": "2", "answer_0": "I was beaten.", "more": "1"})

    page = response.content.decode()
    assert response.status_code == 200
    assert "I was beaten." in page
    assert 'name="answer_5"' in page


def test_consent_and_grade_can_be_recorded_later(client: Client, colleagues: Colleagues):
    key = kept(colleagues, add(client, words=WORDS)).account.key

    client.post(f"/accounts/{key}/consent/", {"use": "press_named", "answer": "refused", "note": "By telephone."})
    client.post(f"/accounts/{key}/grade/", {"grade": "C", "reason": "Two details do not fit."})

    source = accounts.account(colleagues.aysel, key).source
    assert source.consent.answer("press_named") is Answer.REFUSED
    assert source.grade == "C"


def test_an_account_destroyed_on_request_says_so(client: Client, colleagues: Colleagues):
    key = kept(colleagues, add(client, words=WORDS)).account.key

    client.post(f"/accounts/{key}/destroy/", {"destroy-reason": "The source asked."})

    page = client.get(f"/accounts/{key}/").content.decode()
    assert "Destroyed at its source's request" in page
    assert client.get(f"/read/{key}/").status_code == 302
