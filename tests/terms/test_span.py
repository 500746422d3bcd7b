"""Where something is said, and that it is said there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heard.terms.errors import Malformed, Misquoted
from heard.terms.span import Quote, Span

TEXT = "Nərgiz Bayramlı 2024-cü ildə azad edildi."
PLACES = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT))).filter(lambda pair: pair[0] < pair[1])


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_a_span_covers_something(start, end):
    with pytest.raises(Malformed):
        Span(start=start, end=end)
    with pytest.raises(Malformed):
        Quote(start=start, end=end, text="")


@given(PLACES)
def test_a_true_quote_is_accepted(place):
    start, end = place
    Quote(start=start, end=end, text=TEXT[start:end]).require_in(TEXT)


@given(PLACES, st.text(min_size=1, max_size=len(TEXT)))
def test_a_misquote_is_refused(place, said):
    start, end = place
    if said == TEXT[start:end]:
        return
    with pytest.raises(Misquoted):
        Quote(start=start, end=end, text=said).require_in(TEXT)


def test_a_quote_beyond_the_text_is_refused():
    with pytest.raises(Misquoted):
        Quote(start=len(TEXT), end=len(TEXT) + 2, text="ab").require_in(TEXT)


@given(PLACES, PLACES)
def test_overlap_is_mutual_and_follows_from_containing(one, other):
    first, second = (Span(start=start, end=end) for start, end in (one, other))
    shared = set(range(*one)) & set(range(*other))
    assert first.overlaps(second) == second.overlaps(first) == bool(shared)
    assert first.contains(second) == (set(range(*other)) <= set(range(*one)))
