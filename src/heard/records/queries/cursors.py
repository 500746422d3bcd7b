"""Where a list goes on, as a short text that pages carry; and counts that stop at a limit."""

from typing import Any

from django.db.models import QuerySet

from heard.records.queries.pages import COUNTED, Count
from heard.terms.errors import Malformed


def write_cursor(*parts: int | str) -> str:
    """The place after which the next page begins."""
    return ".".join(str(part) for part in parts)


def read_cursor(after: str, parts: int) -> tuple[int, ...]:
    """The numbers of a cursor; raises Malformed for anything else."""
    found = after.split(".")
    if len(found) != parts or not all(part.isascii() and part.isdigit() and len(part) < 19 for part in found):
        raise Malformed("place in a list")
    return tuple(int(part) for part in found)


def counted(rows: QuerySet[Any]) -> Count:
    """How many rows, counted to the limit and no further."""
    number = rows.order_by().values("pk")[: COUNTED + 1].count()
    return Count(number=min(number, COUNTED), more=number > COUNTED)
