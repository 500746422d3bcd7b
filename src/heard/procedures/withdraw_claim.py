"""Withdraw a claim that should not have been made."""

from heard.register.member import Member


def withdraw_claim(*, by: Member, claim: str, reason: str) -> None:
    """It stands no longer, and is not erased.

    Raises Conflict where it stands no longer already, NotFound, Malformed (no reason).
    """
    raise NotImplementedError
