"""Taking accounts in: files, pasted words, interviews; and what is said when something is wrong with them."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from tests.desk.conftest import Colleagues, LogIn

from heard.desk.forms.accounts import GROUPS
from heard.procedures.consenting import KEEPING, READING
from heard.records.queries import accounts
from heard.records.queries.pages import AccountPage, State
from heard.register.account import Answer, Relation
from heard.register.vocabulary import vocabulary

GRANTED = {"use_store_encrypted": "granted", "use_on_device_ai_reading": "granted"}
SOURCE = {"label": "a detainee", "relation": "self", "grade": "B", "use_share_lawyer": "granted"} | GRANTED
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


def test_without_a_yes_for_keeping_nothing_is_kept_and_nothing_typed_is_lost(client: Client, colleagues: Colleagues):
    response = add(client, words=WORDS, use_store_encrypted="not_asked")

    page = response.content.decode()
    assert response.status_code == 422
    assert "Without this yes nothing can be kept, and nothing was." in page
    assert WORDS.strip() in page
    assert accounts.accounts_page(colleagues.aysel).items == ()
    assert accounts.sources(colleagues.aysel) == ()


def test_without_a_yes_for_reading_it_is_kept_and_no_program_reads_it(client: Client, colleagues: Colleagues):
    response = add(client, words=WORDS, use_on_device_ai_reading="not_asked")

    page = kept(colleagues, response)
    assert page.state is State.UNREAD
    text = client.get(f"/read/{page.account.key}/").content.decode()
    assert "Its source did not grant reading by a program" in text
    assert "Propose drafts" not in text
    assert client.post(f"/read/{page.account.key}/propose/").status_code == 409


def test_a_source_who_took_keeping_back_gives_no_second_account(client: Client, colleagues: Colleagues):
    page = kept(colleagues, add(client, words=WORDS))
    client.post(f"/accounts/{page.account.key}/consent/", {"use": "store_encrypted", "answer": "withdrawn"})

    response = add(client, words="Again.\n", source=page.account.source.key, label="")

    assert response.status_code == 422
    assert "This source has not agreed to keeping." in response.content.decode()


def test_one_answer_counts_for_a_whole_group_except_where_one_use_has_its_own(client: Client, colleagues: Colleagues):
    answers = {"group_bodies": "granted", "use_un_publish_name": "refused"}

    consent = kept(colleagues, add(client, words=WORDS, **answers)).account.source.consent

    assert consent.answer("un_confidential") is Answer.GRANTED
    assert consent.answer("un_publish_name") is Answer.REFUSED
    assert consent.answer("press_named") is Answer.NOT_ASKED


def test_the_form_presets_only_keeping_and_reading_and_no_relation(client: Client):
    page = client.get("/accounts/add/").content.decode()

    assert page.count('<option value="granted" selected>') == 2
    assert '<option value="self" selected>' not in page
    assert '<option value="" selected>choose</option>' in page


def test_how_the_source_stands_to_it_must_be_chosen(client: Client, colleagues: Colleagues):
    response = add(client, words=WORDS, relation="")

    assert response.status_code == 422
    assert "Choose how the source stands to it" in response.content.decode()
    assert accounts.accounts_page(colleagues.aysel).items == ()


def test_every_use_can_be_answered_by_itself_or_with_its_group():
    asked = [use for group in GROUPS for use in group.uses] + [KEEPING, READING]

    assert sorted(asked) == sorted(use.id for use in vocabulary("consent"))
