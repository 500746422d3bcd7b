"""Destroy an exhibit on request: its key and file go, the log stays whole."""

from heard.register.member import Member


def shred_exhibit(*, by: Member, account: str, reason: str) -> None:
    """The original, its text and all quotes of this account can no longer be read.

    Raises NotFound, Malformed (no reason), Conflict (gone already).
    """
    raise NotImplementedError
