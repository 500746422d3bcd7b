"""Approve a colleague's finding."""

from heard.register.member import Member


def approve_finding(*, by: Member, finding: str) -> None:
    """Raises NotPermitted for the finding's own author, Conflict where it is approved or superseded, NotFound."""
    raise NotImplementedError
