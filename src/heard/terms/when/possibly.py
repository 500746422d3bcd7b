"""Comparing uncertain dates in three values: yes, no, or it could be."""

from datetime import date
from enum import StrEnum

from heard.terms.when.point import WINTER, Point
from heard.terms.when.value import When


class Possibly(StrEnum):
    """An answer that admits not knowing."""

    YES = "yes"
    NO = "no"
    COULD_BE = "could_be"


def before(one: When, other: When) -> Possibly:
    """Whether what happened at `one` came on an earlier day than what happened at `other`."""
    if _latest(one) < _earliest(other):
        return Possibly.YES
    if _earliest(one) >= _latest(other):
        return Possibly.NO
    return Possibly.COULD_BE


def same(one: When, other: When) -> Possibly:
    """Whether both happened on the same day: only two days can be surely the same, never two mentions of a month."""
    if _apart(one, other):
        return Possibly.NO
    days = {_earliest(one), _latest(one), _earliest(other), _latest(other)}
    return Possibly.YES if len(days) == 1 and one.is_placed and other.is_placed else Possibly.COULD_BE


def within(one: When, span: When) -> Possibly:
    """Whether what happened at `one` falls inside the calendar span `span`."""
    if _apart(one, span):
        return Possibly.NO
    inside = _surely_from(span) <= _earliest(one) and _latest(one) <= _surely_to(span)
    known = one.is_placed and span.is_placed
    return Possibly.YES if inside and known else Possibly.COULD_BE


def overlaps(one: When, other: When) -> Possibly:
    """Whether two times that each last from start to end share a day; an open side may end anywhere."""
    if _apart(one, other):
        return Possibly.NO
    meets = _begun_by(one) <= _still_at(other) and _begun_by(other) <= _still_at(one)
    return Possibly.YES if meets else Possibly.COULD_BE


def _apart(one: When, other: When) -> bool:
    return _latest(one) < _earliest(other) or _latest(other) < _earliest(one)


def _earliest(when: When) -> date:
    return when.earliest or date.min


def _latest(when: When) -> date:
    return when.latest or date.max


def _begun_by(when: When) -> date:
    """The day by which it has surely begun."""
    return (when.start.latest if when.start else when.latest) or date.max


def _still_at(when: When) -> date:
    """The day on which it has surely not yet ended."""
    return (when.end.earliest if when.end else when.earliest) or date.min


def _surely_from(span: When) -> date:
    """Where the span surely starts; "about June", and a winter that may be either of two, surely holds nothing."""
    if span.start is None:
        return date.min
    return (span.start.latest if _is_loose(span.start) else span.start.first) or date.max


def _surely_to(span: When) -> date:
    if span.end is None:
        return date.max
    return (span.end.earliest if _is_loose(span.end) else span.end.last) or date.min


def _is_loose(point: Point) -> bool:
    return point.approximate or point.month == WINTER
