"""Add a source: who tells, and how it stands to what it tells."""

from heard.register.account import Consent, Relation
from heard.register.member import Member

_NOT_ASKED = Consent()


def add_source(
    *,
    by: Member,
    label: str,
    relation: Relation,
    grade: str = "F",
    consent: Consent = _NOT_ASKED,
    name: str = "",
    shareable_name: bool = False,
) -> str:
    """The key of the source; raises Malformed for an empty label or a grade or use that does not exist."""
    raise NotImplementedError
