"""Finding dates in text: points first, then ranges, open ends and "about" around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from heard.terms.errors import Malformed
from heard.terms.when.lexicon import Form, Words, words_of
from heard.terms.when.point import Point
from heard.terms.when.shapes import when_of
from heard.terms.when.value import When

LOOK_BACK = 40
LONGEST_GAP = 40
#: A bare month or year counts only after one of these.
LEANS_ON = ("weak_before", "about", "perhaps", "since", "until")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    start: int
    end: int
    when: When
    weak: bool


def find_dates(text: str, language: str, *, near: When | None = None) -> Iterator[tuple[int, int, When]]:
    """Dates in `text`, in order: start, end, When.

    A date without a year takes it from the last date before it, at first from `near`; where there is none its
    year stays unsaid. "This year" is the year of `near`, or else of the first date. "That day" and the like are
    given only after a day they can refer to.
    """
    words = words_of(language)
    seen = list(_points(text, words, near))
    at = 0
    while at < len(seen):
        found = _range(text, words, seen[at], seen[at + 1]) if at + 1 < len(seen) else None
        at += 2 if found else 1
        found = found or _single(text, words, seen[at - 1])
        if found is None:
            continue
        when = _placed(found.when, near)
        near = when if when.is_placed else near
        yield found.start, found.end, when


def parse(text: str, language: str, near: When | None = None) -> When:
    """The date that `text` says, the longest if it says several; raises Malformed when it says none."""
    words = words_of(language)
    found = list(find_dates(text, language, near=near))
    if not found:
        found = [(seen.start, seen.end, _placed(seen.when, near)) for seen in _points(text, words, near)]
    if not found:
        raise Malformed("date", text)
    return max(found, key=lambda one: one[1] - one[0])[2]


def _points(text: str, words: Words, near: When | None) -> Iterator[_Seen]:
    dateline = near
    for found in words.dates.finditer(text):
        form, groups = _form_of(found, words)
        if words.months_capitalised and (groups.get("month") or "A")[0].islower():
            continue
        try:
            when = when_of(form.take, groups, words, near)
        except Malformed:
            continue
        if groups.get("this_year") and dateline and dateline.earliest:
            when = _in_year(when, dateline.earliest.year)
        dateline = dateline or (when if when.is_placed else None)
        near = _placed(when, near) if when.is_placed or near else near
        yield _Seen(start=found.start(), end=found.end(), when=when, weak=form.weak)


def _form_of(found: re.Match[str], words: Words) -> tuple[Form, dict[str, str | None]]:
    """The form that matched, and its groups under their plain names."""
    number = next(n for n in range(len(words.forms)) if found[f"form_{n}"] is not None)
    tail = f"_{number}"
    groups = {name.removesuffix(tail): value for name, value in found.groupdict().items() if name.endswith(tail)}
    return words.forms[number], groups


def _range(text: str, words: Words, one: _Seen, two: _Seen) -> _Seen | None:
    """The two as one range, when the words between (and before) them say so."""
    gap = text[one.end : two.start]
    if len(gap) > LONGEST_GAP or not (one.when.is_one_point and two.when.is_one_point):
        return None
    one, before = _doubts(words, one, text[max(0, one.start - LOOK_BACK) : one.start])
    two, gap = _doubts(words, two, gap)
    if not (_joined(words, one, two, before.rstrip(), gap.strip()) or _suffixed(text, words, one, two, gap)):
        return None
    start, end = one.when.start, two.when.end
    if start is None or end is None:
        return None
    try:
        return _Seen(start=one.start, end=two.end, when=_between(start, end), weak=False)
    except Malformed:
        return None


def _joined(words: Words, one: _Seen, two: _Seen, before: str, gap: str) -> bool:
    if not gap:
        return False
    if _says(words, "opens", before, end=True) and _says(words, "joins", gap, whole=True):
        return True
    months = all(seen.when.start and seen.when.start.month and not seen.when.start.day for seen in (one, two))
    return _says(words, "month_joins" if months else "bare_joins", gap, whole=True)


def _suffixed(text: str, words: Words, one: _Seen, two: _Seen, gap: str) -> bool:
    """Whether the endings of the dates themselves make the range, as Azerbaijani does: yanvardan iyunadək."""
    if gap.strip() or not _says(words, "ablative", text[one.start : one.end], end=True):
        return False
    after = text[two.end : two.end + LOOK_BACK]
    return _says(words, "ends_until", text[two.start : two.end], end=True) or _says(words, "after_until", after)


def _between(start: Point, end: Point) -> When:
    """A range in which one side may have left its year to the other."""
    turns = bool(start.month and end.month and (start.month, start.day or 0) > (end.month, end.day or 99))
    if start.year is None and end.year is not None:
        start = replace(start, year=end.year - turns)
    elif end.year is None and start.year is not None:
        end = replace(end, year=start.year + turns)
    return When(start=start, end=end)


def _single(text: str, words: Words, seen: _Seen) -> _Seen | None:
    before = text[max(0, seen.start - LOOK_BACK) : seen.start].rstrip()
    if seen.weak and not any(_says(words, name, before, end=True) for name in LEANS_ON):
        return None
    seen, before = _doubts(words, seen, before)
    return replace(seen, when=_opened(text, words, seen, before)) if seen.when.is_one_point else seen


def _doubts(words: Words, seen: _Seen, before: str) -> tuple[_Seen, str]:
    """The same with "about" and "possibly" standing before it taken in, and what stands before those."""
    when = seen.when
    for mark in ("about", "perhaps"):
        found = _match(words, mark, before.rstrip(), end=True)
        if found:
            before = before[: found.start()]
            when = _doubted(when, approximate=mark == "about")
    return replace(seen, when=when), before


def _opened(text: str, words: Words, seen: _Seen, before: str) -> When:
    """The date with the side left open that "since" or "until" (in Azerbaijani an ending) leaves open."""
    when = seen.when
    said, after = text[seen.start : seen.end], text[seen.end : seen.end + LOOK_BACK]
    if words.language == "az":
        if _says(words, "ends_until", said, end=True) or _says(words, "after_until", after):
            return replace(when, start=None)
        if _says(words, "ends_since", said, end=True) or _says(words, "after_since", after):
            return replace(when, end=None)
        return when
    if _says(words, "until", before.rstrip(), end=True):
        return replace(when, start=None)
    return replace(when, end=None) if _says(words, "since", before.rstrip(), end=True) else when


def _doubted(when: When, *, approximate: bool) -> When:
    """The mark belongs to the side it stands before: the start, and so both sides of a single date."""
    if when.start is None:
        return when
    mark = {"approximate": True} if approximate else {"uncertain": True}
    start = replace(when.start, **mark)
    return replace(when, start=start, end=start if when.is_one_point else when.end)


def _placed(when: When, near: When | None) -> When:
    """`when` in the year that brings it closest to `near`, rather later than earlier; as it is if nothing places it."""
    beside = (near.earliest or near.latest) if near else None
    if when.is_placed or near is None or beside is None:
        return when
    stated = near.start or near.end
    if stated and stated.month is None:
        return _in_year(when, beside.year)
    choices = [_in_year(when, year) for year in (beside.year, beside.year + 1, beside.year - 1) if 1 <= year <= 9998]
    placed = [choice for choice in choices if choice.is_placed]
    return min(placed, key=lambda choice: _distance(choice, beside), default=when)


def _in_year(when: When, year: int) -> When:
    try:
        return when.in_year(year)
    except Malformed:
        return when


def _distance(when: When, beside: date) -> int:
    """Days between, those back counted twice: accounts tend to go forward."""
    day = when.earliest or when.latest
    days = (day - beside).days if day else 0
    return days if days >= 0 else -2 * days


def _says(words: Words, name: str, text: str, *, end: bool = False, whole: bool = False) -> bool:
    if whole:
        return bool(_around(words.language, name, "whole").fullmatch(text))
    return _match(words, name, text, end=end) is not None


def _match(words: Words, name: str, text: str, *, end: bool) -> re.Match[str] | None:
    pattern = _around(words.language, name, "end" if end else "start")
    return pattern.search(text) if end else pattern.match(text)


@cache
def _around(language: str, name: str, where: str) -> re.Pattern[str]:
    pattern = words_of(language).around.get(name, "(?!)")
    if where != "end":
        return re.compile(f"(?:{pattern})", re.IGNORECASE)
    suffix = name in ("ends_since", "ends_until", "ablative")
    return re.compile(("" if suffix else r"(?<!\w)") + f"(?:{pattern})$", re.IGNORECASE)
