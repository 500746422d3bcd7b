"""Finding durations in text: "seven years and three months", "over 90 days", "the 35th day", "life"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import takewhile

from heard.terms.errors import Malformed
from heard.terms.when.count_words import words_value
from heard.terms.when.duration import Duration
from heard.terms.when.lexicon import Words, cardinal_pattern, sign_of, sign_words, spaced, words_of

#: Half of each unit, in the next smaller one.
_HALF = {
    "years": ("months", 6),
    "months": ("days", 15),
    "weeks": ("days", 3),
    "days": ("hours", 12),
    "hours": ("minutes", 30),
}
#: Beyond this it is a year of the calendar, not a number of years.
LONGEST_YEARS = 200
_UNITS = ("years", "months", "weeks", "days", "hours", "minutes")
_TENTHS = {"years": ("months", 12), "days": ("hours", 24), "hours": ("minutes", 60)}


def find_durations(text: str, language: str) -> Iterator[tuple[int, int, Duration]]:
    """Durations in `text`, in order: start, end, Duration; the nth day of something counts as n days."""
    words = words_of(language)
    for found in _pattern(language).finditer(text):
        try:
            duration = _duration(found, words)
        except Malformed:
            continue
        yield found.start(), found.end(), duration


def parse_duration(text: str, language: str) -> Duration:
    """The duration that `text` says, the longest if several; raises Malformed when it says none."""
    found = list(find_durations(text, language))
    if not found:
        raise Malformed("duration", text)
    return max(found, key=lambda one: one[1] - one[0])[2]


def _duration(found: re.Match[str], words: Words) -> Duration:
    if found["life"]:
        return Duration(life=True)
    if found["nth"]:
        return Duration(days=int(re.sub(r"\D", "", _nth(found["nth"]))))
    for number, (_, value) in enumerate(words.durations.get("special", [])):
        if found[f"special_{number}"]:
            return _signed(Duration.parse(value), found, words)
    if found["range"]:
        return _range(found, words)
    start, end = found.span("chain")
    each = takewhile(lambda part: part.end() <= end, _part(words.language).finditer(found.string, start))
    parts = [_amount(part, words) for part in each]
    if not parts:
        raise Malformed("duration", found["chain"])
    total = Duration.of({unit: sum(getattr(part, unit) for part in parts) for unit in _UNITS})
    if total.years > LONGEST_YEARS:
        raise Malformed("duration", total.years)
    return _signed(total, found, words)


def _nth(said: str) -> str:
    return next(iter(re.findall(r"\d{1,3}", said)), "")


def _range(found: re.Match[str], words: Words) -> Duration:
    unit = _unit(found["range_unit"], words)
    least, most = (_count(found[name], words) for name in ("least", "most"))
    return replace(Duration.of({unit: least}), upto=Duration.of({unit: most}))


def _signed(duration: Duration, found: re.Match[str], words: Words) -> Duration:
    return replace(duration, sign=sign_of(words, before=found["before"], after=found["after"]))


def _amount(part: re.Match[str], words: Words) -> Duration:
    unit = _unit(part["unit"], words)
    if part["half_of"]:
        smaller, count = _HALF[unit]
        return Duration.of({smaller: count})
    if part["one"]:
        amounts = {unit: 1}
    elif part["fraction"]:
        return _fraction(part["number"], part["fraction"], unit)
    else:
        amounts = {unit: _count(part["number"], words)}
    if part["half"] or part["half_after"]:
        smaller, count = _HALF[unit]
        amounts[smaller] = count
    return Duration.of(amounts)


def _fraction(whole: str, tenths: str, unit: str) -> Duration:
    if unit not in _TENTHS:
        raise Malformed("duration", unit)
    smaller, size = _TENTHS[unit]
    return Duration.of({unit: int(whole), smaller: int(tenths) * size // 10})


def _count(said: str, words: Words) -> int:
    return int(said) if said.isdigit() else words_value(said, words)


def _unit(said: str, words: Words) -> str:
    for unit in _UNITS:
        if unit in words.durations["units"] and _unit_pattern(words.language, unit).match(said):
            return unit
    raise Malformed("duration", said)


@cache
def _unit_pattern(language: str, unit: str) -> re.Pattern[str]:
    bare = re.sub(r"\(\?=[^()]*(?:\([^()]*\))?\)", "", words_of(language).durations["units"][unit])
    return re.compile(rf"(?:{spaced(bare)})(?!\w)", re.IGNORECASE)


def _part_source(language: str, *, named: bool) -> str:
    """One amount with its unit; with names of groups only when read alone."""
    words = words_of(language)
    lines = words.durations

    def group(name: str, pattern: str) -> str:
        return f"(?P<{name}>{pattern})" if named else f"(?:{pattern})"

    units = "|".join(spaced(lines["units"][unit]) for unit in _UNITS if unit in lines["units"])
    number = group("number", rf"\d{{1,4}}|{spaced(cardinal_pattern(words.numbers))}")
    fraction = f"(?:[.,]{group('fraction', '[0-9]')})?" + f"{group('half', spaced(lines['and_half']))}?"
    counted = rf"{number}{fraction}{spaced(lines['gap'])}"
    short = rf"{group('half_of', spaced(lines['half_of']))}\s{{1,4}}|{group('one', spaced(lines['one']))}\s{{1,4}}"
    case = f"(?:{spaced(lines['case'])})" if lines["case"] else ""
    return (
        rf"(?:{counted}|{short}){group('unit', units)}(?:(?={sign_words(words, 'after')})|{case}(?!\w))"
        rf"{group('half_after', spaced(lines['half_after']))}?"
    )


@cache
def _part(language: str) -> re.Pattern[str]:
    return re.compile(_part_source(language, named=True), re.IGNORECASE)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = words_of(language)
    lines = words.durations
    part = _part_source(language, named=False)
    number = rf"(?:\d{{1,3}}|{spaced(cardinal_pattern(words.numbers))})"
    units = "|".join(spaced(lines["units"][unit]) for unit in _UNITS if unit in lines["units"])
    special = "".join(f"(?P<special_{n}>{spaced(said)})|" for n, (said, _) in enumerate(lines.get("special", [])))
    span = (
        rf"(?P<range>(?:{spaced(lines['range_before'])})?\s{{0,4}}(?P<least>{number}){spaced(lines['range_join'])}"
        rf"(?P<most>{number}){spaced(lines['gap'])}(?P<range_unit>{units})(?!\w))"
    )
    nth = re.sub(r"\?P<nth2?>", "?:", spaced(lines["nth_day"]))
    return re.compile(
        rf"(?<![\w.,:/])(?:(?P<life>{spaced(lines['life'])})|(?P<nth>{nth})|{span}|"
        rf"(?:(?P<before>{sign_words(words, 'before')})\s{{1,4}})?(?:{special}"
        rf"(?P<chain>{part}(?:(?:{spaced(lines['joins'])}){part}){{0,3}}))(?P<after>{sign_words(words, 'after')})?)"
        rf"(?!\w|{spaced(lines['not_after'])})",
        re.IGNORECASE,
    )
