"""Which line breaks the writer meant, and which only fill the paper: the first are kept, the second may be undone."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

#: Every form a line break takes; kept in the text as they are.
LINE_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
#: Lines at least this wide and at most that wide, in characters, can have been wrapped to fill a page.
NARROWEST, WIDEST = 30, 140
#: How many lines before and after one are looked at to see how wide the paper is there.
NEIGHBOURS = 6
#: How many lines before and after one are looked at for lines that surely were wrapped, and the share of their length
#: that another must reach to count as wrapped too: letters differ in width.
NEAR = 20
MARGIN = 0.9
#: A line among the first or last EDGE of its page, or one of a short page, that stands so on ALIKE pages runs above or
#: below them.
EDGE = 2
SHORT_PAGE = 8
ALIKE = 3
#: Lines indented at least this far are headings set in the middle of the page.
CENTRED = 8

_FINISHED = re.compile(r"[.!?…:;]['\"”’»)\]]*\d{0,3}$")
_BULLET = re.compile(r"(?:[•●▪◦‣*·]\s|[-–—]\s|\(?\d{1,3}[.)]\s|\(?\w[.)]\s)")
_DASH = re.compile(r"[-–—]\s")
_DASH_INSIDE = re.compile(r"[-–—]\s+[a-zəıöüşçğа-яё]")
_LABEL = re.compile(r"[^\W\d_][^\n:]{0,40}:(?:\s|$)")
_FIGURES = re.compile(r"\d+")
_NUMBER_ALONE = re.compile(r"[-–—\[(]?\s*\d{1,4}\s*[-–—\])]?")


@dataclass(frozen=True, slots=True)
class Line:
    """Characters `start` up to `end` without the break, and where the next line begins."""

    start: int
    end: int
    next_start: int
    indent: int
    words: str
    aside: bool = False  # a page number or what runs above and below every page: no part of any sentence

    @property
    def blank(self) -> bool:
        return not self.words


def lines_of(content: str, page_starts: tuple[int, ...] = (0,)) -> tuple[Line, ...]:
    """The lines of a text, together covering all of it."""
    lines = tuple(_lines(content))
    running = _running(lines, page_starts)
    return tuple(
        replace(line, aside=True) if number in running or _NUMBER_ALONE.fullmatch(line.words) else line
        for number, line in enumerate(lines)
    )


def _running(lines: tuple[Line, ...], page_starts: tuple[int, ...]) -> frozenset[int]:
    """Numbers of the lines at the edges of pages that are alike on several of them but for their figures."""
    edges: dict[str, set[int]] = {}
    for page in _pages(lines, page_starts):
        edge = EDGE if len(page) > SHORT_PAGE else 1
        for number in {*page[:edge], *page[-edge:]}:
            edges.setdefault(_FIGURES.sub("#", lines[number].words.casefold()), set()).add(number)
    return frozenset(number for alike in edges.values() if len(alike) >= ALIKE for number in alike)


def _pages(lines: tuple[Line, ...], page_starts: tuple[int, ...]) -> Iterator[list[int]]:
    """For each page the numbers of its lines that are not blank."""
    starts = [line.start for line in lines]
    for begin, end in pairwise([*page_starts, len(lines) and lines[-1].next_start + 1]):
        numbers = range(bisect_left(starts, begin), bisect_left(starts, end))
        yield [number for number in numbers if lines[number].words]


def _lines(content: str) -> Iterator[Line]:
    start = 0
    for broken in LINE_BREAK.finditer(content):
        yield _line(content, start, broken.start(), broken.end())
        start = broken.end()
    yield _line(content, start, len(content), len(content))


def _line(content: str, start: int, end: int, next_start: int) -> Line:
    written = content[start:end]
    return Line(start, end, next_start, len(written) - len(written.lstrip()), written.strip())


def joined_to_next(lines: tuple[Line, ...]) -> tuple[bool, ...]:
    """For each line, whether the one after it goes on with the same paragraph."""
    full = _full_lines(lines)
    dashes_list = sum(bool(_DASH.match(line.words)) for line in lines) > 1
    return tuple(
        index + 1 < len(lines) and _goes_on(line, lines[index + 1], wrapped=full[index], dashes_list=dashes_list)
        for index, line in enumerate(lines)
    )


def paragraph_starts(content: str, page_starts: tuple[int, ...] = (0,)) -> tuple[int, ...]:
    """Where paragraphs begin, as far as the lines of the text alone can tell; the first is 0."""
    lines = lines_of(content, page_starts)
    goes_on = joined_to_next(lines)
    starts = {0}
    for index in range(1, len(lines)):
        if not goes_on[index - 1] and not lines[index].blank:
            starts.add(lines[index].start)
    return tuple(sorted(starts))


def unfinished(words: str) -> bool:
    """Whether a line stops in the middle of a sentence."""
    return bool(words) and not _FINISHED.search(words)


def continues(words: str) -> bool:
    """Whether a line can only be the continuation of a sentence: it begins with a small letter."""
    return (words[:1].islower() and not _BULLET.match(words)) or bool(_DASH_INSIDE.match(words))


def _goes_on(line: Line, following: Line, *, wrapped: bool, dashes_list: bool) -> bool:
    if line.blank or following.blank or line.aside or following.aside:
        return False
    if _DASH.match(following.words) and (dashes_list or not unfinished(line.words)):
        return False
    if continues(following.words):
        return True
    if _BULLET.match(following.words) or _LABEL.match(following.words) or _set_apart(line, following):
        return False
    return wrapped


def _set_apart(line: Line, following: Line) -> bool:
    """Whether the second line is indented further, or the two stand in the middle of the page."""
    return following.indent > line.indent + 1 or (line.indent >= CENTRED and following.indent != line.indent)


def _full_lines(lines: tuple[Line, ...]) -> tuple[bool, ...]:
    """For each line, whether it ends because the paper did, judged by its neighbours."""
    lengths = [len(line.words) for line in lines]
    needed = [lengths[i] + 1 + _first_word(lines[i + 1].words) if i + 1 < len(lines) else 0 for i in range(len(lines))]
    surely = [i for i in range(len(lines) - 1) if lines[i].words and continues(lines[i + 1].words)]
    return tuple(
        _reaches_margin(index, lengths, needed, surely) if unfinished(line.words) else _is_full(index, lines, needed)
        for index, line in enumerate(lines)
    )


def _first_word(words: str) -> int:
    return len(words.split(None, 1)[0]) if words else 0


def _reaches_margin(index: int, lengths: list[int], needed: list[int], surely: list[int]) -> bool:
    """Whether a line that stops in a sentence is about as long as lines near it that surely were wrapped."""
    first, last = bisect_left(surely, index - NEAR), bisect_right(surely, index + NEAR)
    near = sorted(lengths[i] for i in surely[first:last] if NARROWEST <= lengths[i] <= WIDEST)
    return bool(near) and lengths[index] <= WIDEST and needed[index] >= MARGIN * near[len(near) // 5]


def _is_full(index: int, lines: tuple[Line, ...], needed: list[int]) -> bool:
    """Whether a line that ends a sentence left no room for the next word, in a block of wrapped lines."""
    block = _block(index, lines)
    width = max(len(lines[i].words) for i in block)
    if not NARROWEST <= width <= WIDEST or len(block) < 3:
        return False
    inner = [i for i in block if i + 1 in block]
    share = sum(needed[i] > width or continues(lines[i + 1].words) for i in inner) / len(inner)
    return share >= 0.4 and needed[index] > width


def _block(index: int, lines: tuple[Line, ...]) -> range:
    first = last = index
    while first > max(0, index - NEIGHBOURS) and not lines[first - 1].blank:
        first -= 1
    while last + 1 < min(len(lines), index + NEIGHBOURS + 1) and not lines[last + 1].blank:
        last += 1
    return range(first, last + 1)
