"""Let a reader propose drafts for an account."""

from heard.reading.reader import Reader
from heard.register.member import Member


def read_account(*, by: Member, account: str, reader: Reader) -> int:
    """Keep the reader's drafts and names; how many drafts. Read twice by the same reader and version: nothing is added.

    Raises NotFound where there is no account or it has no text (yet), Misquoted where a draft speaks of another text.
    """
    raise NotImplementedError
