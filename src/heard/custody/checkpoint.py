"""The log's size and root under its signature: C2SP tlog-checkpoint (docs/formats/checkpoint.md)."""

import re
from dataclasses import dataclass
from typing import Self

from heard.custody.keys import SignerKey, VerifierKey, from_base64, to_base64
from heard.custody.note import Note, sign_note, verify_note
from heard.custody.tree import HASH_LENGTH, LARGEST_SIZE
from heard.terms.errors import BrokenCustody, Malformed

_NUMBER = re.compile(r"0|[1-9][0-9]{0,15}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """Which log, how many entries, which root."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.size <= LARGEST_SIZE or len(self.root) != HASH_LENGTH:
            raise Malformed("checkpoint", "size or root")
        if any(not line or "\n" in line for line in (self.origin, *self.extensions)):
            raise Malformed("checkpoint", "line")

    def text(self) -> str:
        """The text that is signed."""
        lines = (self.origin, str(self.size), to_base64(self.root), *self.extensions)
        return "".join(f"{line}\n" for line in lines)

    @classmethod
    def read(cls, text: str) -> Self:
        """The checkpoint of this text; raises Malformed for anything else."""
        lines = text.split("\n")
        if len(lines) < 4 or lines.pop() != "":
            raise Malformed("checkpoint", "lines")
        origin, size, root, *extensions = lines
        return cls(origin=origin, size=read_number(size), root=from_base64(root), extensions=tuple(extensions))


def sign_checkpoint(checkpoint: Checkpoint, *, key: SignerKey) -> Note:
    """The checkpoint under the signature of its own log; the key's name is the log's origin."""
    if key.name != checkpoint.origin:
        raise Malformed("checkpoint", "origin")
    return sign_note(checkpoint.text(), key=key)


def open_checkpoint(note: Note, *, key: VerifierKey) -> Checkpoint:
    """What the log says of itself; raises BrokenCustody unless this key signed it as the log of its own name."""
    verify_note(note, key=key)
    checkpoint = Checkpoint.read(note.text)
    if checkpoint.origin != key.name:
        raise BrokenCustody("origin", checkpoint.origin)
    return checkpoint


def read_number(text: str) -> int:
    """A size or index in its one decimal spelling; raises Malformed for any other."""
    if not _NUMBER.fullmatch(text) or int(text) > LARGEST_SIZE:
        raise Malformed("number")
    return int(text)
