"""One value, one sequence of bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heard.terms.canonical import LARGEST, canonical_bytes, read_canonical
from heard.terms.errors import Malformed

KEYS = st.text(st.characters(max_codepoint=127), max_size=5)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-LARGEST, LARGEST) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


@given(VALUES)
def test_a_value_reads_back_from_its_bytes(value):
    assert read_canonical(canonical_bytes(value)) == value


@given(st.dictionaries(KEYS, st.integers(0, 9), max_size=5))
def test_the_order_of_keys_does_not_matter(value):
    assert canonical_bytes(dict(reversed(value.items()))) == canonical_bytes(value)


def test_bytes_are_those_the_format_names():
    assert canonical_bytes({"b": [1, True, None], "a": "ə\n"}) == '{"a":"ə\\n","b":[1,true,null]}'.encode()


@pytest.mark.parametrize("value", [1.0, LARGEST + 1, {1: "a"}, {"ə": 1}, b"bytes", float("nan"), {"a": {1}}])
def test_what_the_format_cannot_carry_is_refused(value):
    with pytest.raises(Malformed):
        canonical_bytes(value)


@pytest.mark.parametrize(
    "encoded",
    [
        b"",
        b"{",
        b'{"a": 1}',
        b'{"b":1,"a":2}',
        b'{"a":1,"a":1}',
        b"1.0",
        b"[1]\n",
        b'"\\u0061"',
        b"\xff",
        b"\xef\xbb\xbf1",
    ],
)
def test_any_other_bytes_of_a_value_are_refused(encoded):
    with pytest.raises(Malformed):
        read_canonical(encoded)
