"""A small log on invented items, the same every time, and a bundle made from it."""

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from io import BytesIO

from heard.acting.bundle import (
    BundleContents,
    BundledEntry,
    BundledExhibit,
    PreparedBundle,
    pack,
    prepare,
)
from heard.custody import (
    Act,
    Checkpoint,
    Detail,
    KeyType,
    Note,
    SignerKey,
    TilesInMemory,
    cosign,
    enter,
    leaf_hash,
    sign_checkpoint,
    write_opened,
)

ORIGIN = "log.example/heard"
LOG_KEY = SignerKey(name=ORIGIN, type=KeyType.LOG_ED25519, seed=b"\x01" * 32)
OTHER_KEY = SignerKey(name=ORIGIN, type=KeyType.LOG_ED25519, seed=b"\x02" * 32)
WITNESS = SignerKey(name="witness.example/one", type=KeyType.WITNESS_ED25519, seed=b"\x03" * 32)
NEW_WITNESS = SignerKey(name="witness.example/two", type=KeyType.WITNESS_ML_DSA_44, seed=b"\x04" * 32)
START = datetime(2026, 7, 1, 9, 30, 12, tzinfo=UTC)
LETTER = BundledExhibit(content="Mən Samir Vəliyev, gördüyümü yazıram.\n".encode(), ending="txt")
SCAN = BundledExhibit(content=b"%PDF-1.7 of an invented hearing", ending="pdf")
BRIEF = {"brief.json": b'{"title":"A brief"}', "brief.pdf": b"%PDF-1.7 of a brief"}


def salt_of(number: int) -> bytes:
    """Salts of tests are not random, so that the same bytes come out each time."""
    return hashlib.sha256(f"salt {number}".encode()).digest()


@dataclass
class SampleLog:
    """A log one can add to, with everything that was entered."""

    tiles: TilesInMemory = field(default_factory=TilesInMemory)
    entries: list[BundledEntry] = field(default_factory=list)

    def add(self, act: Act = Act.VIEWED, *, after: str | None = None, **facts: str) -> BundledEntry:
        """Enter one act and give it back opened."""
        index = len(self.entries)
        at = START + timedelta(hours=index)
        detail = Detail(at=at, by="Aytan M.", reason="routine", tool="heard 0.1.0", after=after, facts=facts)
        salt = salt_of(index)
        entry = enter(act=act, item=f"{index % 3:032x}", actor="a" * 32, sealed=None, detail=detail, salt=salt)
        opened = write_opened(detail.encoded(), salt=salt)
        self.entries.append(BundledEntry(index=index, leaf=entry.leaf(), opened=opened))
        self.tiles.extend([leaf_hash(entry.leaf())])
        return self.entries[-1]

    def checkpoint(self, *witnesses: SignerKey, key: SignerKey = LOG_KEY) -> Note:
        """The log as it stands, signed and cosigned."""
        frontier = self.tiles.frontier
        note = sign_checkpoint(Checkpoint(origin=key.name, size=frontier.size, root=frontier.root()), key=key)
        for witness in witnesses:
            note = cosign(note, key=witness, at=START + timedelta(days=30))
        return note


def sample_log(size: int = 12) -> SampleLog:
    """A log in which two documents were received and looked at."""
    log = SampleLog()
    for exhibit in (LETTER, SCAN):
        log.add(Act.RECEIVED, after=exhibit.name[9:73])
    while len(log.entries) < size:
        log.add()
    return log


def sample_contents(
    log: SampleLog, *, witnesses: tuple[SignerKey, ...] = (), key: SignerKey = LOG_KEY
) -> BundleContents:
    """A brief on two exhibits, with some entries opened and some not."""
    closed = BundledEntry(index=7, leaf=log.entries[7].leaf)
    return BundleContents(
        brief=BRIEF,
        exhibits=(LETTER, SCAN),
        entries=(log.entries[0], log.entries[1], log.entries[4], closed),
        reviewed=False,
        key=key.verifier,
        witnesses=tuple(witness.verifier for witness in witnesses),
    )


def sealed(prepared: PreparedBundle, log: SampleLog, *witnesses: SignerKey, key: SignerKey = LOG_KEY) -> bytes:
    """The zip, after its seal was logged and a checkpoint signed."""
    seal = log.add(Act.BUNDLE_MADE, **prepared.facts)
    log.add()
    to = BytesIO()
    pack(prepared, seal=seal, checkpoint=log.checkpoint(*witnesses, key=key), source=log.tiles, to=to)
    return to.getvalue()


def sample_bundle(*witnesses: SignerKey, key: SignerKey = LOG_KEY) -> bytes:
    """A whole bundle, the same bytes every time (but for ML-DSA signatures, which are never the same twice)."""
    log = sample_log()
    return sealed(prepare(sample_contents(log, witnesses=witnesses, key=key)), log, *witnesses, key=key)
