"""Sealing and opening files in the age format, hybrid recipients only, in bounded memory (c2sp.org/age).

The ciphers, the key encapsulation and the key derivation are the `cryptography` library's; randomness is the
operating system's and cannot be passed in.
"""

import secrets
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from heard.intake.header import FILE_KEY, Header, derive, write_header
from heard.intake.keys import Identity, Recipient
from heard.terms.errors import Malformed

CHUNK = 65_536  # bytes of content
_TAG = 16
_NONCE = 16


def seal(content: Iterable[bytes], *, to: Sequence[Recipient]) -> Iterator[bytes]:
    """The sealed file, piece by piece; `content` may come in pieces of any size."""
    if not to:
        raise Malformed("sealed file", "nobody to seal to")
    file_key, nonce = secrets.token_bytes(FILE_KEY), secrets.token_bytes(_NONCE)
    yield write_header(file_key, to) + nonce
    cipher = ChaCha20Poly1305(derive(file_key, salt=nonce, use=b"payload"))
    for counter, (chunk, last) in enumerate(_with_last(_in_chunks(content))):
        yield cipher.encrypt(_chunk_nonce(counter, last=last), chunk, None)


def unseal(sealed: BinaryIO, *, identities: Sequence[Identity]) -> Iterator[bytes]:
    """The content, in pieces of at most 64 KiB, each one authentic.

    Only when the iteration ends without an error is the content whole. Raises WrongKey at once; Malformed for whatever
    is altered, cut short, or left over.
    """
    return unseal_payload(sealed, Header.read(sealed).file_key(identities))


def unseal_payload(sealed: BinaryIO, file_key: bytes) -> Iterator[bytes]:
    """The content of a file whose header was read already; see `unseal`."""
    nonce = _read(sealed, _NONCE)
    if len(nonce) != _NONCE:
        raise Malformed("sealed file", "cut short")
    cipher = ChaCha20Poly1305(derive(file_key, salt=nonce, use=b"payload"))
    for counter, (chunk, last) in enumerate(_with_last(_sealed_chunks(sealed))):
        try:
            content = cipher.decrypt(_chunk_nonce(counter, last=last), chunk, None)
        except (InvalidTag, ValueError) as wrong:
            raise Malformed("sealed file", "content") from wrong
        if not content and counter:
            raise Malformed("sealed file", "empty end")
        yield content


def _chunk_nonce(counter: int, *, last: bool) -> bytes:
    return counter.to_bytes(11) + bytes([last])


def _with_last(chunks: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Each chunk, and whether it is the last; one empty chunk when there is none."""
    held: bytes | None = None
    for chunk in chunks:
        if held is not None:
            yield held, False
        held = chunk
    yield held or b"", True


def _in_chunks(content: Iterable[bytes]) -> Iterator[bytes]:
    waiting = bytearray()
    for piece in content:
        waiting += piece
        while len(waiting) >= CHUNK:
            yield bytes(waiting[:CHUNK])
            del waiting[:CHUNK]
    if waiting:
        yield bytes(waiting)


def _sealed_chunks(sealed: BinaryIO) -> Iterator[bytes]:
    while chunk := _read(sealed, CHUNK + _TAG):
        yield chunk


def _read(sealed: BinaryIO, length: int) -> bytes:
    """`length` bytes, fewer only at the end, from streams that give what they have."""
    read = bytearray()
    while len(read) < length and (piece := sealed.read(length - len(read))):
        read += piece
    return bytes(read)
