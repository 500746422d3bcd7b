"""Take up every account whose run was stopped before its text was taken out."""

from heard.procedures.take_text import Extract, Kept, take_text
from heard.records.shelf.accounts import pending_accounts
from heard.register.member import Member


def resume_pending(*, by: Member, extract: Extract) -> tuple[Kept, ...]:
    """Take out the text of every account that still waits for it, and keep what is attached; none are left pending."""
    return tuple(take_text(account, by=by, extract=extract) for account in pending_accounts())
