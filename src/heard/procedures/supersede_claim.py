"""Correct a claim: the new one points at the old one, which stays."""

from heard.register.claim import Saying
from heard.register.member import Member


def supersede_claim(*, by: Member, claim: str, saying: Saying, reason: str) -> str:
    """The key of the claim that stands instead, in the same account; its denials stay with it.

    Raises Conflict where a colleague corrected or withdrew it first, NotFound, Misquoted, Malformed.
    """
    raise NotImplementedError
