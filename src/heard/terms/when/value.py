"""A date as a source gives it: with its own precision, "about", and open ends."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from heard.terms.errors import Malformed
from heard.terms.when.edtf import interval_written, read_interval
from heard.terms.when.point import Point, Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A time between `start` and `end`, both counted in; None is an open side.

    A date without a range has equal ends. What happened lies between `earliest` and `latest`;
    nothing says that it filled them. `str(when)` is EDTF, level 1, plus `XXXX-MM-DD` for a year not said.
    """

    start: Point | None
    end: Point | None

    def __post_init__(self) -> None:
        if self.start is None and self.end is None:
            raise Malformed("date", "open on both sides")
        if self.start and self.end and (self.start.year is None) != (self.end.year is None):
            raise Malformed("date", "one year only")
        first, last = self.start and self.start.first, self.end and self.end.last
        if first and last and first > last:
            raise Malformed("date", str(self))

    @classmethod
    def at(cls, point: Point) -> Self:
        """The date that is this one point."""
        return cls(start=point, end=point)

    @classmethod
    def on(cls, day: date) -> Self:
        """This one day of the calendar."""
        return cls.at(Point(year=day.year, month=day.month, day=day.day))

    @classmethod
    def parse_edtf(cls, text: str) -> Self:
        """Read an EDTF date or interval; raises Malformed for what is not one, or not in the levels kept here."""
        start, end = read_interval(text)
        return cls(start=start, end=end)

    @property
    def edtf(self) -> str:
        return interval_written(self.start, self.end)

    def __str__(self) -> str:
        return self.edtf

    @property
    def iso(self) -> str:
        """ISO 8601 as the reading sets write it: no marks of doubt, an open side left empty, a season as its months."""
        return interval_written(self.start and _bare(self.start), self.end and _bare(self.end), open_side="")

    @property
    def is_one_point(self) -> bool:
        return self.start == self.end

    @property
    def is_placed(self) -> bool:
        """Whether its year is known."""
        point = self.start or self.end
        return point is not None and point.year is not None

    @property
    def is_approximate(self) -> bool:
        return any(point.approximate for point in (self.start, self.end) if point)

    @property
    def is_uncertain(self) -> bool:
        return any(point.uncertain for point in (self.start, self.end) if point)

    @property
    def precision(self) -> Precision | None:
        """How fine a single date is; None for an interval."""
        return self.start.precision if self.start and self.is_one_point else None

    @property
    def earliest(self) -> date | None:
        """The first day it can mean, "about" included; None when open or the year is not said."""
        return self.start.earliest if self.start else None

    @property
    def latest(self) -> date | None:
        """The last day it can mean, "about" included; None when open or the year is not said."""
        return self.end.latest if self.end else None

    def in_year(self, year: int) -> Self:
        """The same date with its missing year filled in; raises Malformed when that year has no such day."""
        if self.is_placed:
            return self
        start = replace(self.start, year=year) if self.start else None
        end = replace(self.end, year=year) if self.end else None
        if start and end and start.month and end.month and start.month > end.month:
            end = replace(end, year=year + 1)
        return replace(self, start=start, end=end)


def _bare(point: Point) -> Point:
    return replace(point, approximate=False, uncertain=False)
