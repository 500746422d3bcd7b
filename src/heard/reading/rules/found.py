"""What the rules found: kind, type, evidence and parts, in offsets of the content as it runs."""

from dataclasses import dataclass

from heard.terms.saying import Kind, Polarity, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a finding, in offsets of the content."""

    role: Role
    start: int
    end: int
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a line of patterns found: evidence from `start` to `end`, its words at `trigger`."""

    kind: Kind
    type: str
    start: int
    end: int
    trigger: int
    polarity: Polarity
    parts: tuple[Part, ...]
    maker: str
    confidence: float
