"""Keep notes on how a text was taken out, and which accounts came attached to which."""

from collections.abc import Iterable
from dataclasses import dataclass

from heard.records import models as tables
from heard.records.shelf.accounts import account_row

#: Letters are opened this deep: a letter attached to a letter attached to a letter. What it holds stays inside it.
DEEPEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Nesting:
    """How deep an account lies in what arrived (0: it came by itself), and how many are attached to that by now."""

    depth: int
    attached: int


def put_notes(account: str, notes: Iterable[str], *, entry: int) -> None:
    """Keep notes of `heard.reading.extract` with an account."""
    row = account_row(account)
    tables.AccountNote.objects.bulk_create(tables.AccountNote(account=row, said=said, entry_id=entry) for said in notes)


def put_attachment(account: str, *, within: str, entry: int) -> None:
    """Keep that `account` came attached to `within`."""
    outer = account_row(within)
    tables.Attachment.objects.create(
        account=account_row(account),
        within=outer,
        arrival=_arrival(outer),
        depth=_depth(outer) + 1,
        entry_id=entry,
    )


def nesting_of(account: str) -> Nesting:
    """How deep this account lies, and how full what it came with is."""
    row = account_row(account)
    return Nesting(depth=_depth(row), attached=tables.Attachment.objects.filter(arrival=_arrival(row)).count())


def family_of(account: tables.Account) -> tuple[tables.Account, ...]:
    """What arrived with this account: the one that came by itself first, then everything attached to it."""
    arrival = _arrival(account)
    rows = tables.Account.objects.filter(attachment__arrival=arrival).select_related("exhibit").order_by("pk")
    return (arrival, *rows)


def _arrival(account: tables.Account) -> tables.Account:
    attachment = tables.Attachment.objects.filter(account=account).select_related("arrival").first()
    return attachment.arrival if attachment else account


def _depth(account: tables.Account) -> int:
    attachment = tables.Attachment.objects.filter(account=account).first()
    return attachment.depth if attachment else 0
