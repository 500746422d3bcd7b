"""Where something is said: characters of a text, and the words that stand there."""

from dataclasses import dataclass
from typing import Self

from heard.terms.errors import Malformed, Misquoted


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """Characters (Unicode code points) `start` up to `end` of a document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise Malformed("span", self.start, self.end)

    def overlaps(self, other: Self) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Self) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Quote:
    """A span together with the exact words that stand there."""

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise Malformed("span", self.start, self.end)
        if len(self.text) != self.end - self.start:
            raise Misquoted(self.start, self.end)

    @property
    def span(self) -> Span:
        return Span(start=self.start, end=self.end)

    def require_in(self, content: str) -> None:
        """Raise Misquoted unless `content` says exactly these words at this span."""
        if content[self.start : self.end] != self.text:
            raise Misquoted(self.start, self.end)
