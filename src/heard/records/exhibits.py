"""Exhibits at rest: each file sealed to a key of its own, which can be destroyed while the log stays whole.

A sealed file is named by its own SHA-256. Its key is a random hybrid identity whose seed is kept in the register,
wrapped under the home's key with the item's identity as context, so that a copied database alone opens nothing.
"""

import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import connection, transaction
from django.db.models import QuerySet

from heard.custody.entry import read_entry
from heard.intake.age import seal, unseal
from heard.intake.keys import Identity
from heard.records import keyring, log
from heard.records.durable import UNFINISHED, keep_as, new_file, sync_folder
from heard.records.home import current_home
from heard.records.models import Exhibit, ItemKey
from heard.terms.errors import BrokenCustody, Malformed, NotFound, WrongKey

_NONCE = 12
_PIECE = 1 << 20
_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedFile:
    """A sealed file on the disk, not yet in the register: hashes and sizes of its content and of itself."""

    item: str
    content_sha256: str
    content_size: int
    sealed_sha256: str
    sealed_size: int
    wrapped: bytes = field(repr=False)

    def remove(self) -> None:
        """Take the file away again, when what it was for did not come about."""
        _path(self.sealed_sha256).unlink(missing_ok=True)


def seal_file(content: Iterable[bytes], *, item: str) -> SealedFile:
    """`content` sealed to a fresh key and safely on the disk; raises StorageFull and leaves nothing.

    Content passes through memory in pieces; nothing readable ever touches a disk. `record` makes it last.
    """
    identity, plain, outer = Identity.random(), _Measure(), _Measure()
    with new_file(current_home().exhibits) as (file, unfinished):
        for piece in outer.of(seal(plain.of(content), to=[identity.recipient])):
            file.write(piece)
        path = _path(outer.sha256)
        _make_folder(path.parent)
        keep_as(file, unfinished, path)
    return SealedFile(
        item=item,
        content_sha256=plain.sha256,
        content_size=plain.size,
        sealed_sha256=outer.sha256,
        sealed_size=outer.size,
        wrapped=_wrap(identity, item),
    )


def record(file: SealedFile, *, entry: int) -> None:
    """Enter the file's key into the register, with the index of the custody entry for it."""
    ItemKey.objects.create(
        item=file.item,
        wrapped=file.wrapped,
        sealed=file.sealed_sha256,
        sealed_size=file.sealed_size,
        entry_id=entry,
    )


def read(item: str) -> Iterator[bytes]:
    """The exhibit's content in pieces, each one authentic; whole only when the iteration ends without an error.

    Raises NotFound when there is no such exhibit or its key was destroyed; BrokenCustody when the file was altered.
    """
    key = _key(item)
    with _broken_named(item), _path(key.sealed).open("rb") as file:
        yield from unseal(file, identities=[_unwrap(bytes(key.wrapped), item)])


def sealed_bytes(item: str) -> Iterator[bytes]:
    """The sealed file as it lies on the disk, in pieces."""
    with _broken_named(item), _path(_key(item).sealed).open("rb") as file:
        yield from _pieces(file)


def check(item: str) -> str:
    """The SHA-256 of the exhibit's content, after the sealed file was found to be the very one that was sealed.

    Raises BrokenCustody where it was altered, cut short, lost, or is another than its custody entry tells of; NotFound
    where its key is gone.
    """
    outer, plain = _Measure(), _Measure()
    key = _key(item)
    outer.take(sealed_bytes(item))
    if not outer.sha256 == key.sealed == read_entry(bytes(key.entry.leaf)).sealed:
        raise BrokenCustody("exhibit", item)
    plain.take(read(item))
    return plain.sha256


def items() -> Iterator[str]:
    """The identity of every exhibit that was kept and not destroyed, in order, whether or not its key is there."""
    last = ""
    while found := sorted({*_page(ItemKey.objects.all(), "item", last), *_page(_kept(), "key", last)})[:_AT_ONCE]:
        yield from found
        last = found[-1]


def shred(item: str) -> None:
    """Destroy the exhibit's key and the private details of its entries: nobody can read it again, the log stays whole.

    To be called inside a procedure that logs this as destroyed. The sealed file goes when the transaction is lasting.
    """
    key = _key(item)
    path = _path(key.sealed)
    key.delete()
    log.destroy_details(item)
    transaction.on_commit(lambda: path.unlink(missing_ok=True))
    transaction.on_commit(_scrub)


def sweep(*, before: datetime) -> int:
    """How many files, left by runs that were killed before `before`, were taken away; nobody has a key to them."""
    stale, exhibits = before.timestamp(), current_home().exhibits
    old = [
        path for path in (*exhibits.glob(f"{UNFINISHED}*"), *exhibits.glob("??/*.age")) if path.stat().st_mtime < stale
    ]
    left = [path for path in old if not ItemKey.objects.filter(sealed=path.stem).exists()]
    for path in left:
        path.unlink()
    return len(left)


class _Measure:
    """SHA-256 and size of pieces that pass."""

    def __init__(self) -> None:
        self._hash = sha256()
        self.size = 0

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()

    def of(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            self._hash.update(piece)
            self.size += len(piece)
            yield piece

    def take(self, pieces: Iterable[bytes]) -> None:
        for _ in self.of(pieces):
            pass


def _kept() -> QuerySet[Exhibit]:
    return Exhibit.objects.filter(destruction__isnull=True)


def _page(rows: QuerySet[Any], column: str, last: str) -> list[str]:
    return list(rows.filter(**{f"{column}__gt": last}).order_by(column).values_list(column, flat=True)[:_AT_ONCE])


def _key(item: str) -> ItemKey:
    key = ItemKey.objects.filter(item=item).first()
    if key is None:
        raise NotFound("exhibit")
    return key


def _path(sealed_sha256: str) -> Path:
    return current_home().exhibits / sealed_sha256[:2] / f"{sealed_sha256}.age"


def _make_folder(folder: Path) -> None:
    if not folder.exists():
        folder.mkdir(mode=0o700, exist_ok=True)
        sync_folder(folder.parent)


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    while piece := file.read(_PIECE):
        yield piece


def _wrap(identity: Identity, item: str) -> bytes:
    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(keyring.item_wrapping_key()).encrypt(nonce, identity.seed, item.encode())


def _unwrap(wrapped: bytes, item: str) -> Identity:
    try:
        seed = AESGCM(keyring.item_wrapping_key()).decrypt(wrapped[:_NONCE], wrapped[_NONCE:], item.encode())
    except InvalidTag as wrong:
        raise BrokenCustody("exhibit key", item) from wrong
    return Identity(seed)


@contextmanager
def _broken_named(item: str) -> Iterator[None]:
    try:
        yield
    except (FileNotFoundError, Malformed, WrongKey) as wrong:
        raise BrokenCustody("exhibit", item) from wrong


def _scrub() -> None:
    """Overwrite what the database still holds of deleted rows: SQLite's write-ahead log, PostgreSQL's dead rows."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            cursor.execute("VACUUM item_key, custody_detail")
