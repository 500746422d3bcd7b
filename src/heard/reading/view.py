"""A text as its sentences run: breaks that only fill the paper undone, every offset leading back to the original."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from heard.reading.lines import Line, continues, joined_to_next, lines_of, unfinished
from heard.reading.text import Text
from heard.terms.errors import Malformed
from heard.terms.span import Quote, Span

#: Word beginnings that keep their hyphen when a line ends after it.
KEEP_HYPHEN = frozenset(
    {"anti", "co", "counter", "cross", "ex", "extra", "half", "human", "inter", "long", "mid", "multi", "non"}
    | {"post", "pre", "pro", "re", "self", "semi", "short", "sub", "well"}
)
#: Lines that may stand in the middle of a sentence: two below one page, two above the next.
MOST_ASIDES = 4
_SOFT_HYPHEN = "\u00ad"
_HYPHENS = "-\u2010\u2011"
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[-\u2010\u2011]$")
_WORD_AFTER = re.compile(r"[^\W\d_]+")
_SPELLING = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HYPHENATED = re.compile(r"[-\u2010\u2011]\s*[\n\r\v\f\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters that stands in view and text alike; a joined break is one blank of its own."""

    at: int
    start: int
    end: int
    shown: str


@dataclass(frozen=True, slots=True)
class View:
    """`content` to read from; `quote`, `span` and `to_original` lead back into `text`, which alone is cited."""

    text: Text
    content: str
    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]

    def to_original(self, offset: int) -> int:
        """Where in the text the character at `offset` of the view stands; the view's length gives the text's."""
        if not 0 <= offset <= len(self.content):
            raise Malformed("offset", offset)
        if offset == len(self.content):
            return len(self.text.content)
        piece = self.pieces[bisect_right(self.starts, offset) - 1]
        return piece.start + offset - piece.at

    def to_view(self, offset: int) -> int:
        """Where in the view the character at `offset` of the text stands, or the next one that is shown."""
        if not 0 <= offset <= len(self.text.content):
            raise Malformed("offset", offset)
        index = bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1
        if index < 0:
            return 0
        piece = self.pieces[index]
        return min(piece.at + offset - piece.start, piece.at + len(piece.shown))

    def span(self, start: int, end: int) -> Span:
        """The characters of the text that characters `start` up to `end` of the view stand for."""
        if not 0 <= start < end <= len(self.content):
            raise Malformed("span", start, end)
        return Span(start=self.to_original(start), end=self.to_original(end - 1) + 1)

    def quote(self, start: int, end: int) -> Quote:
        """The words of the text, breaks and hyphens included, that stand at a span of the view."""
        span = self.span(start, end)
        return self.text.quote(span.start, span.end)


def joined(text: Text) -> View:
    """The view of a text in which each paragraph is one line."""
    pieces = []
    at = 0
    for start, end, shown in _shown(text):
        pieces.append(Piece(at, start, end, shown))
        at += len(shown)
    content = "".join(piece.shown for piece in pieces)
    return View(text, content, tuple(pieces), tuple(piece.at for piece in pieces))


def _shown(text: Text) -> Iterator[tuple[int, int, str]]:
    """What of the text is shown: (start, end, characters), the characters its own or one blank for a break."""
    content = text.content
    position = 0
    for start, end, blank in _undone(text):
        yield from _run(content, position, start)
        if blank:
            yield start, end, " "
        position = end
    yield from _run(content, position, len(content))


def _run(content: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    while start < end:
        soft = content.find(_SOFT_HYPHEN, start, end)
        stop = end if soft < 0 else soft
        if start < stop:
            yield start, stop, content[start:stop]
        start = stop + 1


def _undone(text: Text) -> Iterator[tuple[int, int, bool]]:
    """The stretches that are not shown as they are: (start, end, whether a blank takes their place)."""
    lines = lines_of(text.content, text.page_starts)
    goes_on = _goes_on(text, lines)
    spellings = _spellings(text.content)
    index = 0
    while index + 1 < len(lines):
        after = index + 1
        if not goes_on[index]:
            after = 0 if lines[index].blank or lines[index].aside else _over_asides(lines, index)
        if after:
            yield _join(text.content, lines[index], lines[after], spellings)
        index = after or index + 1


def _goes_on(text: Text, lines: tuple[Line, ...]) -> tuple[bool, ...]:
    if text.paragraph_starts == (0,):
        return joined_to_next(lines)
    starts = frozenset(text.paragraph_starts)
    return tuple(
        index + 1 < len(lines)
        and not line.blank
        and not lines[index + 1].blank
        and lines[index + 1].start not in starts
        for index, line in enumerate(lines)
    )


def _over_asides(lines: tuple[Line, ...], index: int) -> int:
    """The line a sentence goes on with after a page number or the like in its middle; 0 where there is none."""
    after = index + 1
    while after < len(lines) and (lines[after].blank or lines[after].aside):
        after += 1
    asides = sum(line.aside for line in lines[index + 1 : after])
    if after == len(lines) or not 1 <= asides <= MOST_ASIDES or lines[index].aside:
        return 0
    return after if unfinished(lines[index].words) and continues(lines[after].words) else 0


def _spellings(content: str) -> frozenset[str]:
    """Every word as written somewhere in the text, where some line ends in a hyphen."""
    return frozenset(_SPELLING.findall(content.casefold())) if _HYPHENATED.search(content) else frozenset()


def _join(content: str, line: Line, following: Line, spellings: frozenset[str]) -> tuple[int, int, bool]:
    ends = line.start + len(content[line.start : line.end].rstrip())
    begins = following.start + _indent(content[following.start : following.end])
    if content[ends - 1] == _SOFT_HYPHEN:
        return ends, begins, False
    if content[ends - 1] in _HYPHENS and content[begins].islower():
        keeps = _keeps_hyphen(content[line.start : ends], content[begins : following.end], spellings)
        return (ends if keeps else ends - 1), begins, False
    return ends, begins, True


def _indent(words: str) -> int:
    return len(words) - len(words.lstrip())


def _keeps_hyphen(before: str, after: str, spellings: frozenset[str]) -> bool:
    """Whether the hyphen belongs to the word: it is written so elsewhere, or its beginning always takes one."""
    first, second = _WORD_BEFORE.search(before), _WORD_AFTER.match(after)
    if not first or not second:
        return True
    beginning, rest = first[1].casefold(), second[0].casefold()
    if beginning + rest in spellings:
        return False
    return f"{beginning}-{rest}" in spellings or beginning in KEEP_HYPHEN
