"""Dates as values: EDTF there and back, bounds, and what is refused."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.terms.dates import durations, points, whens
from undate import Undate

from heard.terms.errors import Malformed
from heard.terms.when import Duration, Number, Point, Precision, When


@given(whens())
def test_edtf_gives_the_same_date_back(when):
    assert When.parse_edtf(when.edtf) == when


@given(whens(year=st.none()))
def test_edtf_gives_a_date_without_its_year_back(when):
    assert When.parse_edtf(when.edtf) == when


@given(whens())
def test_the_earliest_day_is_not_after_the_latest(when):
    assert when.earliest is None or when.latest is None or when.earliest <= when.latest


@settings(deadline=None)
@given(points().filter(lambda point: point.precision is not Precision.SEASON))
def test_bare_bounds_are_those_an_independent_library_gives(point):
    bare = When.at(Point(year=point.year, month=point.month, day=point.day, decade=point.decade))
    other = Undate.parse(bare.edtf, "EDTF")
    assert (str(other.earliest), str(other.latest)) == (str(bare.earliest), str(bare.latest))


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2024-06", date(2024, 6, 1), date(2024, 6, 30)),
        ("2013-11-22", date(2013, 11, 22), date(2013, 11, 22)),
        ("2024-01/2024-06", date(2024, 1, 1), date(2024, 6, 30)),
        ("2023-22", date(2023, 6, 1), date(2023, 8, 31)),
        ("2023-24", date(2022, 12, 1), date(2024, 2, 29)),
        ("2013-11-20/..", date(2013, 11, 20), None),
        ("2021/", date(2021, 1, 1), None),
        ("2024-06~", date(2024, 5, 1), date(2024, 7, 31)),
        ("XXXX-07-23", None, None),
    ],
)
def test_bounds_keep_what_the_source_said_and_no_more(edtf, earliest, latest):
    when = When.parse_edtf(edtf)
    assert (when.earliest, when.latest) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    ["", "/", "../..", "2023-02-30", "2024-13", "2024-06/2024-01", "0000", "June", "2024-6", "199X-01", "٢٠٢٤",
     "2024-06 ", "2024/2025/2026", "XXXX", "2024~~", "XXXX-06/2024-07", "2024-22-03"],
)  # fmt: skip
def test_what_is_no_date_is_refused(text):
    with pytest.raises(Malformed):
        When.parse_edtf(text)


def test_iso_leaves_doubt_out_and_an_open_side_empty():
    assert When.parse_edtf("2021~/..").iso == "2021/"


def test_a_missing_year_is_filled_in_and_a_range_may_cross_new_year():
    assert str(When.parse_edtf("XXXX-12-20/XXXX-01-10").in_year(2023)) == "2023-12-20/2024-01-10"


def test_a_day_that_a_year_lacks_is_refused():
    with pytest.raises(Malformed):
        When.parse_edtf("XXXX-02-29").in_year(2023)


@given(durations())
def test_a_duration_reads_back_as_written(duration):
    assert Duration.parse(str(duration)) == duration


@pytest.mark.parametrize(
    "text", ["", "P", "PT", "P7", "7Y", "P7Y+3", ">P90D", "+P90D", "P1D/P2D/P3D", "P90D+/P2D", "p7y", "P-1D", "P٧Y"]
)
def test_what_is_no_duration_is_refused(text):
    with pytest.raises(Malformed):
        Duration.parse(text)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("P90D", (90, 90)),
        ("P90D+", (91, None)),
        (">=P90D", (90, None)),
        ("P3M", (84, 93)),
        ("P15D/P30D", (15, 30)),
        ("life", (0, None)),
    ],
)
def test_days_of_a_duration_are_bounded(text, bounds):
    assert Duration.parse(text).day_bounds == bounds


@pytest.mark.parametrize("text", ["58", ">80", ">=9", "~150", "<12", "<=30"])
def test_a_number_reads_back_as_written(text):
    assert str(Number.parse(text)) == text


@pytest.mark.parametrize("text", ["", ">", "=9", "9>", "-3", "1.5", "٩", "=>9"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(Malformed):
        Number.parse(text)
