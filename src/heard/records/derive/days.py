"""The days between which a claim's date lies, from the value of its words."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?")
Bounds = tuple[date | None, date | None]


def bounds(values: Iterable[str | None]) -> Bounds | None:
    """The earliest and the latest day that these EDTF values allow (None: open); None where none is a date."""
    known = [found for value in values if value and (found := _bounds_of(value))]
    if not known:
        return None
    starts = [start for start, _ in known]
    ends = [end for _, end in known]
    return (
        None if None in starts else min(start for start in starts if start),
        None if None in ends else max(end for end in ends if end),
    )


def _bounds_of(value: str) -> Bounds | None:
    first, slash, last = value.partition("/")
    start, end = _ends(first), _ends(last if slash else first)
    if start is None and end is None:
        return None
    return (start[0] if start else None, end[1] if end else None)


def _ends(text: str) -> tuple[date, date] | None:
    found = _DAY.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        if day:
            return date(year, month, day), date(year, month, day)
        if month:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        return None
