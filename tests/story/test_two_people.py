"""Two people decide the same draft at the same moment: one decides, the other is told so in their language."""

from threading import Barrier, Thread

import pytest
from django.db import connection
from django.test import Client
from django.utils import translation
from django.utils.html import escape
from tests.house import Fixed, an_account

from heard.desk.translations import compile_all
from heard.desk.words import EXPLANATIONS
from heard.procedures.add_member import add_member
from heard.procedures.read_account import read_account
from heard.records import models as tables
from heard.records.derive.whole import differences
from heard.register.member import MemberRole


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("language", ["en", "az", "ru"])
def test_of_two_at_the_same_draft_one_decides_and_the_other_reads_why(settings: object, language: str) -> None:
    compile_all()
    settings.HEARD_SECOND_FACTOR = False  # type: ignore[attr-defined]
    admin = add_member(by=None, username="admin", name="Admin", role=MemberRole.ADMINISTRATOR, password="")
    people = [
        add_member(by=admin, username=name, name=name.title(), role=MemberRole.REVIEWER, password="")
        for name in ("sevda", "orxan")
    ]
    account = an_account(by=people[0])
    read_account(by=people[0], account=account, reader=Fixed())
    draft = tables.Draft.objects.filter(account__key=account).order_by("start")[0].key
    clients = [Client() for _person in people]
    for client, person in zip(clients, people, strict=True):
        client.force_login(tables.MemberAccount.objects.get(key=person.key))
        client.cookies["django_language"] = language
    answers = {}
    together = Barrier(len(clients))

    def decide(place: int) -> None:
        together.wait()
        address, said = (("accept", {}), ("reject", {"reason": "Not said."}))[place]
        answers[place] = clients[place].post(f"/read/{account}/{draft}/{address}/", {"expected": 0, **said})
        connection.close()

    threads = [Thread(target=decide, args=(place,)) for place in range(len(clients))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    first, second = sorted(answers.values(), key=lambda answer: answer.status_code)
    assert (first.status_code, second.status_code) == (302, 409)
    words = EXPLANATIONS["Conflict"]
    with translation.override(language):
        said = [escape(str(part)) for part in (words.title, words.happened, words.todo)]
    assert all(part in second.content.decode() for part in said)
    assert tables.Decision.objects.count() == 1
    assert differences() == ()
