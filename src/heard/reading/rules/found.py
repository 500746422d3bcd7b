"""What the rules found: names and claims, in offsets of the content as it runs."""

import re
from dataclasses import dataclass

from heard.terms.saying import Kind, NameKind, Polarity, Role


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


_ADDRESS = frozenset(["mr", "ms", "mrs", "dr", "captain", "major"])


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Name:
    """Characters `start` to `end` of the content that name somebody or something; `key` is the name's plain form."""

    start: int
    end: int
    kind: NameKind
    key: str
    agent: bool = False


def named(start: int, end: int, kind: NameKind, content: str) -> Name:
    """The name that stands at a span of the content."""
    parts = (part for part in re.findall(r"[\w'’-]+", content[start:end].casefold()) if part not in _ADDRESS)
    return Name(start=start, end=end, kind=kind, key=" ".join(parts))
