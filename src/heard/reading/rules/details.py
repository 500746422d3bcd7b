"""When, how long, where, under which article: the parts of a claim that stand near its words."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from heard.reading.rules.parties import Scene
from heard.reading.sentences import Sentence
from heard.terms.saying import NameKind


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Detail:
    """Characters `start` to `end` and the value they give ("2024-06", "P7Y", ">80"); "" where they give none."""

    start: int
    end: int
    value: str = ""


_NUMBER = r"\d{1,3}(?:[.-]\d+)*(?:-\d+)?"
_ROW = rf"{_NUMBER}(?:(?:,\s?(?:and\s|and\s)?|\s(?:and|or|и|или|və)\s){_NUMBER}(?![\d%]))*"
_ARTICLES = {
    "en": re.compile(rf"\b(?:articles?|arts?\.|section)\s(?:no\.?\s)?{_ROW}"),
    "ru": re.compile(rf"\b(?:стать[яиюей]\w{{0,3}}|ст\.|ст\.ст\.)\s?{_ROW}(?:\s\([^)]{{3,60}}\))?"),
    "az": re.compile(
        rf"\b{_NUMBER}(?:(?:,\s?|\svə\s){_NUMBER})*(?:-\w{{1,4}}|\.)?(?:,?\s{_NUMBER}-\w{{1,4}})?\s?(?:və\s{_NUMBER}-\w{{1,4}}\s)?maddə\w{{0,8}}|\bmaddə\s{_ROW}"
    ),
}
_PLACE_BEFORE = {
    "en": re.compile(
        r"\b(?:in|at|from|to|into|inside|outside|near|of|within)\s(?:the\s|a\s|an\s|his\s|her\s|their\s|our\s|this\s|that\s)?(?:[a-z-]+\s){0,2}$"
    ),
    "ru": re.compile(r"\b(?:в|из|на|во|под|у|около)\s(?:[\w-]+\s){0,2}$"),
    "az": re.compile(r"$"),
}
_LOCATIVE_AZ = re.compile(r"['’]?(?:[yn]?[ıiuü]n)?(?:n?d[aə](?:n|ki)?|[yn]?[aə])\b")


def articles_in(scene: Scene, sentence: Sentence) -> tuple[Detail, ...]:
    finder = _ARTICLES[scene.words.language]
    return tuple(
        Detail(start=match.start(), end=match.end())
        for match in finder.finditer(scene.small, sentence.start, sentence.end)
    )


def places_in(scene: Scene, sentence: Sentence) -> tuple[Detail, ...]:
    """Places of a sentence: names of places, and kinds of places behind "in" or "at"."""
    before = _PLACE_BEFORE[scene.words.language]
    found = []
    for match in scene.words.anywhere("place_heads").finditer(scene.small, sentence.start, sentence.end):
        lead = before.search(scene.small, max(sentence.start, match.start() - 40), match.start())
        if lead:
            found.append(Detail(start=match.start(), end=match.end()))
    bodies = [
        (name.start, name.end) for name in scene.names_in(sentence.start, sentence.end) if name.kind is NameKind.BODY
    ]
    for match in _named_places(scene).finditer(scene.content, sentence.start, sentence.end):
        within = any(start <= match.start() < end for start, end in bodies)
        if not within and (before.search(scene.small, max(sentence.start, match.start() - 30), match.start())):
            found.append(Detail(start=match.start(), end=match.end()))
    if scene.words.language == "en":
        taken = [(name.start, name.end) for name in scene.names_in(sentence.start, sentence.end)]
        never = scene.words.as_written("never_names") | scene.words.as_written("days")
        for match in _UNKNOWN_PLACE.finditer(scene.content, sentence.start, sentence.end):
            free = not any(start < match.end(1) and match.start(1) < end for start, end in taken)
            if free and match[1].split()[0] not in never:
                found.append(Detail(start=match.start(1), end=match.end(1)))
    for name in scene.names_in(sentence.start, sentence.end):
        if name.kind is NameKind.PLACE and before.search(scene.small, max(sentence.start, name.start - 30), name.start):
            found.append(Detail(start=name.start, end=name.end))
    return _longest(found)


_UNKNOWN_PLACE = re.compile(
    r"\b(?:in|near|at|outside)\s(?:the\s(?:city|town|village|district)\sof\s|\w+ern\s)?([A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+)?)\b(?!\s\d)"
)


def _named_places(scene: Scene) -> re.Pattern[str]:
    key = "places as written"
    known = scene.words._expressions
    if key not in known:
        cases = r"\w{0,6}" if scene.words.language != "en" else ""
        words = sorted((re.escape(place) for place in scene.words.as_written("places")), key=len, reverse=True)
        known[key] = re.compile(
            rf"\b(?:{'|'.join(words)}){cases}\b(?:\s(?:Airport|airport|District|region|prison|Prison))?"
        )
    return known[key]


def _longest(found: list[Detail]) -> tuple[Detail, ...]:
    kept: list[Detail] = []
    for detail in sorted(found, key=lambda one: (one.start, -one.end)):
        if kept and detail.start < kept[-1].end:
            if detail.end > kept[-1].end:
                kept[-1] = Detail(start=kept[-1].start, end=detail.end)
            continue
        kept.append(detail)
    return tuple(kept)


#: A date that only says which trial or election is meant, and one that hangs on another date.
_DESCRIBES = re.compile(
    r"\s(?:trial|presidential|parliamentary|election|elections|hearing|rally|events|protest|referendum|выбор\w*|seçki\w*)\b"
)
_LOOSE = re.compile(r"(?:a|the|some|several|few|two|three)\s(?:following|next|day|days|few|week|weeks|month|months)\b")


def nearest(details: Iterable[Detail], start: int, end: int, *, reach: int, scene: Scene) -> Detail | None:
    """The detail closest to the words from `start` to `end`, within `reach`; breaks of clauses lengthen the way."""
    best: tuple[int, Detail] | None = None
    for detail in details:
        low, high = (detail.end, start) if detail.end <= start else (end, detail.start)
        gap = max(0, high - low)
        between = scene.small[low:high] if gap else ""
        if _DESCRIBES.match(scene.small, detail.end):
            continue
        cost = gap + (60 if _LOOSE.match(scene.small, detail.start) else 0) + 25 * len(re.findall(r"[,;:]", between))
        if gap <= reach and (best is None or cost < best[0]):
            best = (cost, detail)
    return best[1] if best else None


def within(details: Sequence[Detail], sentence: Sentence) -> tuple[Detail, ...]:
    """Those of a document's details, which are in order, that stand in one sentence."""
    first = bisect_left(details, sentence.start, key=lambda detail: detail.start)
    last = bisect_left(details, sentence.end, key=lambda detail: detail.start)
    return tuple(detail for detail in details[first:last] if detail.end <= sentence.end)
