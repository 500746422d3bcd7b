"""Sentences of a text: where each begins and ends, whether it is a heading, and who has the floor."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from heard.terms.span import Span

_ENGLISH = (
    "mr mrs ms dr prof sen rep hon gen col lt capt maj sgt st jr sr no nos art arts sec vol pp para paras fig ca cf vs "
    "approx dept gov jan feb mar apr jun jul aug sept sep oct nov dec inc ltd co e.g i.e etc al u.s u.k u.n a.m p.m"
)
_RUSSIAN = "г гг ст ч п пп т тыс млн руб ул д им напр см др пр гр проф акад т.е т.д т.п т.н н.э стр рис"
_AZERBAIJANI = "m c b s səh məs bax və.s v.s prof akad küç"
_ALSO_AT_ENDS = "etc al a.m p.m inc ltd co jr sr г гг др пр т.д т.п v.s"
#: Words after which a full stop does not end a sentence; compared without case.
ABBREVIATIONS = frozenset(f"{_ENGLISH} {_RUSSIAN} {_AZERBAIJANI}".split())
#: Abbreviations that also end sentences: a following capital decides ("etc. The", "p.m. The", "2014 г. Суд").
_MAY_END = frozenset(_ALSO_AT_ENDS.split())
#: A sentence that runs on for longer is cut at a blank, so that reading takes time in proportion to length.
LONGEST = 1500
_LONGEST_TITLE = 14
_END = re.compile(r"(?P<mark>[.!?…]{1,6}|;)(?P<closing>[\"'”’»)\]*]{0,6})(?=\s|$)")
_BEFORE = re.compile(r"([\w.]+)$")
_BULLET = re.compile(r"\s*(?:[-–—•*·▪]+|\(?\d{1,3}[.)]|\([a-zа-я]\)|[a-zа-я]\))\s+")
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr|Sen|Rep|Senator|Representative|Chairman|Chairwoman|Chair|Ambassador|The)\.?"
_CAPITAL = r"[^\W\d_a-zа-яёəçğıöşü]"
_WHO = rf"(?P<who>{_TITLE}\s+{_CAPITAL}+(?:[-’' ]{_CAPITAL}{{2,}})*)(?:\s\([^)\n]{{1,40}}\))?"
_NAME = rf"(?P<name>{_CAPITAL}[\w’'-]+(?:\s{_CAPITAL}[\w’'.-]*){{0,3}})"
#: Labels of a line that nobody speaks by: "Source: …".
_NO_SPEAKER = re.compile(
    r"(?:sources?|notes?|date|place|subject|from|to|reply|comment|источники?|примечани[ея]|дата|место|тема|комментарий"
    r"|mənbə(?:lər)?|qeyd|tarix|yer|mövzu|şərh)\Z",
    re.IGNORECASE,
)
_TURN = re.compile(rf"\s*{_WHO}[.:]\s|\s*{_NAME}:\s|\s*(?P<letter>[QAВОSC])[.:]\s")
#: Words by which somebody speaks or is spoken of; titles do without them.
_SPOKEN = re.compile(r"\b(?:I|he|she|they|we|me|him|them|us|он|она|они|мы|меня|нас|onu|məni|bizi)\b")
_FIELD = re.compile(
    r"\s*(?P<label>[^\W\d_][\w’'-]*(?:\s[\w’'-]+){0,4}):\s",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Characters `start` to `end` of the content, blanks at the edges left out.

    `heading` marks a short line without a full stop; `speaker` is who has the floor in a transcript; `paragraph`
    counts lines from 0; `goes_on` says that the sentence before ended in a semicolon only; `item` opens a list item,
    `row` lies in a row of a table, whose cells tabs part.
    """

    start: int
    end: int
    paragraph: int
    heading: bool = False
    speaker: Span | None = None
    goes_on: bool = False
    item: bool = False
    row: bool = False


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
        begin = _after_turn(content, turn, end) if turn else start
        found.extend(_of_line(content, begin, end, number, speaker))
    return tuple(found)


def _lines(content: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in content.splitlines(keepends=True):
        if line.strip():
            yield start, start + len(line.rstrip())
        start += len(line)


def _speaker_turns(content: str, lines: list[tuple[int, int]]) -> dict[int, Span]:
    """Line starts at which somebody takes the floor; a plain "Name:" counts once it returns or titles are used."""
    sure: dict[int, Span] = {}
    likely: dict[int, Span] = {}
    for start, end in lines:
        match = _TURN.match(content, start, min(end + 1, start + 90))
        if match and not _NO_SPEAKER.match(match[match.lastgroup or "who"]):
            group = match.lastgroup or "who"
            turns = sure if group == "who" else likely
            turns[start] = Span(start=match.start(group), end=match.end(group))
    times = Counter(content[span.start : span.end] for span in likely.values())
    if max(times.values(), default=0) < 2:
        return sure
    return sure | {start: span for start, span in likely.items() if sure or times[content[span.start : span.end]] > 1}


def _after_turn(content: str, turn: Span, end: int) -> int:
    start = turn.end
    while start < end and content[start] not in ".:":
        start += 1
    return min(start + 1, end)


def _of_line(content: str, start: int, end: int, paragraph: int, speaker: Span | None) -> Iterator[Sentence]:
    bullet = _BULLET.match(content, start, end)
    begin, goes_on, first = start, False, True
    row = is_row(content[start:end])
    for stop, semicolon in _cut(content, start, _ends(content, bullet.end() if bullet else start, end)):
        left = begin + len(content[begin:stop]) - len(content[begin:stop].lstrip())
        if left < stop:
            yield Sentence(
                start=left,
                end=stop,
                paragraph=paragraph,
                heading=first and stop == end and not row and is_heading(content[left:stop]),
                speaker=speaker,
                goes_on=goes_on,
                item=first and bullet is not None,
                row=row,
            )
            first = False
        begin, goes_on = stop, semicolon


def _cut(content: str, start: int, ends: Iterator[tuple[int, bool]]) -> Iterator[tuple[int, bool]]:
    """The ends given, with further ones at blanks where a sentence would grow too long."""
    for stop, semicolon in ends:
        while stop - start > LONGEST:
            blank = content.rfind(" ", start + 1, start + LONGEST)
            start = blank if blank > 0 else start + LONGEST
            yield start, True
        yield stop, semicolon
        start = stop


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


def is_row(line: str) -> bool:
    """Whether a line is a row of a table that tells something: cells parted by tabs, of which one holds a figure or
    goes on in small letters; the heads of columns do neither."""
    cells = [cell.strip() for cell in line.split("\t")]
    return any(cell[:1].islower() or any(map(str.isdigit, cell)) for cell in cells[1:])


def is_heading(line: str) -> bool:
    """Whether a line standing alone is a title: short, no full stop, not a field such as "Date of arrest: …"."""
    words = line.split()
    if not words or len(words) > _LONGEST_TITLE or line.lstrip("\"'“«(*_ ")[:1].islower() or _SPOKEN.search(line):
        return False
    if line.rstrip("*_\"'”’»)").endswith((".", "!", "?", ";", "…", ":", ",")):
        return False
    return not (_FIELD.match(line) and len(words) > 2) and not _BULLET.match(line)
