"""Comparing uncertain dates: yes, no, could be."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.terms.dates import whens

from heard.terms.when import Possibly, When, before, overlaps, same, within

YES, NO, COULD_BE = Possibly.YES, Possibly.NO, Possibly.COULD_BE


def when(text):
    return When.parse_edtf(text)


@given(whens(), whens())
def test_same_and_overlap_do_not_depend_on_order(one, other):
    assert same(one, other) == same(other, one)
    assert overlaps(one, other) == overlaps(other, one)


@given(whens(), whens())
def test_if_one_is_surely_before_the_other_is_surely_not(one, other):
    if before(one, other) is YES:
        assert before(other, one) is NO
        assert same(one, other) is overlaps(one, other) is within(one, other) is NO


@given(whens(), whens())
def test_what_is_surely_the_same_day_is_not_before_and_overlaps(one, other):
    if same(one, other) is YES:
        assert before(one, other) is NO
        assert overlaps(one, other) is YES


@given(whens(), whens(), st.integers(0, 400), st.integers(0, 400))
def test_an_answer_holds_for_every_pair_of_days_that_can_be_meant(one, other, first, second):
    days = [_some_day(one, first), _some_day(other, second)]
    if before(one, other) is not COULD_BE:
        assert (days[0] < days[1]) == (before(one, other) is YES)
    if same(one, other) is not COULD_BE:
        assert (days[0] == days[1]) == (same(one, other) is YES)


def _some_day(date, number):
    if date.earliest is None:
        return date.latest - timedelta(days=number)
    day = date.earliest + timedelta(days=number)
    return min(day, date.latest) if date.latest else day


@pytest.mark.parametrize(
    ("question", "one", "other", "answer"),
    [
        (before, "2024-05", "2024-06", YES),
        (before, "2024-06", "2024-06-15", COULD_BE),
        (before, "2024-06-15", "2024-06-15", NO),
        (before, "2024-06~", "2024-07-10", COULD_BE),
        (before, "2013-11-20/..", "2014", COULD_BE),
        (same, "2024-06", "2024-06", COULD_BE),
        (same, "2024-06-05", "2024-06-05", YES),
        (same, "2024-06-05", "2024-06", COULD_BE),
        (same, "2024-06-05", "2024-07", NO),
        (within, "2024-05", "2024-01/2024-06", YES),
        (within, "2024-05", "2024-01/2024-04", NO),
        (within, "2024-05~", "2024-05", COULD_BE),
        (within, "2024", "2024-01/2024-06", COULD_BE),
        (within, "2024-05", "2024~", COULD_BE),
        (within, "2023-01", "2023-24", COULD_BE),
        (within, "XXXX-05-03", "2024", COULD_BE),
        (overlaps, "2024-01/2024-06", "2024-05-03/2024-09", YES),
        (overlaps, "2024-01/2024-06", "2024-06", COULD_BE),
        (overlaps, "2024-01/2024-06", "2024-03", YES),
        (overlaps, "2013-11-20/..", "2024-06", COULD_BE),
        (overlaps, "2013", "2014", NO),
    ],
)
def test_an_answer_says_only_what_is_known(question, one, other, answer):
    assert question(when(one), when(other)) is answer
