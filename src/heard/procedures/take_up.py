"""Take up what a killed run left: texts to be taken out, drafts to be proposed, sealed files of no account."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from heard.procedures.permissions import may
from heard.procedures.read_account import read_kept
from heard.procedures.take_text import Extract, take_text
from heard.reading.reader import Reader
from heard.records import exhibits
from heard.records.models import MemberAccount
from heard.records.shelf.accounts import account_row, pending_accounts
from heard.register.member import Member
from heard.terms.errors import BrokenCustody

#: A sealed file without an account is left alone this long: another program may be about to record it.
SETTLED = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenUp:
    """How many accounts were taken up and sealed files swept away, and whose originals are not whole."""

    accounts: int = 0
    swept: int = 0
    broken: tuple[str, ...] = ()


def take_up(*, extract: Extract, reader: Reader, now: datetime) -> TakenUp:
    """Finish every account that waits for its text, each in the name of the member who added it.

    Raises StorageFull, DatabaseBusy; an account whose original is not whole stays as it is and is
    named, and one that nobody may take up now waits.
    """
    swept = exhibits.sweep(before=now - SETTLED)
    finished, broken = 0, []
    for account in pending_accounts():
        by = _who(account)
        if by is None:
            continue
        try:
            kept = take_text(account, by=by, extract=extract)
        except BrokenCustody:
            broken.append(account)
            continue
        read_kept(kept, by=by, reader=reader)
        finished += 1
    return TakenUp(accounts=finished, swept=swept, broken=tuple(broken))


def _who(account: str) -> Member | None:
    """The member who added the account, or, where they left, the first one who may; None where nobody may yet."""
    added = account_row(account).entry.actor
    rows = MemberAccount.objects.filter(is_active=True).order_by("pk")
    members = sorted((row.member for row in rows), key=lambda member: member.key != added)
    allowed = (member for member in members if may(member, "account.add"))
    return next(allowed, None)
