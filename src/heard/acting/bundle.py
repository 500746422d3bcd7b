"""A brief, its exhibits and their custody as one zip that a stranger can check offline (docs/formats/bundle.md).

A bundle comes about in three steps: `prepare` it, log its seal and sign a checkpoint, `pack` it.
"""

import hashlib
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import BinaryIO

from heard.acting.bundle_words import LANGUAGES, readme
from heard.custody import verifier
from heard.custody.acts import Act
from heard.custody.entry import open_detail, read_entry, read_opened
from heard.custody.keys import VerifierKey
from heard.custody.note import Note
from heard.custody.proof import Proof, prove, verify_proof
from heard.custody.tiles import TileSource
from heard.custody.tree import leaf_hash
from heard.terms.canonical import canonical_bytes
from heard.terms.errors import BrokenCustody, Malformed, TooLarge

FORMAT = "heard bundle 1"
FILES_LIMIT = 65_535
SIZE_LIMIT = 2**32 - 1
NAMES_LIMIT = 4_000_000
_FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_PLAIN_FILE = 0o100644 << 16
_HEADERS_OF_FILE = 30 + 46
_HEADER_OF_END = 22


@dataclass(frozen=True, slots=True, kw_only=True)
class BundledExhibit:
    """A file byte for byte, and how its name ends: 1 to 8 lowercase letters and digits."""

    content: bytes = field(repr=False)
    ending: str

    @property
    def name(self) -> str:
        """What it is called in the bundle."""
        return f"exhibits/{hashlib.sha256(self.content).hexdigest()}.{self.ending}"


@dataclass(frozen=True, slots=True, kw_only=True)
class BundledEntry:
    """A custody entry at its place in the log; `opened` is the opened form, None where the detail stays private."""

    index: int
    leaf: bytes
    opened: bytes | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        entry = read_entry(self.leaf)
        if self.opened is not None:
            detail, salt = read_opened(self.opened)
            open_detail(entry, detail, salt=salt)


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleContents:
    """What goes into a bundle; the caller has left out what consent forbids.

    `brief` is file name to content; `entries` are the entries about these items; `reviewed`: did people check it?
    """

    brief: Mapping[str, bytes]
    exhibits: tuple[BundledExhibit, ...]
    entries: tuple[BundledEntry, ...]
    reviewed: bool
    key: VerifierKey
    witnesses: tuple[VerifierKey, ...] = ()
    languages: tuple[str, ...] = LANGUAGES


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedBundle:
    """A bundle whose files are fixed but not yet sealed.

    Log an entry Act.BUNDLE_MADE whose detail has `facts` as its facts, sign a checkpoint, then `pack`.
    """

    files: Mapping[str, bytes] = field(repr=False)
    entries: tuple[BundledEntry, ...]
    manifest: bytes = field(repr=False)
    key: VerifierKey
    witnesses: tuple[VerifierKey, ...]

    @property
    def facts(self) -> dict[str, str]:
        """The facts the seal's detail must have, and no others."""
        lines = (f"{hashlib.sha256(content).hexdigest()} {name}" for name, content in self.files.items())
        return {"manifest": hashlib.sha256(self.manifest).hexdigest(), "files": "\n".join(lines)}


def exhibit_ending(file_name: str) -> str:
    """How an exhibit's name ends in a bundle, after the name it came with; "bin" when that says nothing usable."""
    ending = PurePosixPath(file_name).suffix.removeprefix(".").lower()
    return ending if re.fullmatch(r"[a-z0-9]{1,8}", ending) else "bin"


def prepare(contents: BundleContents) -> PreparedBundle:
    """The bundle before its seal; raises Malformed for names a bundle cannot carry."""
    files = dict(sorted(_sealed_files(contents).items()))
    entries = tuple(sorted(contents.entries, key=lambda entry: entry.index))
    if len({entry.index for entry in entries}) != len(entries):
        raise Malformed("bundle", "entry twice")
    if len({name.lower() for name in files}) != len(files) or not all(map(verifier.NAME.fullmatch, files)):
        raise Malformed("bundle", "file name")
    _require_room(files, entries)
    return PreparedBundle(
        files=MappingProxyType(files),
        entries=entries,
        manifest=_manifest(files, entries, contents.key.name),
        key=contents.key,
        witnesses=contents.witnesses,
    )


def pack(prepared: PreparedBundle, *, seal: BundledEntry, checkpoint: Note, source: TileSource, to: BinaryIO) -> None:
    """Write the sealed bundle to `to` as a zip.

    `seal` is the entry that was logged, opened; `checkpoint` is signed, cosigned by the bundle's witnesses in order,
    and contains it; `source` are the log's tiles. Raises BrokenCustody when these do not belong together.
    """
    _require_seal(prepared, seal)
    signers = tuple((line.name, line.key_id) for line in checkpoint.signatures)
    if signers != tuple((key.name, key.key_id) for key in (prepared.key, *prepared.witnesses)):
        raise BrokenCustody("checkpoint", "signatures")
    files = dict(prepared.files) | {
        "manifest.json": prepared.manifest,
        "checkpoint": checkpoint.encoded(),
        "seal.entry": seal.leaf,
        "seal.opened": seal.opened or b"",
        "seal.tlog-proof": _proof(prepared, seal, checkpoint, source).encoded(),
    }
    for entry in prepared.entries:
        files[f"entries/{entry.index:012d}.tlog-proof"] = _proof(prepared, entry, checkpoint, source).encoded()
    _write_zip(files, to)


def _sealed_files(contents: BundleContents) -> dict[str, bytes]:
    written = contents.key.written()
    files = {
        f"README.{language}.txt": readme(language, origin=contents.key.name, key=written, reviewed=contents.reviewed)
        for language in contents.languages
    }
    files |= {f"brief/{name}": content for name, content in contents.brief.items()}
    files |= {exhibit.name: exhibit.content for exhibit in contents.exhibits}
    for entry in contents.entries:
        files[f"entries/{entry.index:012d}.entry"] = entry.leaf
        if entry.opened is not None:
            files[f"entries/{entry.index:012d}.opened"] = entry.opened
    files["log.vkey"] = f"{written}\n".encode()
    if contents.witnesses:
        files["witnesses.vkey"] = "".join(f"{key.written()}\n" for key in contents.witnesses).encode()
    files["verify.py"] = Path(verifier.__file__).read_bytes()
    return files


def _manifest(files: Mapping[str, bytes], entries: tuple[BundledEntry, ...], origin: str) -> bytes:
    return canonical_bytes(
        {
            "format": FORMAT,
            "log": origin,
            "files": [
                {"name": name, "sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
                for name, content in files.items()
            ],
            "entries": [{"index": entry.index, "leaf": leaf_hash(entry.leaf).hex()} for entry in entries],
        }
    )


def _require_room(files: Mapping[str, bytes], entries: tuple[BundledEntry, ...]) -> None:
    """Leave room for the sealing files: a proof for each entry, and five more."""
    names = [*files, *(f"entries/{entry.index:012d}.tlog-proof" for entry in entries), *verifier.SEALING]
    size = (
        sum(map(len, files.values())) + 16_384 * len(entries) + sum(_HEADERS_OF_FILE + 2 * len(name) for name in names)
    )
    manifest_and_seal = 2**24 + 2**21
    if (
        sum(len(name) + 67 for name in files) > NAMES_LIMIT
        or len(names) > FILES_LIMIT
        or size + manifest_and_seal + _HEADER_OF_END > SIZE_LIMIT
    ):
        raise TooLarge("bundle", len(names), size)


def _require_seal(prepared: PreparedBundle, seal: BundledEntry) -> None:
    if seal.opened is None or read_entry(seal.leaf).act != Act.BUNDLE_MADE:
        raise BrokenCustody("seal", seal.index)
    detail, salt = read_opened(seal.opened)
    facts = open_detail(read_entry(seal.leaf), detail, salt=salt).facts
    if dict(facts) != prepared.facts or any(seal.index <= entry.index for entry in prepared.entries):
        raise BrokenCustody("seal", seal.index)


def _proof(prepared: PreparedBundle, entry: BundledEntry, checkpoint: Note, source: TileSource) -> Proof:
    proof = prove(source, index=entry.index, checkpoint=checkpoint)
    verify_proof(
        proof,
        leaf=entry.leaf,
        key=prepared.key,
        witnesses=prepared.witnesses,
        at_least=len({key.name for key in prepared.witnesses}),
    )
    return proof


def _write_zip(files: Mapping[str, bytes], to: BinaryIO) -> None:
    with zipfile.ZipFile(to, "w", compression=zipfile.ZIP_STORED, allowZip64=False) as archive:
        for name, content in sorted(files.items()):
            info = zipfile.ZipInfo(name, date_time=_FIRST_DAY_OF_ZIP)
            info.create_system = _UNIX
            info.external_attr = _PLAIN_FILE
            archive.writestr(info, content)
