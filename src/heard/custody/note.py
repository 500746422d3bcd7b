"""A text with signatures one can read: C2SP signed-note (docs/formats/signed-note.md)."""

from dataclasses import dataclass
from typing import Self

from heard.custody.keys import KEY_ID_LENGTH, KeyType, SignerKey, VerifierKey, from_base64, require_key_name, to_base64
from heard.terms.errors import BrokenCustody, Malformed

NOTE_LIMIT = 1_000_000
SIGNATURES_LIMIT = 64
_DASH = "— "


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSignature:
    """One signature line: who says to have signed, with which key, and the signature's bytes."""

    name: str
    key_id: bytes
    signature: bytes

    def __post_init__(self) -> None:
        require_key_name(self.name)
        if len(self.key_id) != KEY_ID_LENGTH or not self.signature:
            raise Malformed("signature line")

    def line(self) -> str:
        return f"{_DASH}{self.name} {to_base64(self.key_id + self.signature)}\n"

    @classmethod
    def read(cls, line: str) -> Self:
        """The signature of this line, given without its line feed."""
        name, space, spelled = line.removeprefix(_DASH).partition(" ")
        if not (line.startswith(_DASH) and space):
            raise Malformed("signature line")
        content = from_base64(spelled)
        return cls(name=name, key_id=content[:KEY_ID_LENGTH], signature=content[KEY_ID_LENGTH:])


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A text, ending with a line feed, and its signature lines in order; nothing is said about who is right."""

    text: str
    signatures: tuple[NoteSignature, ...]

    def __post_init__(self) -> None:
        if not self.text.endswith("\n") or any(sign < " " and sign != "\n" for sign in self.text):
            raise Malformed("signed note", "text")
        signers = {(signature.name, signature.key_id) for signature in self.signatures}
        if not 1 <= len(self.signatures) <= SIGNATURES_LIMIT or len(signers) != len(self.signatures):
            raise Malformed("signed note", "signatures")

    def encoded(self) -> bytes:
        """The note's bytes."""
        return (self.text + "\n" + "".join(signature.line() for signature in self.signatures)).encode()

    @classmethod
    def read(cls, encoded: bytes) -> Self:
        """The note these bytes are; raises Malformed for anything else. Nothing is verified yet."""
        if len(encoded) > NOTE_LIMIT:
            raise Malformed("signed note", "too long")
        try:
            whole = encoded.decode()
        except UnicodeDecodeError as wrong:
            raise Malformed("signed note", "text") from wrong
        text, separator, lines = whole.rpartition("\n\n")
        if not (separator and lines.endswith("\n")):
            raise Malformed("signed note", "separator")
        signatures = tuple(NoteSignature.read(line) for line in lines[:-1].split("\n"))
        return cls(text=text + "\n", signatures=signatures)

    def signature_by(self, key: VerifierKey) -> NoteSignature:
        """The line that claims to be by this key; raises BrokenCustody when there is none."""
        for signature in self.signatures:
            if signature.name == key.name and signature.key_id == key.key_id:
                return signature
        raise BrokenCustody("unsigned", key.name)

    def with_signature(self, signature: NoteSignature) -> Self:
        """The same note with one more line at the end."""
        return type(self)(text=self.text, signatures=(*self.signatures, signature))


def sign_note(text: str, *, key: SignerKey) -> Note:
    """A note of `text` signed by a log's key."""
    if key.type != KeyType.LOG_ED25519:
        raise Malformed("signer key", "type")
    signature = NoteSignature(name=key.name, key_id=key.verifier.key_id, signature=key.sign(text.encode()))
    return Note(text=text, signatures=(signature,))


def verify_note(note: Note, *, key: VerifierKey) -> None:
    """Raise BrokenCustody unless the note is signed by this log's key; lines by others say nothing."""
    if key.type != KeyType.LOG_ED25519:
        raise Malformed("verifier key", "type")
    key.verify(note.signature_by(key).signature, note.text.encode())
