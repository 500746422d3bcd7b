"""How long, as a source says it: seven years and three months, over 90 days, life."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from heard.terms.errors import Malformed
from heard.terms.when.number import SIGNS

_FORM = re.compile(
    r"P(?=[\dT])(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?"
    r"(?:T(?=\d)(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?)?",
    re.ASCII,
)
_PARTS = ("years", "months", "weeks", "days", "hours", "minutes")
#: The fewest and the most days of one of each.
_DAYS = {"years": (365, 366), "months": (28, 31), "weeks": (7, 7), "days": (1, 1), "hours": (0, 1), "minutes": (0, 1)}
LIFE = "life"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """A length of time; `sign` is what the source adds (more than, at least, about), `upto` the far end of a range.

    `str(duration)`: `P7Y3M`, `P90D+` (over), `>=P90D`, `<P3M`, `~P2W`, `P15D/P30D`, `life`.
    """

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0
    hours: int = 0
    minutes: int = 0
    life: bool = False
    sign: str = ""
    upto: "Duration | None" = None

    def __post_init__(self) -> None:
        amounts = [getattr(self, part) for part in _PARTS]
        if min(amounts) < 0 or self.sign not in SIGNS or (self.life and (any(amounts) or self.sign or self.upto)):
            raise Malformed("duration")
        if self.upto and (self.sign or self.upto.sign or self.upto.upto or self.upto.life):
            raise Malformed("duration", "range")

    @classmethod
    def of(cls, amounts: Mapping[str, int]) -> Self:
        """So many `years`, `months`, `weeks`, `days`, `hours`, `minutes`; what is not named is none."""
        years, months, weeks, days, hours, minutes = (amounts.get(part, 0) for part in _PARTS)
        return cls(years=years, months=months, weeks=weeks, days=days, hours=hours, minutes=minutes)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a duration as `str` writes it; raises Malformed for anything else."""
        if text == LIFE:
            return cls(life=True)
        if "/" in text:
            least, _, most = text.partition("/")
            return replace(cls.parse(least), upto=cls.parse(most))
        body = text.lstrip("<>=~")
        sign = text.removesuffix(body)
        if body.endswith("+") and not sign:
            body, sign = body[:-1], ">"
        elif sign == ">":
            raise Malformed("duration", text)
        found = _FORM.fullmatch(body)
        if not found:
            raise Malformed("duration", text)
        return replace(cls.of({part: int(found[part] or 0) for part in _PARTS}), sign=sign)

    def __str__(self) -> str:
        if self.life:
            return LIFE
        if self.upto:
            return f"{self._body}/{self.upto}"
        return f"{self._body}+" if self.sign == ">" else f"{self.sign}{self._body}"

    @property
    def _body(self) -> str:
        day_part = "".join(f"{getattr(self, part)}{part[0].upper()}" for part in _PARTS[:4] if getattr(self, part))
        time_part = "".join(f"{getattr(self, part)}{part[0].upper()}" for part in _PARTS[4:] if getattr(self, part))
        return f"P{day_part}" + (f"T{time_part}" if time_part else "") if day_part or time_part else "P0D"

    @property
    def day_bounds(self) -> tuple[int, int | None]:
        """The fewest and most days it can be (a month has 28 to 31); None is no upper bound."""
        least = sum(getattr(self, part) * _DAYS[part][0] for part in _PARTS)
        most = sum(getattr(self, part) * _DAYS[part][1] for part in _PARTS)
        if self.life or self.sign in (">", ">="):
            return least + (self.sign == ">" and least == most), None
        if self.upto:
            return least, self.upto.day_bounds[1]
        if self.sign in ("<", "<="):
            return 0, most
        return (least * 9 // 10, most * 11 // 10 + 1) if self.sign == "~" else (least, most)
