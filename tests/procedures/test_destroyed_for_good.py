"""Destroying an account with a real commit, and the scrubbing that follows it, on both databases."""

import pytest
from django.db import connection
from tests.house import AYSEL, LETTER, a_source, letter

from heard.procedures.keep_account import keep_account
from heard.procedures.shred_exhibit import shred_exhibit
from heard.reading.extract import Extraction
from heard.records.queries.accounts import account_page
from heard.records.queries.pages import State

pytestmark = pytest.mark.django_db(transaction=True)


class Plain:
    name = "plain 1"

    def __call__(self, content: bytes, *, file_name: str) -> Extraction:
        return Extraction(text=letter(content.decode()), media_type="text/plain")


def test_what_is_destroyed_is_gone_after_the_commit_and_the_next_verb_runs() -> None:
    first, second = (
        keep_account(
            by=AYSEL,
            content=LETTER.encode(),
            file_name="letter.txt",
            media_type="text/plain",
            source=a_source(),
            title="A letter",
            extract=Plain(),
        ).account
        for _ in range(2)
    )
    shred_exhibit(by=AYSEL, account=first, reason="asked by the source")
    shred_exhibit(by=AYSEL, account=second, reason="asked by the source")

    assert not connection.in_atomic_block
    assert account_page(AYSEL, first).state is account_page(AYSEL, second).state is State.GONE
