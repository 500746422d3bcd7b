"""The log in the database is the tree of RFC 6962, proves every entry, and notices every change."""

from datetime import UTC, datetime

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.storage import ITEM, lifted

from heard.custody.acts import Act
from heard.custody.checkpoint import open_checkpoint
from heard.custody.entry import Detail, enter
from heard.custody.tree import EMPTY_ROOT, leaf_hash, root_of, verify_consistency, verify_inclusion
from heard.records import keyring, log
from heard.records.models import CustodyEntry, CustodyTile
from heard.records.rehash import rehash
from heard.terms.errors import BrokenCustody, NotFound

pytestmark = pytest.mark.django_db

AT = datetime(2026, 7, 1, 12, tzinfo=UTC)


def entries(count: int) -> list[log.NewEntry]:
    detail = Detail(at=AT, by="Aytan M.", reason="", tool="heard test")
    salt = bytes(32)
    entry = enter(act=Act.VIEWED, item=ITEM, actor=ITEM, sealed=None, detail=detail, salt=salt)
    return [log.NewEntry(entry=entry, at=AT, detail=detail.encoded(), salt=salt)] * count


def grow(*counts: int) -> None:
    for count in counts:
        with transaction.atomic():
            log.append(entries(count), onto=log.hold_head())


def hashes() -> list[bytes]:
    return [leaf_hash(leaf) for _, leaf in log.leaves(range(log.head().size))]


def test_an_empty_log_has_the_empty_root() -> None:
    assert log.head().root() == EMPTY_ROOT
    with pytest.raises(NotFound):
        log.last_checkpoint()


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(counts=st.lists(st.integers(1, 300), min_size=1, max_size=4), data=st.data())
def test_every_entry_is_proven_at_every_size_however_the_log_grew(counts: list[int], data: st.DataObject) -> None:
    with transaction.atomic():
        grow(*counts)
        leaves = hashes()
        size = data.draw(st.integers(1, len(leaves)))
        index = data.draw(st.integers(0, size - 1))
        old = data.draw(st.integers(1, size))

        root, old_root = log.root(size), log.root(old)

        assert root == root_of(leaves[:size])
        verify_inclusion(leaves[index], index=index, size=size, path=log.inclusion(index, size=size), root=root)
        path = log.consistency(old_size=old, new_size=size)
        verify_consistency(old_size=old, old_root=old_root, new_size=size, new_root=root, path=path)
        transaction.set_rollback(True)


def test_a_checkpoint_is_signed_by_the_home_and_covers_the_log() -> None:
    grow(3)

    log.checkpoint(log.head(), at=AT)

    said = open_checkpoint(log.last_checkpoint(), key=keyring.log_signer().verifier)
    assert (said.size, said.root) == (3, root_of(hashes()))


def test_a_sound_log_rehashes() -> None:
    grow(255, 2, 300)
    log.checkpoint(log.head(), at=AT)
    grow(1)

    assert rehash() == log.head()


def test_a_proof_reads_a_few_tiles_however_long_the_log(django_assert_max_num_queries: object) -> None:
    grow(2000)

    with django_assert_max_num_queries(4):  # type: ignore[operator]  # a fixture without a named type
        log.inclusion(1234, size=2000)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ('DELETE FROM custody_detail WHERE entry_id = 300; DELETE FROM custody_entry WHERE "index" = 300', "missing"),
        ("UPDATE custody_entry SET actor = 'b' WHERE \"index\" = 300", "entry"),
        ("UPDATE custody_entry SET at = '2026-07-02 12:00:00+00:00' WHERE \"index\" = 300", "entry"),
        ('UPDATE custody_entry SET leaf_hash = (SELECT root FROM custody_checkpoint) WHERE "index" = 300', "leaf"),
        ("UPDATE custody_detail SET salt = (SELECT root FROM custody_checkpoint) WHERE entry_id = 300", "commitment"),
        ("UPDATE custody_tile SET hashes = (SELECT root FROM custody_checkpoint)", "tile"),
        ("DELETE FROM custody_tile", "tile"),
        ('UPDATE custody_head SET peaks = (SELECT leaf_hash FROM custody_entry WHERE "index" = 0)', "head"),
        ("UPDATE custody_checkpoint SET size = 300", "checkpoint"),
        ("UPDATE custody_checkpoint SET note = replace(note, 'heard/', 'heard/0')", "checkpoint"),
    ],
)
def test_any_change_behind_the_back_is_found(change: str, what: str) -> None:
    grow(512)
    log.checkpoint(log.head(), at=AT)
    with lifted() as cursor:
        for statement in change.split("; "):
            cursor.execute(statement)

    with pytest.raises(BrokenCustody) as found:
        rehash()
    assert found.value.args[0] == what


def test_a_log_cut_short_is_found() -> None:
    grow(300)
    log.checkpoint(log.head(), at=AT)
    with lifted() as cursor:
        cursor.execute("DELETE FROM custody_detail WHERE entry_id = 299")
        cursor.execute('DELETE FROM custody_entry WHERE "index" = 299')

    with pytest.raises(BrokenCustody, match="head"):
        rehash()


def test_details_that_vanish_without_a_destruction_are_found() -> None:
    grow(3)
    log.destroy_details(ITEM)

    assert CustodyEntry.objects.filter(detail__isnull=False).count() == 0
    with pytest.raises(BrokenCustody) as found:
        rehash()
    assert found.value.args[:2] == ("detail", 0)


def test_one_row_a_256_entries_is_all_that_tiles_cost() -> None:
    grow(*[64] * 9)

    assert CustodyTile.objects.count() == 2
    assert connection.in_atomic_block
