"""What each way of writing a date comes to, once its words are matched."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from heard.terms.errors import Malformed
from heard.terms.when.count_words import words_value
from heard.terms.when.lexicon import Words, folded
from heard.terms.when.point import Point
from heard.terms.when.value import When

Groups = Mapping[str, str | None]


def when_of(take: str, groups: Groups, words: Words, near: When | None) -> When:
    """The date that a form of this shape says; raises Malformed where no calendar has it or no `near` gives it."""
    return _SHAPES[take](groups, words, near)


def _point(groups: Groups, words: Words, near: When | None) -> When:
    year, month, day = _year(groups), _month(groups, words), _number_or_none(groups.get("day"))
    if day is not None and month is not None and month > 12:
        raise Malformed("date", day, month)
    first, last = Point(year=year, month=month, day=day), _number_or_none(groups.get("day2"))
    return When(start=first, end=Point(year=year, month=month, day=last) if last else first)


def _slashed(groups: Groups, words: Words, near: When | None) -> When:
    """Day first or month first: where both are possible the date lies between the two readings."""
    year, one, two = _year(groups), int(groups["day"] or 0), int(groups["month_number"] or 0)
    readings = sorted({(month, day) for day, month in ((one, two), (two, one)) if month <= 12})
    if not readings:
        raise Malformed("date", one, two)
    ends = [Point(year=year, month=month, day=day) for month, day in (readings[0], readings[-1])]
    return When(start=ends[0], end=ends[1])


def _season(groups: Groups, words: Words, near: When | None) -> When:
    year, season = _year(groups), words.seasons[folded(groups["season"] or "")]
    if not groups.get("year2") or year is None:
        return When.at(Point(year=year, month=season))
    if season != 24:
        raise Malformed("date", "season")
    return When(start=Point(year=year, month=12), end=Point(year=year + 1, month=2))


def _decade(groups: Groups, words: Words, near: When | None) -> When:
    return When.at(Point(year=int(groups["decade"] or "") * 10, decade=True))


def _months(first: int, last: int, *, loose: str = "") -> "Shape":
    def shape(groups: Groups, words: Words, near: When | None) -> When:
        year = _year(groups)
        start = Point(year=year, month=first, approximate="start" in loose)
        return When(start=start, end=Point(year=year, month=last, approximate="end" in loose))

    return shape


def _first_months(groups: Groups, words: Words, near: When | None) -> When:
    return _months(1, _how_many(groups, words))(groups, words, near)


def _last_months(groups: Groups, words: Words, near: When | None) -> When:
    return _months(13 - _how_many(groups, words), 12)(groups, words, near)


def _quarter(groups: Groups, words: Words, near: When | None) -> When:
    quarter = next(n for n in range(1, 5) if groups.get(f"q{n}"))
    return _months(3 * quarter - 2, 3 * quarter)(groups, words, near)


def _year_end(groups: Groups, words: Words, near: When | None) -> When:
    year = _year(groups)
    if year is None and near and near.end:
        year = near.end.year
    return When.at(Point(year=year, month=12, approximate=True))


def _part_of_month(groups: Groups, words: Words, near: When | None) -> When:
    return When.at(Point(year=_year(groups), month=_month(groups, words)))


def _same_day(groups: Groups, words: Words, near: When | None) -> When:
    return _days_after(0, near)


def _next_day(groups: Groups, words: Words, near: When | None) -> When:
    return _days_after(1, near)


def _days_later(groups: Groups, words: Words, near: When | None) -> When:
    return _days_after(_how_many(groups, words), near)


def _days_after(days: int, near: When | None) -> When:
    if near is None or near.earliest is None or near.earliest != near.latest:
        raise Malformed("date", "no day to count from")
    return When.on(near.earliest + timedelta(days=days))


def _year(groups: Groups) -> int | None:
    return _number_or_none(groups.get("year"))


def _month(groups: Groups, words: Words) -> int | None:
    name = groups.get("month")
    return words.months[folded(name)] if name else _number_or_none(groups.get("month_number"))


def _number_or_none(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _how_many(groups: Groups, words: Words) -> int:
    said = groups["number"] or ""
    return int(said) if said.isdigit() else words_value(said, words)


Shape = Callable[[Groups, Words, When | None], When]
_SHAPES: dict[str, Shape] = {
    "point": _point,
    "slashed": _slashed,
    "season": _season,
    "decade": _decade,
    "first_half": _months(1, 6),
    "second_half": _months(7, 12),
    "early": _months(1, 4, loose="end"),
    "middle": _months(5, 8, loose="start end"),
    "late": _months(9, 12, loose="start"),
    "first_months": _first_months,
    "last_months": _last_months,
    "quarter": _quarter,
    "year_end": _year_end,
    "part_of_month": _part_of_month,
    "same_day": _same_day,
    "next_day": _next_day,
    "days_later": _days_later,
}
