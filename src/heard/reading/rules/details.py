"""When, how long, under which article: the parts of a claim that stand near its words."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from heard.reading.rules.parties import Scene
from heard.reading.sentences import Sentence


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


def articles_in(scene: Scene, sentence: Sentence) -> tuple[Detail, ...]:
    finder = _ARTICLES[scene.words.language]
    return tuple(
        Detail(start=match.start(), end=match.end())
        for match in finder.finditer(scene.small, sentence.start, sentence.end)
    )


#: A date that only says which trial or election is meant, and one that hangs on another date.
_DESCRIBES = re.compile(
    r"\s(?:trial|presidential|parliamentary|election|elections|hearing|rally|events|protest|referendum|выбор\w*|seçki\w*)\b"
)
#: What stands before the date of a letter or report, which is no date of what it tells.
_PUBLISHED = re.compile(
    r"(?:\b(?:published|dated|posted|issued|опубликован\w*|датирован\w*|вышедш\w*|dərc|yayımlan\w*)"
    r"(?:\s(?:on|in|от|в|edilmiş|olunmuş))?"
    r"|\b(?:letter|report|statement|appeal|письм\w{1,3}|доклад\w*|отч[её]т\w*|заявлени\w*)\s(?:of|dated|from|от|за))\s$"
)
_TURNS = re.compile(r"[,;:]|\b(?:and|then|и|затем|потом|və|sonra)\b")
_LOOSE = re.compile(r"(?:a|the|some|several|few|two|three)\s(?:following|next|day|days|few|week|weeks|month|months)\b")


def nearest(details: Iterable[Detail], start: int, end: int, *, reach: int, scene: Scene) -> Detail | None:
    """The detail closest to the words from `start` to `end`, within `reach`; breaks of clauses lengthen the way.

    In a row of a table only the same cell counts, and a cell that holds the detail alone.
    """
    best: tuple[int, Detail] | None = None
    for detail in details:
        low, high = (detail.end, start) if detail.end <= start else (end, detail.start)
        gap = max(0, high - low)
        between = scene.small[low:high] if gap else ""
        if _DESCRIBES.match(scene.small, detail.end) or ("\t" in between and not _fills_its_cell(scene, detail)):
            continue
        cost = gap + 25 * len(_TURNS.findall(between)) + 100 * between.count("\t")
        cost += 60 if _LOOSE.match(scene.small, detail.start) else 0
        cost += 80 if _PUBLISHED.search(scene.small, max(0, detail.start - 40), detail.start) else 0
        if gap <= reach and (best is None or cost < best[0]):
            best = (cost, detail)
    return best[1] if best else None


def _fills_its_cell(scene: Scene, detail: Detail) -> bool:
    """Whether a detail stands alone between two tabs."""
    before = scene.content[max(0, detail.start - 20) : detail.start]
    after = scene.content[detail.end : detail.end + 20]
    return bool(re.search(r"\t\s*$", before)) and bool(re.match(r"\s*(?:[\t\n]|$)", after))


def within(details: Sequence[Detail], sentence: Sentence) -> tuple[Detail, ...]:
    """Those of a document's details, which are in order, that stand in one sentence."""
    first = bisect_left(details, sentence.start, key=lambda detail: detail.start)
    last = bisect_left(details, sentence.end, key=lambda detail: detail.start)
    return tuple(detail for detail in details[first:last] if detail.end <= sentence.end)
