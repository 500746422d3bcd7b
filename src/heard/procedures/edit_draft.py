"""Accept a draft with changes."""

from heard.register.claim import Saying
from heard.register.member import Member


def edit_draft(*, by: Member, draft: str, expected: int, saying: Saying, reason: str = "") -> str:
    """The key of the claim as edited; errors as for `accept_draft`."""
    raise NotImplementedError
