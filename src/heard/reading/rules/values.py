"""Dates, lengths of time and numbers of a text, found once for all its claims."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from heard.reading.rules.details import Detail
from heard.reading.rules.parties import Scene
from heard.terms.when import find_dates, find_durations, find_numbers


@dataclass(frozen=True)
class Values:
    """What a text says of when, how long and how many, in its order; a number inside a date is none."""

    dates: tuple[Detail, ...] = ()
    durations: tuple[Detail, ...] = ()
    numbers: tuple[Detail, ...] = ()


def values_of(scene: Scene) -> Values:
    """Every date, duration and number of a text, with its value as text."""
    language = scene.words.language
    dated = next((when for _, _, when in find_dates(scene.content, language) if when.is_placed), None)
    dates = _details(find_dates(scene.content, language, near=dated))
    durations = _details(find_durations(scene.content, language))
    taken = sorted([*dates, *durations])
    numbers = tuple(one for one in _details(find_numbers(scene.content, language)) if not _inside(one, taken))
    return Values(dates, durations, numbers)


def _details(found: Iterable[tuple[int, int, object]]) -> tuple[Detail, ...]:
    return tuple(Detail(start=start, end=end, value=str(value)) for start, end, value in found)


def _inside(one: Detail, taken: list[Detail]) -> bool:
    """Whether a number lies in one of the values beside it in the text's order."""
    after = bisect_left(taken, one.end, key=lambda other: other.start)
    return any(one.start < other.end for other in taken[max(0, after - 2) : after])
