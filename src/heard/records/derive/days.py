"""The days between which a claim's date lies, from the value of its words."""

from collections.abc import Iterable
from datetime import date

from heard.terms.errors import Malformed
from heard.terms.when import When

Bounds = tuple[date | None, date | None]


def bounds(values: Iterable[str | None]) -> Bounds | None:
    """The earliest and the latest day that these EDTF values allow (None: open); None where none is a date."""
    known = [when for value in values if value and (when := _when(value))]
    if not known:
        return None
    starts, ends = [when.earliest for when in known], [when.latest for when in known]
    return (
        None if None in starts else min(start for start in starts if start),
        None if None in ends else max(end for end in ends if end),
    )


def _when(value: str) -> When | None:
    """None for what is no date, as a duration is none."""
    try:
        when = When.parse_edtf(value)
    except Malformed:
        return None
    return when if when.earliest or when.latest else None
