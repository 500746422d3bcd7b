"""The text of an exhibit: taken out once, hashed, never re-flowed; every offset refers to it."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from heard.terms.errors import Malformed, TruncatedFile
from heard.terms.span import Quote, Span


@dataclass(frozen=True, kw_only=True)
class Text:
    """`content` as taken out, with where pages and paragraphs begin and the language it is in.

    `language` is "en", "az", "ru" or "und". `page_starts` and `paragraph_starts` are ascending code-point
    offsets, the first 0; a text without pages has one page.
    """

    content: str
    language: str
    page_starts: tuple[int, ...] = (0,)
    paragraph_starts: tuple[int, ...] = (0,)

    def __post_init__(self) -> None:
        for name, starts in (("page", self.page_starts), ("paragraph", self.paragraph_starts)):
            if not starts or starts[0] != 0 or list(starts) != sorted(set(starts)) or starts[-1] > len(self.content):
                raise Malformed(f"{name} starts")
        try:
            self.content.encode()
        except UnicodeEncodeError as lone_surrogate:
            raise TruncatedFile("text") from lone_surrogate

    @cached_property
    def sha256(self) -> str:
        """Hexadecimal SHA-256 of the content in UTF-8."""
        return sha256(self.content.encode()).hexdigest()

    def quote(self, start: int, end: int) -> Quote:
        """The words at a span; raises Misquoted where the span leaves the text."""
        return Quote(start=start, end=end, text=self.content[start:end])

    def page_at(self, offset: int) -> int:
        """Number of the page, from 1, that holds `offset`."""
        return bisect_right(self.page_starts, offset)

    def paragraph_at(self, offset: int) -> int:
        """Number of the paragraph, from 1, that holds `offset`."""
        return bisect_right(self.paragraph_starts, offset)

    @property
    def whole(self) -> Span:
        return Span(start=0, end=len(self.content))
