"""A desk to test: colleagues who can log in, an account with drafts, and a browser where one is needed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer
from tests.house import Fixed, an_account

from heard.desk.translations import compile_all
from heard.procedures.accept_draft import accept_draft
from heard.procedures.add_member import add_member
from heard.procedures.read_account import read_account
from heard.records.models import MemberAccount
from heard.records.queries import claims, drafts, persons
from heard.register.member import Member, MemberRole
from heard.terms.saying import NameKind

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


@pytest.fixture
def recorded(colleagues: Colleagues, read_letter: str) -> dict[str, str]:
    """The letter with every draft accepted, and the addresses of all that follows from it."""
    member = colleagues.aysel
    for draft in drafts.drafts(member, read_letter).drafts:
        accept_draft(by=member, draft=draft.key, expected=0)
    act = next(line for line in claims.claims_of_account(member, read_letter) if line.incident)
    person = persons.referents_page(member, NameKind.PERSON).items[0].key
    place = persons.referents_page(member, NameKind.PLACE).items[0].key
    return {
        "account": f"/accounts/{read_letter}/",
        "reading": f"/read/{read_letter}/",
        "person": f"/register/persons/{person}/",
        "place": f"/register/places/{place}/",
        "claim": f"/register/claims/{act.claim.key}/",
        "correction": f"/register/claims/{act.claim.key}/correct/",
        "incident": f"/register/incidents/{act.incident}/",
        "join": f"/register/join/{person}/",
        "join claim": f"/register/join-claim/{act.claim.key}/",
        "finding": f"/findings/record/{act.claim.key}/",
        "trail": f"/custody/{read_letter}/",
        "brief": f"/brief/?person={person}",
    }


CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium, started once."""
    if not Path(CHROMIUM).exists():
        pytest.skip(f"These tests drive a real Chromium, looked for at {CHROMIUM}.")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # the browser's own loop runs in this thread
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@dataclass
class Seat:
    """One colleague at one browser. `troubles` are complaints of the console, `elsewhere` requests to other hosts."""

    context: BrowserContext
    url: str
    troubles: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        page = self.context.new_page()
        page.on("console", lambda message: self._note(message.type, message.text))
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("request", lambda request: self._asked(request.url))
        page.goto(self.url + path)
        return page

    def _note(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.troubles.append(text)

    def _asked(self, url: str) -> None:
        if not url.startswith((self.url, "data:")):
            self.elsewhere.append(url)


TakeSeat = Callable[..., Seat]


@pytest.fixture
def take_seat(browser: Browser, live_server: LiveServer, log_in: LogIn) -> Iterator[TakeSeat]:
    """Seats colleagues at browsers of their own; none has to type a password."""
    contexts = []

    def take(member: Member | None, *, language: str = "en", **options: object) -> Seat:
        context = browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        cookies = {"django_language": language}
        if member is not None:
            cookies["sessionid"] = log_in(member).cookies["sessionid"].value
        context.add_cookies([{"name": name, "value": value, "url": live_server.url} for name, value in cookies.items()])
        return Seat(context=context, url=live_server.url)

    yield take
    for context in contexts:
        context.close()
