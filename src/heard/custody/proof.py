"""One entry's place in the log as a text file: C2SP tlog-proof (docs/formats/tlog-proof.md)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from heard.custody.checkpoint import Checkpoint, open_checkpoint, read_number
from heard.custody.cosignature import require_witnesses
from heard.custody.keys import VerifierKey, from_base64, to_base64
from heard.custody.note import Note
from heard.custody.tiles import TileSource, inclusion_path
from heard.custody.tree import HASH_LENGTH, leaf_hash, verify_inclusion
from heard.terms.errors import Malformed

_VERSION = "c2sp.org/tlog-proof@v1"
_LONGEST_PATH = 63


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """That a leaf stands at `index`: the path from it to the root, and the checkpoint with that root.

    `extra` is what somebody attached; nobody vouches for it. None means that nothing is attached.
    """

    index: int
    path: tuple[bytes, ...]
    checkpoint: Note
    extra: bytes | None = None

    def __post_init__(self) -> None:
        if len(self.path) > _LONGEST_PATH or any(len(step) != HASH_LENGTH for step in self.path):
            raise Malformed("proof", "path")

    def encoded(self) -> bytes:
        """The proof's file."""
        lines = [_VERSION]
        if self.extra is not None:
            lines.append(f"extra {to_base64(self.extra)}")
        lines.append(f"index {self.index}")
        lines.extend(to_base64(step) for step in self.path)
        return "".join(f"{line}\n" for line in lines).encode() + b"\n" + self.checkpoint.encoded()

    @classmethod
    def read(cls, encoded: bytes) -> Self:
        """The proof in this file; raises Malformed for anything else. Nothing is verified yet."""
        head, separator, checkpoint = encoded.partition(b"\n\n")
        try:
            lines = head.decode("ascii").split("\n")
        except UnicodeDecodeError as wrong:
            raise Malformed("proof", "lines") from wrong
        if not separator or lines.pop(0) != _VERSION:
            raise Malformed("proof", "version")
        extra = from_base64(lines.pop(0).removeprefix("extra ")) if lines and lines[0].startswith("extra ") else None
        if not (lines and lines[0].startswith("index ")):
            raise Malformed("proof", "index")
        index = read_number(lines.pop(0).removeprefix("index "))
        path = tuple(from_base64(line) for line in lines)
        return cls(index=index, path=path, checkpoint=Note.read(checkpoint), extra=extra)


def prove(source: TileSource, *, index: int, checkpoint: Note) -> Proof:
    """The proof that entry `index` is in the log at this checkpoint."""
    size = Checkpoint.read(checkpoint.text).size
    return Proof(index=index, path=inclusion_path(source, index=index, size=size), checkpoint=checkpoint)


def verify_proof(
    proof: Proof, *, leaf: bytes, key: VerifierKey, witnesses: Iterable[VerifierKey] = (), at_least: int = 0
) -> Checkpoint:
    """The checkpoint that contains `leaf`; raises BrokenCustody unless all of the proof holds.

    `at_least` says how many of `witnesses` must have cosigned.
    """
    checkpoint = open_checkpoint(proof.checkpoint, key=key)
    require_witnesses(proof.checkpoint, witnesses=witnesses, at_least=at_least)
    verify_inclusion(leaf_hash(leaf), index=proof.index, size=checkpoint.size, path=proof.path, root=checkpoint.root)
    return checkpoint
