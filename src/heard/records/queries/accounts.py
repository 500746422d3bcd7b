"""The inbox, and one account with its text."""

from heard.records.queries.pages import AccountLine, AccountPage, Page, State
from heard.records.queries.permission import content
from heard.register.account import Account, Source
from heard.register.member import Member


@content
def accounts_page(
    by: Member,
    /,
    *,
    state: State | None = None,
    language: str = "",
    urgent: bool | None = None,
    source: str = "",
    after: str = "",
) -> Page[AccountLine]:
    """The inbox, urgent first, then newest first; `after` is the page before's."""
    raise NotImplementedError


@content
def account_page(by: Member, /, key: str) -> AccountPage:
    """One account with its text; raises NotFound."""
    raise NotImplementedError


@content
def account(by: Member, /, key: str) -> Account:
    """The account itself; raises NotFound."""
    raise NotImplementedError


@content
def sources(by: Member, /) -> tuple[Source, ...]:
    """All sources with their latest grade and answers, newest first, at most 1,000."""
    raise NotImplementedError


@content
def source(by: Member, /, key: str) -> Source:
    """One source with its latest grade and answers; raises NotFound."""
    raise NotImplementedError
