"""Destroy an exhibit on request: its key and file go, the log stays whole."""

from heard.custody.acts import Act
from heard.procedures.doing import Doing, procedure
from heard.procedures.reasons import require_reason
from heard.records import exhibits, log
from heard.records import models as tables
from heard.records.shelf.accounts import account_row
from heard.records.shelf.attachments import family_of
from heard.records.shelf.forgetting import forget_words, items_of, put_destruction
from heard.register.member import Member


def shred_exhibit(*, by: Member, account: str, reason: str) -> None:
    """The original, its text and all quotes of this account can no longer be read; nor can what arrived with it.

    A letter holds what is attached to it, so that one cannot be destroyed without the other.
    Raises NotFound, Malformed (no reason), Conflict (gone already).
    """
    require_reason(reason)
    with procedure(by=by, needs="exhibit.shred") as doing:
        for row in family_of(account_row(account)):
            _shred(doing, row, reason)


def _shred(doing: Doing, row: tables.Account, reason: str) -> None:
    entry = doing.log(act=Act.DESTROYED, item=row.exhibit.key, reason=reason, facts={"account": row.key})
    put_destruction(row, reason=reason, entry=entry)
    exhibits.shred(row.exhibit.key)
    for item in items_of(row):
        log.destroy_details(item)
    forget_words(row)
