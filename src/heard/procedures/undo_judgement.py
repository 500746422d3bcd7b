"""Take back a judgement: what it joined comes apart exactly, what it parted may join again."""

from heard.register.member import Member


def undo_judgement(*, by: Member, judgement: str, reason: str) -> None:
    """Raises Conflict where it no longer stands, NotFound, Malformed (no reason), Contradictory."""
    raise NotImplementedError
