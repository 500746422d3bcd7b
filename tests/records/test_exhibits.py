"""Exhibits are sealed before they reach the disk, found when altered, and can be destroyed for good."""

from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from django.db import connection
from tests.storage import DATABASE, lifted

from heard.custody.acts import Act
from heard.procedures.doing import procedure
from heard.records import exhibits
from heard.records.home import current_home
from heard.records.models import ItemKey
from heard.records.rehash import rehash
from heard.register.member import Member, MemberRole
from heard.terms.errors import BrokenCustody, NotFound

pytestmark = pytest.mark.django_db

BY = Member(key="a" * 32, name="Aytan M.", role=MemberRole.DOCUMENTER)
FORMS = ("utf-8", "utf-16-le", "utf-16-be")
LETTER = b"They came at night, and nobody asked." * 4000


def keep(content: bytes = LETTER) -> str:
    with procedure(by=BY, needs="account.add") as doing:
        item = doing.new_id()
        file = exhibits.seal_file([content], item=item)
        doing.undo_outside(file.remove)
        entry = doing.log(act=Act.SEALED, item=item, after=file.content_sha256, sealed=file.sealed_sha256)
        exhibits.record(file, entry=entry)
    return item


def shred(item: str) -> None:
    with procedure(by=BY, needs="exhibit.shred") as doing:
        exhibits.shred(item)
        doing.log(act=Act.DESTROYED, item=item)


def sealed_path(item: str) -> Path:
    sealed = ItemKey.objects.get(item=item).sealed
    return current_home().exhibits / sealed[:2] / f"{sealed}.age"


@pytest.mark.parametrize("content", [b"", LETTER], ids=["empty", "letter"])
def test_an_exhibit_is_read_back_byte_for_byte(content: bytes) -> None:
    item = keep(content)

    assert b"".join(exhibits.read(item)) == content
    assert exhibits.check(item) == sha256(content).hexdigest()
    assert item in exhibits.items()


def test_the_sealed_file_is_private_and_says_nothing() -> None:
    path = sealed_path(keep())

    assert path.stat().st_mode & 0o077 == 0
    assert b"nobody asked" not in path.read_bytes()
    assert path.stem == sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("place", [30, 1800, 50_000])
def test_an_altered_exhibit_is_found(place: int) -> None:
    item = keep()
    altered = bytearray(sealed_path(item).read_bytes())
    altered[place] ^= 1
    sealed_path(item).write_bytes(altered)

    with pytest.raises(BrokenCustody):
        exhibits.check(item)
    with pytest.raises(BrokenCustody):
        list(exhibits.read(item))


def test_a_lost_exhibit_is_found() -> None:
    item = keep()
    sealed_path(item).unlink()

    with pytest.raises(BrokenCustody):
        exhibits.check(item)


def test_one_exhibit_does_not_stand_in_for_another() -> None:
    letter, note = keep(), keep(b"another")
    sealed_path(letter).write_bytes(sealed_path(note).read_bytes())

    with pytest.raises(BrokenCustody):
        list(exhibits.read(letter))


def test_another_file_put_in_an_exhibits_place_is_found() -> None:
    item = keep()
    forged = exhibits.seal_file([b"nothing happened"], item=item)
    with lifted() as cursor:
        cursor.execute("DELETE FROM item_key WHERE item = %s", [item])
    exhibits.record(forged, entry=0)

    assert b"".join(exhibits.read(item)) == b"nothing happened"
    with pytest.raises(BrokenCustody):
        exhibits.check(item)


@pytest.mark.django_db(transaction=True)
def test_a_destroyed_exhibit_is_gone_and_the_log_stays_whole() -> None:
    item = keep()
    path = sealed_path(item)

    shred(item)

    assert not path.exists()
    assert rehash().size == 2
    with pytest.raises(NotFound):
        list(exhibits.read(item))


@pytest.mark.django_db(transaction=True)
def test_destroying_that_fails_destroys_nothing() -> None:
    item = keep()

    def fail_half_way() -> None:
        with procedure(by=BY, needs="exhibit.shred"):
            exhibits.shred(item)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()

    assert b"".join(exhibits.read(item)) == LETTER


def test_a_failed_procedure_leaves_no_file() -> None:
    before = set(current_home().exhibits.rglob("*.age"))

    def failing() -> Iterator[bytes]:
        yield LETTER
        raise RuntimeError

    with pytest.raises(RuntimeError):
        exhibits.seal_file(failing(), item="0" * 32)

    assert set(current_home().exhibits.rglob("*.age")) == before
    assert not list(current_home().exhibits.glob(".unfinished*"))


def test_what_killed_runs_left_is_swept_and_nothing_else() -> None:
    item = keep()
    orphan = exhibits.seal_file([b"never recorded"], item="0" * 32)
    (current_home().exhibits / ".unfinished-1-aa").write_bytes(b"half")

    assert exhibits.sweep(before=datetime(2020, 1, 1, tzinfo=UTC)) == 0
    assert exhibits.sweep(before=datetime(2999, 1, 1, tzinfo=UTC)) >= 2
    assert b"".join(exhibits.read(item)) == LETTER
    assert not (current_home().exhibits / orphan.sealed_sha256[:2] / f"{orphan.sealed_sha256}.age").exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(DATABASE != "sqlite", reason="about the files of a home; a server keeps its own")
def test_whoever_takes_the_folder_reads_nothing() -> None:
    planted = "Ülvi said that the guard of block four took the letter"
    with procedure(by=BY, needs="account.add") as doing:
        file = exhibits.seal_file([planted.encode() * 50], item=doing.new_id())
        entry = doing.log(act=Act.SEALED, item=file.item, reason=planted, sealed=file.sealed_sha256)
        exhibits.record(file, entry=entry)

    database = Path(str(connection.settings_dict["NAME"])).name
    files = [path for path in current_home().path.rglob("*") if path.is_file()]
    stolen = b"".join(path.read_bytes() for path in files)

    assert {"home.json", database, f"{database}-wal"} <= {path.name for path in files}
    assert not any(words.encode(form) in stolen for words in (planted, "block four", BY.name) for form in FORMS)
    assert b"SQLite format" not in stolen
    assert b"CREATE TABLE" not in stolen
