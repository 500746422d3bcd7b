"""Where a reason is needed, blanks are none."""

from heard.terms.errors import Malformed


def require_reason(reason: str) -> None:
    """Raise Malformed where nothing is said."""
    if not reason.strip():
        raise Malformed("reason")
