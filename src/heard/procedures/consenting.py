"""Ask of every use whether the source granted it."""

from heard.records.shelf.accounts import answer_of
from heard.register.account import Answer
from heard.terms.errors import ConsentForbids

#: What keeping an account needs, and what letting a program read it needs (ids of vocabulary/consent).
KEEPING, READING = "store_encrypted", "on_device_ai_reading"


def consents(source: str, use: str) -> bool:
    """Whether the source granted this use by its latest answer; never asked is no. Raises NotFound (source)."""
    return answer_of(source, use) is Answer.GRANTED


def require_consent(source: str, use: str) -> None:
    """Raise ConsentForbids unless the source granted this use, NotFound where there is no such source."""
    if not consents(source, use):
        raise ConsentForbids(use)
