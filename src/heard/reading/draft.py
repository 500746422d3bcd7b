"""A claim proposed by a reader, human or machine, not yet accepted."""

from dataclasses import dataclass

from heard.reading.text import Text
from heard.terms.errors import Malformed
from heard.terms.saying import Kind, NameKind, Polarity, Role
from heard.terms.span import Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """One part of a claim: its role, the words that say it, and their value where they have one.

    `value` is an EDTF or ISO 8601 date or interval ("2024-01/2024-06"), an ISO duration ("P7Y", "P90D+" = over 90
    days, "life") or a number ("58", ">80", "~150"), always computed from the words.
    """

    role: Role
    quote: Quote
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a reader proposes that `text` says at `evidence`. A draft that misquotes cannot be constructed.

    `maker` names the reader and the pattern, "rules/act.torture.3"; `confidence` is a share from 0 to 1.
    """

    text: Text
    kind: Kind
    type: str
    polarity: Polarity = Polarity.ASSERTED
    evidence: Quote
    arguments: tuple[Argument, ...] = ()
    maker: str
    confidence: float = 0.5

    def __post_init__(self) -> None:
        self.evidence.require_in(self.text.content)
        for argument in self.arguments:
            argument.quote.require_in(self.text.content)
        if not 0 <= self.confidence <= 1:
            raise Malformed("confidence", self.confidence)
        if bool(self.type) == (self.kind is Kind.COUNT):
            raise Malformed("type", self.kind, self.type)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameDraft:
    """A name of a person, body, post or place as a reader found it."""

    text: Text
    kind: NameKind
    quote: Quote

    def __post_init__(self) -> None:
        self.quote.require_in(self.text.content)
