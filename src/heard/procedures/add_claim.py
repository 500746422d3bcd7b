"""Add a claim that no reader proposed."""

from heard.register.claim import Saying
from heard.register.member import Member


def add_claim(*, by: Member, account: str, saying: Saying) -> str:
    """The key of the new claim. Raises NotFound, Misquoted, Malformed (a type that does not exist)."""
    raise NotImplementedError
