"""The inbox, and one account with its text."""

from django.db.models import Q, QuerySet

from heard.reading.text import Text
from heard.records import models as tables
from heard.records.queries.cursors import counted, read_cursor, write_cursor
from heard.records.queries.loading import load_accounts, load_sources
from heard.records.queries.pages import COUNTED, PAGE, AccountLine, AccountPage, AttachedLine, Page, State
from heard.records.queries.permission import content
from heard.register.account import Account, Source, Urgency
from heard.register.member import Member
from heard.terms.errors import NotFound


@content
def accounts_page(
    by: Member,
    /,
    *,
    state: State | None = None,
    language: str = "",
    urgent: bool | None = None,
    source: str = "",
    holder: str | None = None,
    after: str = "",
) -> Page[AccountLine]:
    """The inbox, urgent first, then newest first; `after` is the page before's.

    `holder` is the key of the member who has the accounts in hand, empty for those that nobody has, None for any.
    """
    wanted = {
        "state": state.value if state else None,
        "language": language or None,
        "urgent": urgent,
        "source": _source_row(source).pk if source else None,
        "holder": holder,
    }
    asked = {name: value for name, value in wanted.items() if value is not None}
    rows = tables.AccountStanding.objects.filter(**asked)
    found = list(_after(rows, after)[: PAGE + 1])
    lines = _account_lines(found[:PAGE])
    last = found[PAGE - 1] if len(found) > PAGE else None
    cursor = write_cursor(int(last.urgent), last.account_id) if last else ""
    return Page(items=lines, total=counted(rows), after=cursor)


@content
def account_page(by: Member, /, key: str) -> AccountPage:
    """One account with its text; raises NotFound."""
    row = _account_row(key)
    text = tables.AccountText.objects.filter(account_id=row.account_id).exclude(sha256="").first()
    return AccountPage(
        account=load_accounts([row.account_id])[row.account_id],
        state=State(row.state),
        urgent=row.urgent,
        urgency=Urgency(row.urgency) if row.urgency else None,
        text=_text(text) if text else None,
        extractor=text.extractor if text else "",
        decided=row.decided,
        drafts=row.drafts,
        holder=row.holder,
        claims=counted(tables.ClaimStanding.objects.filter(account_id=row.account_id)),
        notes=tuple(tables.AccountNote.objects.filter(account_id=row.account_id).values_list("said", flat=True)),
        within=next(iter(_attached_lines(attached__account_id=row.account_id)), None),
        attached=_attached_lines(attachment__within_id=row.account_id),
    )


@content
def account(by: Member, /, key: str) -> Account:
    """The account itself; raises NotFound."""
    row = _account_row(key)
    return load_accounts([row.account_id])[row.account_id]


@content
def sources(by: Member, /) -> tuple[Source, ...]:
    """All sources with their latest grade and answers, newest first, at most 1,000."""
    return tuple(load_sources(tables.Source.objects.order_by("-pk")[:COUNTED]).values())


@content
def source(by: Member, /, key: str) -> Source:
    """One source with its latest grade and answers; raises NotFound."""
    row = _source_row(key)
    return load_sources([row])[row.pk]


def _after(rows: QuerySet[tables.AccountStanding], after: str) -> QuerySet[tables.AccountStanding]:
    ordered = rows.order_by("-urgent", "-account_id")
    if not after:
        return ordered
    urgent, account = read_cursor(after, 2)
    below = Q(urgent=bool(urgent), account_id__lt=account)
    return ordered.filter(below | Q(urgent=False)) if urgent else ordered.filter(below)


def _account_lines(rows: list[tables.AccountStanding]) -> tuple[AccountLine, ...]:
    accounts = load_accounts(row.account_id for row in rows)
    return tuple(_account_line(row, accounts[row.account_id]) for row in rows)


def _account_line(row: tables.AccountStanding, account: Account) -> AccountLine:
    return AccountLine(
        key=account.key,
        title=account.title,
        received=account.received,
        source=account.source,
        language=row.language,
        state=State(row.state),
        urgent=row.urgent,
        urgency=Urgency(row.urgency) if row.urgency else None,
        opening=row.opening,
        unreadable=account.unreadable,
        decided=row.decided,
        drafts=row.drafts,
        holder=row.holder,
    )


def _attached_lines(**wanted: int) -> tuple[AttachedLine, ...]:
    rows = tables.Account.objects.filter(**wanted).order_by("pk").values_list("key", "title", "standing__state")
    return tuple(AttachedLine(key=key, title=title, state=State(state)) for key, title, state in rows)


def _text(row: tables.AccountText) -> Text:
    return Text(
        content=row.content,
        language=row.language,
        page_starts=tuple(row.page_starts),
        paragraph_starts=tuple(row.paragraph_starts),
    )


def _account_row(key: str) -> tables.AccountStanding:
    row = tables.AccountStanding.objects.filter(account__key=key).first()
    if row is None:
        raise NotFound("account", key)
    return row


def _source_row(key: str) -> tables.Source:
    row = tables.Source.objects.filter(key=key).first()
    if row is None:
        raise NotFound("source", key)
    return row
