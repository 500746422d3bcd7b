"""What a killed run left is finished by the next one, in the name of whoever began it."""

from datetime import UTC, datetime

import pytest
from tests.house import LETTER, Fixed, a_source, letter

from heard.procedures.add_member import add_member
from heard.procedures.keep_account import keep_account
from heard.procedures.take_up import SETTLED, TakenUp, take_up
from heard.reading.extract import Extraction
from heard.records import exhibits
from heard.records import models as tables
from heard.records.home import current_home
from heard.records.queries.accounts import account_page
from heard.records.queries.pages import State
from heard.register.member import Member, MemberRole

pytestmark = pytest.mark.django_db


class Plain:
    name = "plain 1"

    def __init__(self, *, stopped: bool = False) -> None:
        self.stopped = stopped

    def __call__(self, content: bytes, *, file_name: str) -> Extraction:
        if self.stopped:
            raise KeyboardInterrupt
        return Extraction(text=letter(content.decode()), media_type="text/plain")


@pytest.fixture
def members() -> list[Member]:
    admin = add_member(by=None, username="admin", name="Admin", role=MemberRole.ADMINISTRATOR, password="")
    return [
        add_member(by=admin, username=name, name=name, role=MemberRole.DOCUMENTER, password="")
        for name in ("aysel", "orxan")
    ]


def stopped(by: Member) -> str:
    """The key of an account whose text was still to be taken out when the program ended."""
    with pytest.raises(KeyboardInterrupt):
        keep_account(
            by=by,
            content=LETTER.encode(),
            file_name="letter.txt",
            media_type="",
            source=a_source(by=by),
            title="A letter",
            extract=Plain(stopped=True),
        )
    return tables.Account.objects.order_by("pk").last().key  # type: ignore[union-attr]


def taken_up() -> TakenUp:
    return take_up(extract=Plain(), reader=Fixed(), now=datetime.now(UTC))


def test_each_account_is_finished_and_read_in_the_name_of_who_added_it(members: list[Member]) -> None:
    accounts = [stopped(member) for member in members]

    assert taken_up() == TakenUp(accounts=2)
    for account, member in zip(accounts, members, strict=True):
        assert account_page(member, account).state is State.TO_DECIDE
        actors = tables.CustodyEntry.objects.filter(item=account).values_list("actor", flat=True)
        assert set(actors) == {member.key}
    assert taken_up() == TakenUp()


def test_for_somebody_who_left_a_colleague_who_may_stands_in(members: list[Member]) -> None:
    account = stopped(members[1])
    tables.MemberAccount.objects.filter(key=members[1].key).update(is_active=False)

    assert taken_up().accounts == 1
    assert tables.CustodyEntry.objects.filter(item=account, actor=members[0].key, act="text extracted").exists()


def test_where_nobody_may_nothing_is_done_in_the_name_of_an_administrator(members: list[Member]) -> None:
    account = stopped(members[0])
    tables.MemberAccount.objects.filter(role="documenter").update(is_active=False)

    assert taken_up() == TakenUp()
    assert account_page(members[0], account).state is State.PENDING


def test_a_lost_original_is_named_and_the_others_are_finished(members: list[Member]) -> None:
    lost, whole = stopped(members[0]), stopped(members[0])
    sealed = tables.Exhibit.objects.get(account__key=lost).sealed
    (current_home().exhibits / sealed[:2] / f"{sealed}.age").unlink()

    assert taken_up() == TakenUp(accounts=1, broken=(lost,))
    assert account_page(members[0], lost).state is State.PENDING
    assert account_page(members[0], whole).text == letter()


def test_only_sealed_files_that_have_settled_are_swept(members: list[Member]) -> None:
    sealed = exhibits.seal_file([b"of no account"], item="0" * 32).sealed_sha256
    file = current_home().exhibits / sealed[:2] / f"{sealed}.age"

    taken_up()
    assert file.exists()
    later = take_up(extract=Plain(), reader=Fixed(), now=datetime.now(UTC) + 2 * SETTLED)
    assert not file.exists()
    assert later.swept >= 1
