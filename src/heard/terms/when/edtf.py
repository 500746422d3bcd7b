"""Dates in EDTF (ISO 8601-2, as the Library of Congress writes it): level 0, and of level 1 what sources need."""

import re

from heard.terms.errors import Malformed
from heard.terms.when.point import Point

_POINT = re.compile(
    r"(?:(?P<decade>\d{3})X|(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?)(?P<doubt>[?~%])?", re.ASCII
)
OPEN = ".."


def read_interval(text: str) -> tuple[Point | None, Point | None]:
    """The two ends of an EDTF date or interval, None where open; raises Malformed for anything else."""
    first, slash, second = text.partition("/")
    if not slash:
        point = read_point(first)
        return point, point
    return _side(first), _side(second)


def read_point(text: str) -> Point:
    """The point that `text` writes in EDTF; raises Malformed for anything else."""
    found = _POINT.fullmatch(text)
    if not found:
        raise Malformed("EDTF", text)
    doubt = found["doubt"] or ""
    return Point(
        year=_year(found),
        month=int(found["month"]) if found["month"] else None,
        day=int(found["day"]) if found["day"] else None,
        decade=bool(found["decade"]),
        approximate=doubt in ("~", "%"),
        uncertain=doubt in ("?", "%"),
    )


def _year(found: re.Match[str]) -> int | None:
    if found["decade"]:
        return int(found["decade"]) * 10
    return None if found["year"] == "XXXX" else int(found["year"])


def _side(text: str) -> Point | None:
    return None if text in ("", OPEN) else read_point(text)


def interval_written(start: Point | None, end: Point | None, *, open_side: str = OPEN) -> str:
    """EDTF for these two ends; equal ends are one date."""
    if start == end and start is not None:
        return point_written(start)
    return "/".join(point_written(side) if side else open_side for side in (start, end))


def point_written(point: Point) -> str:
    """EDTF for this point."""
    doubt = ("%" if point.approximate else "?") if point.uncertain else ("~" if point.approximate else "")
    if point.decade and point.year is not None:
        return f"{point.year // 10:03d}X{doubt}"
    year = "XXXX" if point.year is None else f"{point.year:04d}"
    parts = [year, *(f"{part:02d}" for part in (point.month, point.day) if part is not None)]
    return "-".join(parts) + doubt
