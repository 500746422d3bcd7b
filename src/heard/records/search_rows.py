"""Rows of the word index that hold what is wanted: as written first, newest first, a page at a time."""

from dataclasses import dataclass

from django.db import connection, transaction

from heard.records.queries.cursors import read_cursor, write_cursor
from heard.records.queries.pages import COUNTED, PAGE, Count
from heard.records.search_terms import Wanted

Values = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Among:
    """Which index to look in, and what its rows must be besides: `condition` is SQL, with `values`."""

    table: str
    condition: str = ""
    values: Values = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Row numbers in order with whether they hold the words as written, how many there are, and where to go on."""

    rows: tuple[tuple[int, bool], ...]
    total: Count
    after: str


def find(wanted: Wanted, among: Among, after: str) -> Found:
    """One page of rows."""
    tier, below = read_cursor(after, 2) if after else (0, 0)
    numbers = [_page(wanted, among, exact=True, below=below)] if tier == 0 else [[]]
    left = PAGE + 1 - len(numbers[0])
    numbers.append(_page(wanted, among, exact=False, below=below if tier else 0)[:left] if left else [])
    rows = [(row, True) for row in numbers[0]] + [(row, False) for row in numbers[1]]
    last = rows[PAGE - 1] if len(rows) > PAGE else None
    return Found(
        rows=tuple(rows[:PAGE]),
        total=_total(wanted, among),
        after=write_cursor(0 if last[1] else 1, last[0]) if last else "",
    )


def _page(wanted: Wanted, among: Among, *, exact: bool, below: int) -> list[int]:
    condition, values = _matching(wanted, exact=exact)
    if below:
        condition, values = f"{condition} AND rowid < %s", (*values, below)
    return _newest(among, condition, values)


def _total(wanted: Wanted, among: Among) -> Count:
    if connection.vendor == "postgresql":
        condition, values = "sounds @@ %s::tsquery", (wanted.tsquery_heard,)
    else:
        condition, values = f"{among.table} MATCH %s", (wanted.fts_heard,)
    number = _count(among, condition, values)
    return Count(number=min(number, COUNTED), more=number > COUNTED)


def _matching(wanted: Wanted, *, exact: bool) -> tuple[str, Values]:
    """SQL for the rows that hold the words as written, or only in another spelling."""
    if connection.vendor == "postgresql":
        if exact:
            return "words @@ %s::tsquery", (wanted.tsquery_written,)
        return "sounds @@ %s::tsquery AND NOT words @@ %s::tsquery", (wanted.tsquery_heard, wanted.tsquery_written)
    if exact:
        return "{table} MATCH %s", (wanted.fts_written,)
    return "{table} MATCH %s", (f"({wanted.fts_heard}) NOT ({wanted.fts_written})",)


def _newest(among: Among, condition: str, values: Values) -> list[int]:
    order = f"SELECT rowid FROM {among.table} WHERE {_all(among, condition)} ORDER BY rowid DESC LIMIT {PAGE + 1}"
    parameters = (*values, *among.values)
    if connection.vendor != "postgresql":
        return _rows(order, parameters)
    if _count(among, condition, values) <= COUNTED:
        chosen = f"SELECT rowid FROM {among.table} WHERE {_all(among, condition)}"
        return _rows(
            f"WITH few AS MATERIALIZED ({chosen}) SELECT rowid FROM few ORDER BY rowid DESC LIMIT {PAGE + 1}",
            parameters,
        )
    with transaction.atomic():  # common words: read backwards from the newest, and stop when the page is full
        _run("SET LOCAL enable_bitmapscan = off")
        found = _rows(order, parameters)
        _run("SET LOCAL enable_bitmapscan = on")
    return found


def _count(among: Among, condition: str, values: Values) -> int:
    """How many rows, counted to one more than the limit."""
    few = f"SELECT 1 FROM {among.table} WHERE {_all(among, condition)} LIMIT {COUNTED + 1}"
    return _rows(f"SELECT count(*) FROM ({few}) AS few", (*values, *among.values))[0]


def _all(among: Among, condition: str) -> str:
    said = condition.format(table=among.table)
    return f"{said} AND {among.condition}" if among.condition else said


def _rows(statement: str, parameters: Values) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return [row[0] for row in cursor.fetchall()]


def _run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
