"""Accept a draft as a claim."""

from heard.register.member import Member


def accept_draft(*, by: Member, draft: str, expected: int, credibility: str = "6") -> str:
    """The key of the claim that the draft becomes, as it stands.

    `expected` is how many decisions the member saw (`DraftLine.ordinal`); raises Conflict where there are others by
    now, or where it is accepted already; NotFound; Misquoted where the stored text does not say so.
    """
    raise NotImplementedError
