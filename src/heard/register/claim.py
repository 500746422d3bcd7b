"""One thing an account says, tied to a span, with the one who says it."""

from dataclasses import dataclass
from datetime import datetime

from heard.reading.draft import Argument
from heard.register.account import Account
from heard.terms.errors import Malformed
from heard.terms.saying import Kind, Polarity, Role
from heard.terms.span import Quote

CREDIBILITIES = ("1", "2", "3", "4", "5", "6")


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What a claim says, before anyone holds it: kind, type, evidence and parts, and the item's own grade."""

    kind: Kind
    type: str
    polarity: Polarity = Polarity.ASSERTED
    evidence: Quote
    arguments: tuple[Argument, ...] = ()
    credibility: str = "6"

    def __post_init__(self) -> None:
        if bool(self.type) == (self.kind is Kind.COUNT):
            raise Malformed("type", self.kind, self.type)
        if self.credibility not in CREDIBILITIES:
            raise Malformed("credibility", self.credibility)

    def require_in(self, content: str) -> None:
        """Raise Misquoted unless `content` says every quoted word at its span."""
        self.evidence.require_in(content)
        for argument in self.arguments:
            argument.quote.require_in(content)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A claim as the register holds it: what, at which quote of which account, accepted by whom.

    `page` and `paragraph` count from 1. `credibility` is the item's own grade, "1" to "6" ("6": cannot be judged).
    `made_by` names the reader and pattern, or "person". `reviewed` is False for what only a machine has read.
    """

    key: str
    account: Account
    kind: Kind
    type: str
    polarity: Polarity
    evidence: Quote
    arguments: tuple[Argument, ...]
    page: int
    paragraph: int
    credibility: str = "6"
    made_by: str
    reviewed: bool
    by: str
    at: datetime
    supersedes: str = ""
    denies: tuple[str, ...] = ()

    def first(self, role: Role) -> Argument | None:
        return next((argument for argument in self.arguments if argument.role is role), None)

    def all(self, role: Role) -> tuple[Argument, ...]:
        return tuple(argument for argument in self.arguments if argument.role is role)
