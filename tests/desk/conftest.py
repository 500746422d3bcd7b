"""A desk to test: colleagues who can log in, an account with drafts, and a browser where one is needed."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.house import Fixed, an_account

from heard.desk.translations import compile_all
from heard.procedures.add_member import add_member
from heard.procedures.read_account import read_account
from heard.records.models import MemberAccount
from heard.register.member import Member, MemberRole

PASSWORD = "a long enough password"

LogIn = Callable[[Member], Client]


@pytest.fixture(scope="session", autouse=True)
def _compiled() -> None:
    compile_all()


@pytest.fixture(autouse=True)
def _one_factor(settings: object) -> None:
    """Most tests are not about the second factor."""
    settings.HEARD_SECOND_FACTOR = False  # type: ignore[attr-defined]


class Colleagues:
    """Members of the desk under test, each made once."""

    def __init__(self) -> None:
        self.admin = add_member(
            by=None, username="admin", name="Zaur Nağıyev", role=MemberRole.ADMINISTRATOR, password=PASSWORD
        )
        self.aysel = self._add("aysel", "Aysel Rzayeva", MemberRole.DOCUMENTER)
        self.orxan = self._add("orxan", "Orxan Vəliyev", MemberRole.REVIEWER)
        self.sevda = self._add("sevda", "Sevda Həsənova", MemberRole.REVIEWER)

    def _add(self, username: str, name: str, role: MemberRole) -> Member:
        return add_member(by=self.admin, username=username, name=name, role=role, password=PASSWORD)


def row(member: Member) -> MemberAccount:
    return MemberAccount.objects.get(key=member.key)


@pytest.fixture
def colleagues(db: None) -> Colleagues:
    return Colleagues()


@pytest.fixture
def log_in(colleagues: Colleagues) -> LogIn:
    def in_as(member: Member) -> Client:
        client = Client(headers={"accept-language": "en"})
        client.force_login(row(member))
        return client

    return in_as


@pytest.fixture
def read_letter(colleagues: Colleagues) -> str:
    """An account of three sentences with a draft on each."""
    account = an_account(by=colleagues.aysel)
    read_account(by=colleagues.aysel, account=account, reader=Fixed())
    return account
