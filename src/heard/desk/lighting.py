"""A document as the reading page shows it: paragraphs of runs, each run lit by the drafts that cite it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from heard.reading.text import Text
from heard.reading.view import joined
from heard.terms.names import visible
from heard.terms.saying import Kind
from heard.terms.span import Span

#: How many characters of a document one page shows, at least; it ends with a paragraph.
SHEET = 30_000
SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Light:
    """Where a draft stands and how it is shown."""

    key: str
    start: int
    end: int
    kind: Kind
    denied: bool = False
    settled: bool = False
    now: bool = False
    graphic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Characters shown alike. `length` counts the text's own characters where `shown` is something else, else 0.

    `keys` are the drafts that cite it, the one whose looks it has last; `veiled` hides the words.
    """

    shown: str
    length: int = 0
    keys: tuple[str, ...] = ()
    classes: str = ""
    veiled: bool = False
    control: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph from `start` of the text on; `page` is set where a page begins here."""

    start: int
    page: int
    runs: tuple[Run, ...]

    @property
    def stretches(self) -> tuple[tuple[Run, ...], ...]:
        """Runs that follow on each other and are lit alike, together: they are one mark."""
        alike = groupby(self.runs, key=lambda run: (run.keys, run.classes, run.veiled))
        return tuple(tuple(runs) for _lit, runs in alike)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Part of a document: its paragraphs, and where the sheets before and after begin (None: there is none)."""

    span: Span
    paragraphs: tuple[Paragraph, ...]
    before: int | None
    after: int | None


def sheet_span(text: Text, around: int) -> Span:
    """The part of `text` to show so that the character at `around` is seen, in whole paragraphs."""
    starts = _breaks(text)
    first = 0
    while True:
        wanted = starts[first] + SHEET
        end_index = bisect_left(starts, wanted)
        end = starts[end_index] if end_index < len(starts) else len(text.content)
        if around < end or end >= len(text.content):
            return Span(start=starts[first], end=max(end, starts[first] + 1))
        first = end_index


def lay_out(text: Text, lights: Iterable[Light], *, around: int, veil: bool) -> Sheet:
    """The sheet of `text` that shows the character at `around`; graphic passages are hidden where `veil`."""
    span = sheet_span(text, around)
    part = _part(text, span)
    near = tuple(light for light in lights if light.start < span.end and span.start < light.end)
    starts = (*_breaks(part), len(part.content))
    shown = _Shown(part, near, offset=span.start, veil=veil)
    pages = set(text.page_starts)
    paragraphs = tuple(
        Paragraph(
            start=start + span.start,
            page=text.page_at(start + span.start) if start + span.start in pages or start == 0 else 0,
            runs=tuple(shown.runs(start, end)),
        )
        for start, end in pairwise(starts)
        if part.content[start:end].strip()
    )
    before = sheet_span(text, span.start - 1).start if span.start else None
    return Sheet(
        span=span,
        paragraphs=paragraphs,
        before=before,
        after=span.end if span.end < len(text.content) else None,
    )


def _breaks(text: Text) -> tuple[int, ...]:
    """Where paragraphs and pages begin; a paragraph longer than a sheet is cut into sheets."""
    starts = sorted({*text.page_starts, *text.paragraph_starts})
    ends = [*starts[1:], len(text.content)]
    return tuple(at for start, end in zip(starts, ends, strict=True) for at in range(start, end, SHEET)) or (0,)


def _part(text: Text, span: Span) -> Text:
    def within(starts: tuple[int, ...]) -> tuple[int, ...]:
        return (0, *(start - span.start for start in starts if span.start < start < span.end))

    return Text(
        content=text.content[span.start : span.end],
        language=text.language,
        page_starts=within(text.page_starts),
        paragraph_starts=within(text.paragraph_starts),
    )


class _Shown:
    """What one part of a text looks like, run by run."""

    def __init__(self, part: Text, lights: tuple[Light, ...], *, offset: int, veil: bool) -> None:
        self.content = part.content
        self.veil = veil
        self.offset = offset
        self.lights = sorted(lights, key=lambda light: (light.now, light.start - light.end))
        self.pieces = joined(part).pieces
        edges = {edge - offset for light in lights for edge in (light.start, light.end)}
        edges |= {edge for piece in self.pieces for edge in (piece.start, piece.end)}
        self.hidden = frozenset(letter for letter in set(part.content) - {SOFT_HYPHEN} if visible(letter) != letter)
        hidden_at = (at for at, letter in enumerate(part.content) if letter in self.hidden)
        edges |= {at + side for at in hidden_at for side in (0, 1)}
        self.edges = sorted(edges)
        self.piece_starts = [piece.start for piece in self.pieces]

    def runs(self, start: int, end: int) -> Iterator[Run]:
        end = start + len(self.content[start:end].rstrip())
        inner = self.edges[bisect_right(self.edges, start) : bisect_left(self.edges, end)]
        veiled: list[Run] = []
        for left, right in pairwise((start, *inner, end)):
            run = self._run(left, right)
            if run.veiled or (veiled and not self.content[left:right].strip() and self._veiled_at(right)):
                veiled.append(run)
                continue
            yield from _one_veil(veiled)
            veiled = []
            yield run
        yield from _one_veil(veiled)

    def _veiled_at(self, at: int) -> bool:
        """Whether the character at `at` is hidden."""
        place = at + self.offset
        return self.veil and any(light.graphic and light.start <= place < light.end for light in self.lights)

    def _run(self, start: int, end: int) -> Run:
        over = [light for light in self.lights if light.start - self.offset <= start and end <= light.end - self.offset]
        keys = tuple(light.key for light in over)
        classes = _classes(over)
        if self.veil and any(light.graphic for light in over):
            return Run(shown="", length=end - start, keys=keys, classes=classes, veiled=True)
        words = self.content[start:end]
        if words in self.hidden:
            return Run(shown=visible(words), length=1, keys=keys, classes=classes, control=True)
        shown = self._piece(start, end)
        return Run(shown=shown, length=0 if shown == words else end - start, keys=keys, classes=classes)

    def _piece(self, start: int, end: int) -> str:
        """The characters shown for these: their own, one blank for an undone break, or nothing."""
        index = bisect_right(self.piece_starts, start) - 1
        if index < 0:
            return ""
        piece = self.pieces[index]
        if start >= piece.end:
            return ""
        if len(piece.shown) == piece.end - piece.start and piece.shown.strip():
            return self.content[start:end]
        return piece.shown if start == piece.start else ""


def _one_veil(runs: list[Run]) -> Iterator[Run]:
    if not runs:
        return
    keys = tuple(dict.fromkeys(key for run in runs for key in run.keys))
    yield Run(
        shown="",
        length=sum(run.length or len(run.shown) for run in runs),
        keys=keys,
        classes=runs[0].classes,
        veiled=True,
    )


def _classes(over: list[Light]) -> str:
    if not over:
        return ""
    open_ones = [light for light in over if not light.settled]
    top = (open_ones or over)[-1]
    names = ["lit", top.kind.value]
    names += ["denied"] if top.denied else []
    names += ["settled"] if not open_ones else []
    names += ["now"] if any(light.now for light in over) else []
    return " ".join(names)
