"""A procedure does all of its verb, with its custody entries, or nothing."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.db import DatabaseError

from heard.custody.acts import Act
from heard.custody.checkpoint import open_checkpoint
from heard.custody.entry import open_detail, read_entry
from heard.procedures.checkpoint_log import checkpoint_log
from heard.procedures.doing import Surroundings, procedure, surrounded_by
from heard.procedures.permissions import KNOWN, may
from heard.records import keyring, log
from heard.records.models import CustodyDetail, CustodyEntry, ItemKey
from heard.records.rehash import rehash
from heard.register.member import Member, MemberRole
from heard.terms.errors import NotPermitted

pytestmark = pytest.mark.django_db

ITEM = "0" * 31 + "1"
NOON = datetime(2026, 7, 1, 12, 0, 0, 123456, tzinfo=timezone(timedelta(hours=4)))


def member(role: MemberRole) -> Member:
    return Member(key="a" * 32, name="Aytan M.", role=role)


DOCUMENTER = member(MemberRole.DOCUMENTER)


def keep_something(by: Member = DOCUMENTER, needs: str = "account.add") -> None:
    with procedure(by=by, needs=needs) as doing:
        entry = doing.log(act=Act.SEALED, item=ITEM)
        ItemKey.objects.create(item=ITEM, wrapped=b"", sealed="f" * 64, sealed_size=0, entry_id=entry)


def test_a_row_points_at_the_entry_written_with_it() -> None:
    keep_something()

    assert read_entry(bytes(ItemKey.objects.get().entry.leaf)).act == Act.SEALED


def test_the_detail_opens_the_leaf_and_stays_out_of_it() -> None:
    with surrounded_by(Surroundings(clock=lambda: NOON)), procedure(by=DOCUMENTER, needs="account.view") as doing:
        doing.log(act=Act.VIEWED, item=ITEM, reason="to translate it")
    row = CustodyEntry.objects.get()

    detail = open_detail(read_entry(bytes(row.leaf)), bytes(row.detail.detail), salt=bytes(row.detail.salt))

    assert (detail.by, detail.reason, detail.at) == (
        DOCUMENTER.key,
        "to translate it",
        datetime(2026, 7, 1, 8, tzinfo=UTC),
    )
    assert b"Aytan" not in bytes(row.leaf)
    assert b"translate" not in bytes(row.leaf)


def test_a_member_who_may_not_leaves_no_trace() -> None:
    with pytest.raises(NotPermitted):
        keep_something(by=member(MemberRole.ADMINISTRATOR))

    assert not ItemKey.objects.exists()
    assert log.head().size == 0


def test_whatever_goes_wrong_nothing_is_written() -> None:
    keep_something()
    undone: list[str] = []

    def fail_half_way() -> None:
        with procedure(by=DOCUMENTER, needs="account.add") as doing:
            doing.undo_outside(lambda: undone.append("file"))
            doing.log(act=Act.SEALED, item=ITEM)
            doing.settle()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()

    assert log.head().size == CustodyEntry.objects.count() == CustodyDetail.objects.count() == 1
    assert undone == ["file"]


@pytest.mark.django_db(transaction=True)
def test_the_database_refuses_a_row_without_its_entry() -> None:
    with pytest.raises(DatabaseError), procedure(by=DOCUMENTER, needs="account.add"):
        ItemKey.objects.create(item=ITEM, wrapped=b"", sealed="f" * 64, sealed_size=0, entry_id=0)

    assert not ItemKey.objects.exists()


def test_the_same_surroundings_give_the_same_log() -> None:
    fixed = Surroundings(clock=lambda: NOON, new_id=lambda: ITEM, new_salt=lambda: bytes(32), tool="heard test")

    with surrounded_by(fixed), procedure(by=DOCUMENTER, needs="account.add") as doing:
        doing.log(act=Act.ACCOUNT_ADDED, item=doing.new_id(), facts={"form": "letter"})

    assert log.head().root().hex() == "95b79c8efd7ca776744164371160205e39dc6b2ebdc6191251a130d1c1b19116"


CONTENT = sorted(
    name for name in KNOWN if name.split(".")[0] not in {"member", "setting", "session", "home", "custody"}
)


@pytest.mark.parametrize("permission", CONTENT)
def test_an_administrator_never_reaches_content(permission: str) -> None:
    assert not may(member(MemberRole.ADMINISTRATOR), permission)


@pytest.mark.parametrize("permission", ["member.add", "setting.change", "finding.approve"])
def test_a_documenter_neither_administers_nor_approves(permission: str) -> None:
    assert not may(DOCUMENTER, permission)


@pytest.mark.parametrize("permission", ["draft.decide", "judgement.make", "finding.record", "member.change"])
def test_a_machine_reads_and_decides_nothing(permission: str) -> None:
    assert not may(member(MemberRole.MACHINE), permission)


def test_a_procedure_calls_no_other() -> None:
    with pytest.raises(AssertionError, match="one verb"), procedure(by=DOCUMENTER, needs="account.view"):
        keep_something()

    assert log.head().size == 0
    keep_something()


def test_a_checkpoint_covers_the_entry_about_itself() -> None:
    keep_something()

    said = open_checkpoint(checkpoint_log(by=DOCUMENTER), key=keyring.log_signer().verifier)

    assert (said.size, said.root) == (2, log.head().root())
    assert rehash() == log.head()
