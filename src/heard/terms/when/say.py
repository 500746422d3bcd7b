"""Dates and durations printed in three languages, always with the year where it is known."""

from dataclasses import replace
from functools import cache
from typing import Any

from babel.dates import get_month_names
from babel.units import format_unit

from heard.terms.when.duration import Duration
from heard.terms.when.lexicon import words_of
from heard.terms.when.point import Point, Precision
from heard.terms.when.value import When

#: Ending of the Azerbaijani ordinal by the last digit that is not nought, and by the last tens.
_CI_ONES = dict(zip("123456789", ("ci", "ci", "cü", "cü", "ci", "cı", "ci", "ci", "cu"), strict=True))
_CI_TENS = dict(zip("123456789", ("cu", "ci", "cu", "cı", "ci", "cı", "ci", "ci", "cı"), strict=True))
_UNITS = ("years", "months", "weeks", "days", "hours", "minutes")


def when_said(when: When, language: str) -> str:
    """The date in words: "about June 2024", "с 13 января 2007 года по 11 декабря 2007 года", "iyun 2024"."""
    say = words_of(language).say
    if when.start is not None and when.is_one_point:
        return _point_said(when.start, language, "plain")
    if when.start is None or when.end is None:
        name, side, point = (
            ("until", "case_until", when.end) if when.start is None else ("since", "case_from", when.start)
        )
        said = _point_said(point, language, side) if point else ""
        return str(say[name].format(start=said, end=said))
    start, end = _point_said(when.start, language, "case_from"), _point_said(when.end, language, "case_to")
    return str(say["range"].format(start=start, end=end))


def duration_said(duration: Duration, language: str) -> str:
    """The duration in words: "more than 90 days", "7 лет и 3 месяца", "ömürlük həbs"."""
    say = words_of(language).say
    if duration.life:
        return str(say["life"])
    if duration.upto:
        return _range_said(duration, duration.upto, language)
    amounts = [(unit, getattr(duration, unit)) for unit in _UNITS if getattr(duration, unit)] or [("days", 0)]
    said = _listed([_amount_said(count, unit, language) for unit, count in amounts], say["list_join"])
    if not duration.sign:
        return said
    ablative = say.get("ablatives", {}).get(amounts[-1][0], "")
    return str(say["signs"][duration.sign].format(length=said, ablative=ablative))


def _range_said(least: Duration, most: Duration, language: str) -> str:
    units = [unit for unit in _UNITS if getattr(least, unit) or getattr(most, unit)]
    if len(units) == 1:
        return f"{getattr(least, units[0])}–{_amount_said(getattr(most, units[0]), units[0], language)}"
    return f"{duration_said(replace(least, upto=None), language)} – {duration_said(most, language)}"


def _amount_said(count: int, unit: str, language: str) -> str:
    """Babel knows the plurals; Azerbaijani has none after a number, and Babel lacks most of its units."""
    names = words_of(language).say.get("units")
    if names:
        return f"{count} {names[unit]}"
    return format_unit(count, f"duration-{unit.removesuffix('s')}", length="long", locale=language)


def _listed(parts: list[str], join: str) -> str:
    return join.join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]


def _point_said(point: Point, language: str, side: str) -> str:
    say = words_of(language).say
    form = _form_of(point, say, side)
    seasons = say.get(side, {}).get("seasons", say["seasons"])
    season = seasons[point.month - 21] if point.precision is Precision.SEASON and point.month else ""
    month = point.month if point.month and point.month <= 12 else 1
    said = form.format(
        day=point.day,
        month=_months(language, "stand-alone")[month],
        month_of=_months(language, "format")[month],
        season=season,
        year=point.year,
        ci=ordinal_ending(point.year or 0),
    )
    for doubt, name in ((point.approximate, "about"), (point.uncertain, "perhaps")):
        said = say[name].format(date=said) if doubt else said
    return str(said)


def _form_of(point: Point, say: dict[str, Any], side: str) -> str:
    name = point.precision.value if point.year is not None else f"yearless_{point.precision.value}"
    plain = {"yearless_month": "{month}", "yearless_season": "{season}"} | say
    return str(say.get(side, {}).get(name, plain[name]))


@cache
def _months(language: str, context: str) -> dict[int, str]:
    names = get_month_names("wide", "stand-alone" if context == "stand-alone" else "format", locale=language)
    return {number: names[number] for number in range(1, 13)}


def ordinal_ending(number: int) -> str:
    """The ending an Azerbaijani ordinal in digits takes after its hyphen: 2024-cü, 1990-cı, 2000-ci."""
    digits = str(number)
    if digits[-1] != "0":
        return _CI_ONES[digits[-1]]
    if digits[-2:-1] not in ("", "0"):
        return _CI_TENS[digits[-2]]
    return "cü" if digits[-3:-2] not in ("", "0") else "ci"
