"""One end of a date: a day, month, season, year or decade as a source gives it, no finer."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from heard.terms.errors import Malformed

SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11)}
SPRING, WINTER = 21, 24


class Precision(StrEnum):
    """How fine a date is."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"


#: How far "about" may reach on each side, in days.
REACH = {
    Precision.DAY: 7,
    Precision.MONTH: 31,
    Precision.SEASON: 92,
    Precision.YEAR: 366,
    Precision.DECADE: 3653,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A day, month, season (month 21–24 as in EDTF), year or decade; `year` is None where it is not said."""

    year: int | None
    month: int | None = None
    day: int | None = None
    decade: bool = False
    approximate: bool = False
    uncertain: bool = False

    def __post_init__(self) -> None:
        if not self._is_sound():
            raise Malformed("date", str(self.year), str(self.month), str(self.day))

    def _is_sound(self) -> bool:
        if self.year is None and self.month is None:
            return False
        if self.year is not None and not 1 <= self.year <= 9998:
            return False
        if self.decade:
            return self.year is not None and self.year % 10 == 0 and self.month is None and self.day is None
        if self.month is None:
            return self.day is None
        if self.month in range(SPRING, WINTER + 1):
            return self.day is None
        leap = 2000 if self.year is None else self.year
        return 1 <= self.month <= 12 and (self.day is None or 1 <= self.day <= calendar.monthrange(leap, self.month)[1])

    @property
    def precision(self) -> Precision:
        if self.decade:
            return Precision.DECADE
        if self.day is not None:
            return Precision.DAY
        if self.month is None:
            return Precision.YEAR
        return Precision.SEASON if self.month >= SPRING else Precision.MONTH

    @property
    def first(self) -> date | None:
        """The first day it can mean, before `approximate` is weighed; None where the year is not said."""
        if self.year is None:
            return None
        if self.month == WINTER:
            return date(max(self.year - 1, 1), 12, 1)
        month = SEASONS[self.month][0] if self.month in SEASONS else self.month or 1
        return date(self.year, month, self.day or 1)

    @property
    def last(self) -> date | None:
        """The last day it can mean, before `approximate` is weighed; None where the year is not said."""
        if self.year is None:
            return None
        if self.month == WINTER:
            return date(self.year + 1, 3, 1) - timedelta(days=1)
        year = min(self.year + 9, 9998) if self.decade else self.year
        month = SEASONS[self.month][1] if self.month in SEASONS else self.month or 12
        return date(year, month, self.day or calendar.monthrange(year, month)[1])

    @property
    def earliest(self) -> date | None:
        """The first day it can mean; "about" reaches one step of its own precision further (a week for a day)."""
        first = self.first
        return _moved(first, -REACH[self.precision]) if first and self.approximate else first

    @property
    def latest(self) -> date | None:
        """The last day it can mean, "about" included."""
        last = self.last
        return _moved(last, REACH[self.precision]) if last and self.approximate else last


def _moved(day: date, days: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))
