"""Take back the last decision on a draft."""

from heard.register.member import Member


def undo_decision(*, by: Member, draft: str, expected: int, reason: str = "") -> None:
    """The draft is open again, and the claim it became is withdrawn; raises Conflict where nothing is decided."""
    raise NotImplementedError
