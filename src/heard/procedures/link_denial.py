"""Say which claim a denial denies."""

from heard.register.member import Member


def link_denial(*, by: Member, denial: str, denies: str) -> None:
    """`denial` (a claim with polarity denied) denies the claim `denies`.

    Raises NotFound, Malformed, Conflict (it says so already).
    """
    raise NotImplementedError
