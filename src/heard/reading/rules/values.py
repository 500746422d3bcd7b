"""Dates, lengths of time and numbers of a text, found once for all its claims."""

from dataclasses import dataclass

from heard.reading.rules.details import Detail
from heard.reading.rules.parties import Scene


@dataclass(frozen=True)
class Values:
    dates: tuple[Detail, ...] = ()
    durations: tuple[Detail, ...] = ()
    numbers: tuple[Detail, ...] = ()


def values_of(scene: Scene) -> Values:
    return Values()
