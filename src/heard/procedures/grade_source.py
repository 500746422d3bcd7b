"""Grade the reliability of a source."""

from heard.register.member import Member


def grade_source(*, by: Member, source: str, grade: str, reason: str) -> None:
    """From now on this grade (A to F) counts; earlier ones stay. Raises NotFound, Malformed."""
    raise NotImplementedError
