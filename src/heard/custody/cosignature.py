"""A witness's word that a log only grew: C2SP tlog-cosignature (docs/formats/cosignature.md)."""

from collections.abc import Iterable
from datetime import UTC, datetime

from heard.custody.checkpoint import Checkpoint
from heard.custody.keys import KeyType, SignerKey, VerifierKey
from heard.custody.note import Note, NoteSignature
from heard.terms.errors import BrokenCustody, Malformed

_LATEST = 2**63 - 1
_TIME_LENGTH = 8


def cosign(note: Note, *, key: SignerKey, at: datetime) -> Note:
    """The checkpoint with one more line: this witness saw it at `at` and it held all it had seen before.

    The caller has verified the log's signature and the growth since the last checkpoint it cosigned.
    """
    seconds = int(at.timestamp())
    message = _message(note, key.verifier, seconds)
    signed = seconds.to_bytes(_TIME_LENGTH, "big") + key.sign(message)
    return note.with_signature(NoteSignature(name=key.name, key_id=key.verifier.key_id, signature=signed))


def verify_cosignature(note: Note, *, witness: VerifierKey) -> datetime:
    """When this witness saw the checkpoint; raises BrokenCustody unless its cosignature is there and right."""
    line = note.signature_by(witness)
    seconds = int.from_bytes(line.signature[:_TIME_LENGTH], "big")
    if not 0 < seconds <= _LATEST:
        raise BrokenCustody("cosignature", witness.name)
    witness.verify(line.signature[_TIME_LENGTH:], _message(note, witness, seconds))
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError) as wrong:
        raise BrokenCustody("cosignature", witness.name) from wrong


def require_witnesses(note: Note, *, witnesses: Iterable[VerifierKey], at_least: int) -> None:
    """Raise BrokenCustody unless so many different witnesses cosigned; no known witness may have a wrong line."""
    signers = {(line.name, line.key_id) for line in note.signatures}
    seen = set()
    for witness in witnesses:
        if (witness.name, witness.key_id) in signers:
            verify_cosignature(note, witness=witness)
            seen.add(witness.name)
    if len(seen) < at_least:
        raise BrokenCustody("witnesses", len(seen), at_least)


def _message(note: Note, witness: VerifierKey, seconds: int) -> bytes:
    if witness.type == KeyType.WITNESS_ED25519:
        return f"cosignature/v1\ntime {seconds}\n{note.text}".encode()
    if witness.type == KeyType.WITNESS_ML_DSA_44:
        return _subtree_message(Checkpoint.read(note.text), witness, seconds)
    raise Malformed("witness key", "type")


def _subtree_message(checkpoint: Checkpoint, witness: VerifierKey, seconds: int) -> bytes:
    return b"".join(
        (
            b"subtree/v1\n\x00",
            _with_length(witness.name),
            seconds.to_bytes(8, "big"),
            _with_length(checkpoint.origin),
            (0).to_bytes(8, "big"),
            checkpoint.size.to_bytes(8, "big"),
            checkpoint.root,
        )
    )


def _with_length(text: str) -> bytes:
    encoded = text.encode()
    if not 1 <= len(encoded) <= 255:
        raise Malformed("cosignature", "name")
    return bytes([len(encoded)]) + encoded
