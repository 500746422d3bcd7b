"""A custody entry says enough to be checked and nothing that exposes anybody."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heard.custody.acts import Act
from heard.custody.entry import (
    Detail,
    commit,
    enter,
    open_detail,
    read_detail,
    read_entry,
    read_opened,
    write_opened,
)
from heard.terms.errors import BrokenCustody, Malformed

SALT = bytes(range(32))
DETAIL = Detail(
    at=datetime(2026, 7, 1, 9, 30, 12, tzinfo=UTC),
    by="Aytan Məmmədli",
    reason="handed over by the lawyer",
    tool="heard 0.1.0",
    after="ab" * 32,
    facts={"form": "letter"},
)
ENTRY = enter(act=Act.RECEIVED, item="1" * 32, actor="2" * 32, sealed="cd" * 32, detail=DETAIL, salt=SALT)


def test_an_entry_comes_back_from_its_leaf() -> None:
    assert read_entry(ENTRY.leaf()) == ENTRY


@pytest.mark.parametrize("act", list(Act))
def test_every_act_can_be_entered_and_read_back(act: Act) -> None:
    assert read_entry(replace(ENTRY, act=act).leaf()).act == act


def test_a_leaf_holds_no_name_no_reason_no_time_of_day_and_no_hash_of_readable_content() -> None:
    leaf = ENTRY.leaf().decode()

    for secret in ("Aytan", "lawyer", "09:30", "ab" * 32, "letter"):
        assert secret not in leaf


def test_the_detail_opens_the_leaf_it_was_entered_with() -> None:
    assert open_detail(ENTRY, DETAIL.encoded(), salt=SALT) == DETAIL


@given(at=st.integers(0, len(DETAIL.encoded()) - 1), bit=st.integers(0, 7))
def test_any_altered_bit_of_a_detail_is_found(at: int, bit: int) -> None:
    altered = bytearray(DETAIL.encoded())
    altered[at] ^= 1 << bit

    with pytest.raises(BrokenCustody):
        open_detail(ENTRY, bytes(altered), salt=SALT)


def test_another_salt_does_not_open_the_leaf() -> None:
    with pytest.raises(BrokenCustody):
        open_detail(ENTRY, DETAIL.encoded(), salt=bytes(32))


def test_a_detail_of_another_day_is_refused_even_with_its_commitment() -> None:
    moved = replace(ENTRY, day=ENTRY.day + timedelta(days=1))

    with pytest.raises(BrokenCustody):
        open_detail(moved, DETAIL.encoded(), salt=SALT)


def test_the_day_is_counted_in_utc() -> None:
    baku = timezone(timedelta(hours=4))
    late = replace(DETAIL, at=datetime(2026, 7, 2, 1, 0, tzinfo=baku))

    entry = enter(act=Act.VIEWED, item="1" * 32, actor="2" * 32, sealed=None, detail=late, salt=SALT)

    assert entry.day.isoformat() == "2026-07-01"


def test_the_opened_form_carries_detail_and_salt() -> None:
    detail, salt = read_opened(write_opened(DETAIL.encoded(), salt=SALT))

    assert open_detail(ENTRY, detail, salt=salt) == DETAIL


@pytest.mark.parametrize(
    "change",
    [
        {"act": "Received"},
        {"act": 1},
        {"item": "x" * 32},
        {"actor": "2" * 31},
        {"day": "2026-7-1"},
        {"day": "20260701"},
        {"day": "2026-02-30"},
        {"sealed": "AB" * 32},
        {"sealed": ""},
        {"commitment": None},
        {"format": "heard custody entry 2"},
        {"more": 1},
    ],
    ids=str,
)
def test_a_leaf_of_another_form_is_refused(change: dict[str, object]) -> None:
    value = json.loads(ENTRY.leaf()) | change

    with pytest.raises(Malformed):
        read_entry(json.dumps(value, sort_keys=True, separators=(",", ":")).encode())


@pytest.mark.parametrize("wrong", [b"", b"\n", b" ", b"{}", b"null", b"\xff", b"[" * 60_000, b"x" * 70_000])
def test_anything_else_than_a_leaf_is_refused(wrong: bytes) -> None:
    with pytest.raises(Malformed):
        read_entry(wrong)


@pytest.mark.parametrize("left_over", [b"\n", b" ", b"\x00", b"{}"])
def test_anything_left_over_is_refused(left_over: bytes) -> None:
    for read, whole in ((read_entry, ENTRY.leaf()), (read_detail, DETAIL.encoded())):
        with pytest.raises(Malformed):
            read(whole + left_over)


@pytest.mark.parametrize(
    "wrong",
    [
        {"at": datetime(2026, 7, 1)},  # noqa: DTZ001 - a moment without a zone is what must be refused
        {"after": "ab"},
        {"facts": {"Bad name": "x"}},
        {"facts": {"count": 3}},
    ],
    ids=str,
)
def test_a_detail_that_cannot_be_kept_cannot_be_made(wrong: dict[str, object]) -> None:
    with pytest.raises(Malformed):
        replace(DETAIL, **wrong)  # type: ignore[arg-type]


def test_a_detail_past_the_limit_is_refused() -> None:
    with pytest.raises(Malformed):
        replace(DETAIL, reason="x" * 4_194_304).encoded()


def test_a_name_that_is_no_text_is_refused() -> None:
    with pytest.raises(Malformed):
        replace(DETAIL, by="\ud800").encoded()


def test_a_commitment_needs_a_whole_salt() -> None:
    with pytest.raises(Malformed):
        commit(DETAIL.encoded(), salt=b"short")
