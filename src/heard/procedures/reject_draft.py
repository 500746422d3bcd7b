"""Reject a draft."""

from heard.register.member import Member


def reject_draft(*, by: Member, draft: str, expected: int, reason: str) -> None:
    """Decide that the account does not say this, with a reason; raises Conflict, NotFound, Malformed (no reason)."""
    raise NotImplementedError
