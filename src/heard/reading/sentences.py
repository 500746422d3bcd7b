"""Sentences of a text: where each begins and ends, whether it is a heading, and who has the floor."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from heard.terms.span import Span

#: Words after which a full stop does not end a sentence; compared without case.
ABBREVIATIONS = frozenset(
    # English
    "mr mrs ms dr prof sen rep hon gen col lt capt maj sgt st jr sr no nos art arts sec vol pp para paras fig ca cf vs approx dept gov "
    "jan feb mar apr jun jul aug sept sep oct nov dec inc ltd co e.g i.e etc al u.s u.k u.n a.m p.m "
    # Russian
    "г гг ст ч п пп т тыс млн руб ул д им напр см др пр гр проф акад т.е т.д т.п т.н н.э стр рис "
    # Azerbaijani
    "m c b s səh məs bax və.s v.s prof akad küç".split()
)
#: Abbreviations that also end sentences: a following capital decides ("etc. The", "p.m. The", "2014 г. Суд").
_MAY_END = frozenset("etc al a.m p.m inc ltd co jr sr г гг др пр т.д т.п v.s".split())
_END = re.compile(r"(?P<mark>[.!?…]+|;)(?P<closing>[\"'”’»)\]*]*)(?=\s|$)")
_BEFORE = re.compile(r"([\w.]+)$")
_BULLET = re.compile(r"\s*(?:[-–—•*·▪]+|\(?\d{1,3}[.)]|\([a-zа-я]\)|[a-zа-я]\))\s+")
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr|Sen|Rep|Senator|Representative|Chairman|Chairwoman|Chair|Ambassador|The)\.?"
_CAPITALS = r"[^\W\d_a-zа-яəçğıöşü]"
_TURN = re.compile(
    rf"\s*(?P<who>{_TITLE}\s+{_CAPITALS}[{_CAPITALS[1:-1]}]*(?:[-’' ]{_CAPITALS}{{2,}})*)(?:\s\([^)\n]{{1,40}}\))?[.:]\s".replace(
        f"[{_CAPITALS[1:-1]}]", _CAPITALS
    )
    + rf"|\s*(?P<name>{_CAPITALS}[\w’'-]+(?:\s{_CAPITALS}[\w’'.-]*){{0,3}}):\s"
    + r"|\s*(?P<letter>Q|A|В|О|S|C)[.:]\s"
)
_FIELD = re.compile(
    r"\s*(?P<label>[^\W\d_][\w’'-]*(?:\s[\w’'-]+){0,4}):\s",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Characters `start` to `end` of the content, blanks at the edges left out.

    `heading` marks a short line without a full stop; `speaker` is who has the floor in a transcript; `paragraph`
    counts lines from 0; `goes_on` says that the sentence before ended in a semicolon only.
    """

    start: int
    end: int
    paragraph: int
    heading: bool = False
    speaker: Span | None = None
    goes_on: bool = False
    item: bool = False


def sentences(content: str) -> tuple[Sentence, ...]:
    """The sentences of `content`, in which a line break ends a paragraph; transcripts keep their speakers."""
    lines = list(_lines(content))
    turns = _speaker_turns(content, lines)
    found: list[Sentence] = []
    speaker: Span | None = None
    for number, (start, end) in enumerate(lines):
        turn = turns.get(start)
        if turn is not None:
            speaker = turn
            start = _after_turn(content, turn, end)
        found.extend(_of_line(content, start, end, number, speaker))
    return tuple(found)


def _lines(content: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in content.splitlines(keepends=True):
        if line.strip():
            yield start, start + len(line.rstrip())
        start += len(line)


def _speaker_turns(content: str, lines: list[tuple[int, int]]) -> dict[int, Span]:
    """Line starts at which somebody takes the floor; a plain "Name:" counts once it returns or has a company."""
    sure: dict[int, Span] = {}
    likely: dict[int, Span] = {}
    for start, end in lines:
        match = _TURN.match(content, start, min(end + 1, start + 90))
        if not match:
            continue
        group = match.lastgroup or "who"
        span = Span(start=match.start(group), end=match.end(group))
        if group == "who":
            sure[start] = span
        else:
            likely[start] = span
    names = [content[span.start : span.end] for span in likely.values()]
    if any(names.count(name) > 1 for name in names):
        sure |= {
            start: span for start, span in likely.items() if names.count(content[span.start : span.end]) > 1 or sure
        }
    return sure


def _after_turn(content: str, turn: Span, end: int) -> int:
    start = turn.end
    while start < end and content[start] not in ".:":
        start += 1
    return min(start + 1, end)


def _of_line(content: str, start: int, end: int, paragraph: int, speaker: Span | None) -> Iterator[Sentence]:
    bullet = _BULLET.match(content, start, end)
    begin, goes_on, first = start, False, True
    for stop, semicolon in _ends(content, bullet.end() if bullet else start, end):
        left = begin + len(content[begin:stop]) - len(content[begin:stop].lstrip())
        if left < stop:
            yield Sentence(
                start=left,
                end=stop,
                paragraph=paragraph,
                heading=first and stop == end and is_heading(content[left:stop]),
                speaker=speaker,
                goes_on=goes_on,
                item=first and bullet is not None,
            )
            first = False
        begin, goes_on = stop, semicolon


def _ends(content: str, start: int, end: int) -> Iterator[tuple[int, bool]]:
    for match in _END.finditer(content, start, end):
        stop = match.end()
        if match["mark"] == ";":
            yield stop, True
        elif stop >= end or _is_end(content, start, match, end):
            yield stop, False
    if start < end and not (content[end - 1] in ".!?…;" and _END.match(content, end - 1)):
        yield end, False


def _is_end(content: str, start: int, match: re.Match[str], end: int) -> bool:
    following = content[match.end() : min(end, match.end() + 8)].lstrip()
    if not following:
        return True
    opens = following.lstrip("\"'“‘«([*—–-")[:1]
    if opens.islower() and match["mark"] != "…":
        return False
    if match["mark"] != "." or match["closing"]:
        return True
    before = _BEFORE.search(content, max(start, match.start() - 12), match.start())
    if not before:
        return True
    word = before[1].casefold()
    if word in ABBREVIATIONS:
        return word in _MAY_END and opens.isupper()
    return not (len(word) == 1 and before[1].isupper() and opens.isupper())


def is_heading(line: str) -> bool:
    """Whether a line standing alone is a title: short, no full stop, not a field such as "Date of arrest: …"."""
    words = line.split()
    if not words or len(words) > 14 or line.rstrip("*_\"'”’»)").endswith((".", "!", "?", ";", "…", ":", ",")):
        return False
    return not (_FIELD.match(line) and len(words) > 2) and not _BULLET.match(line)
