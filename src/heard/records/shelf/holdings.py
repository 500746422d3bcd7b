"""Keep who has an account in hand."""

from heard.records import models as tables
from heard.records.derive import standing
from heard.records.shelf.accounts import account_row
from heard.records.shelf.members import member_row


def holder_of(account: str) -> str:
    """The key of the member who has this account in hand, empty for nobody; raises NotFound."""
    latest = account_row(account).holdings.select_related("holder").order_by("-pk").first()
    return latest.holder.key if latest and latest.holder else ""


def put_holding(account: str, holder: str, *, entry: int) -> None:
    """From now on this member has the account in hand; empty: nobody. Raises NotFound."""
    row = account_row(account)
    tables.Holding.objects.create(account=row, holder=member_row(holder) if holder else None, entry_id=entry)
    standing.refresh_accounts([row.pk])
