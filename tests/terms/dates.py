"""Values for the tests of dates: any When, any Duration."""

from hypothesis import strategies as st

from heard.terms.errors import Malformed
from heard.terms.when import Duration, Point, When

YEARS = st.integers(1000, 2400)


@st.composite
def points(draw: st.DrawFn, *, year: st.SearchStrategy[int | None] = YEARS) -> Point:
    said = draw(year)
    marks = {"approximate": draw(st.booleans()), "uncertain": draw(st.booleans())}
    kind = draw(st.sampled_from(["day", "month", "season", "year", "decade"] if said else ["day", "month"]))
    match kind:
        case "day":
            return Point(year=said, month=draw(st.integers(1, 12)), day=draw(st.integers(1, 28)), **marks)
        case "month":
            return Point(year=said, month=draw(st.integers(1, 12)), **marks)
        case "season":
            return Point(year=said, month=draw(st.integers(21, 24)), **marks)
        case "year":
            return Point(year=said, **marks)
        case _:
            return Point(year=(said or 0) // 10 * 10, decade=True, **marks)


@st.composite
def whens(draw: st.DrawFn, *, year: st.SearchStrategy[int | None] = YEARS) -> When:
    start, end = draw(points(year=year)), draw(points(year=year))
    kind = draw(st.sampled_from(["one", "one", "range", "since", "until"]))
    match kind:
        case "one":
            return When.at(start)
        case "since":
            return When(start=start, end=None)
        case "until":
            return When(start=None, end=end)
        case _:
            try:
                return When(start=start, end=end)
            except Malformed:
                return When.at(end)


COUNTS = st.integers(0, 120)


@st.composite
def durations(draw: st.DrawFn) -> Duration:
    if draw(st.integers(0, 9)) == 0:
        return Duration(life=True)
    parts = ("years", "months", "weeks", "days", "hours", "minutes")
    chosen = draw(st.lists(st.sampled_from(parts), min_size=1, max_size=3, unique=True))
    amounts = {part: draw(st.integers(1, 120)) for part in chosen}
    return Duration(
        **{part: amounts.get(part, 0) for part in parts}, sign=draw(st.sampled_from(["", ">", ">=", "<", "<=", "~"]))
    )
