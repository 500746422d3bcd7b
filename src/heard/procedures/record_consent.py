"""Keep what a source answered of one use."""

from heard.register.account import Answer
from heard.register.member import Member


def record_consent(*, by: Member, source: str, use: str, answer: Answer, note: str = "") -> None:
    """From now on this answer counts; earlier ones stay. Raises NotFound (source), Malformed (no such use)."""
    raise NotImplementedError
