"""Claims in lists and alone."""

from dataclasses import dataclass

from heard.records.queries.pages import ClaimLine, Page
from heard.records.queries.permission import content
from heard.register.claim import Claim
from heard.register.member import Member
from heard.terms.saying import Kind, Polarity, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """Which claims a list holds; everything left empty lets all through.

    `place` and `person` are keys of referents (or of any of their mentions), `role` the part `person` has.
    `earliest` and `latest` are days, "2024-01-31": a claim stands in the period unless it surely lies outside.
    """

    kind: Kind | None = None
    type: str = ""
    polarity: Polarity | None = None
    place: str = ""
    person: str = ""
    role: Role | None = None
    account: str = ""
    earliest: str = ""
    latest: str = ""
    reviewed: bool | None = None


@content
def claims_page(by: Member, /, wanted: ClaimFilter, *, after: str = "") -> Page[ClaimLine]:
    """Standing claims (neither superseded nor withdrawn), newest first."""
    raise NotImplementedError


@content
def claim(by: Member, /, key: str) -> ClaimLine:
    """One claim, also when superseded or withdrawn; raises NotFound."""
    raise NotImplementedError


@content
def claims_of_account(by: Member, /, account: str) -> tuple[ClaimLine, ...]:
    """Standing claims of one account in the order of its text; raises NotFound."""
    raise NotImplementedError


@content
def claims_for_brief(by: Member, /, *, accounts: tuple[str, ...] = (), person: str = "") -> tuple[Claim, ...]:
    """Standing claims of these accounts, or about or by this person, by account and then in the order of the text."""
    raise NotImplementedError
