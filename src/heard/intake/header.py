"""The header of a sealed file: the file key, wrapped for each recipient (c2sp.org/age, "Header")."""

import base64
import binascii
import hmac
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Self

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from heard.intake.keys import ENCAPSULATED, Identity, Recipient
from heard.terms.errors import Malformed, WrongKey

FILE_KEY = 16  # bytes
MOST = 1 << 20  # bytes a header may have: room for some six hundred recipients
HYBRID = "mlkem768x25519"
#: Kinds that a quantum computer could open, or that stand for one person's passphrase: never beside a hybrid one.
CLASSICAL = frozenset({"X25519", "scrypt", "p256tag", "piv-p256", "ssh-ed25519", "ssh-rsa"})
_VERSION = b"age-encryption.org/v1\n"
_COLUMNS = 64
_WRAPPED = FILE_KEY + 16
_ARGUMENTS = re.compile(rb"-> [!-~]+(?: [!-~]+)*\n")
_MAC = re.compile(rb"--- ([A-Za-z0-9+/]{43})\n")


@dataclass(frozen=True, slots=True)
class Stanza:
    """The file key wrapped in one way: words, of which the first says how, and a body."""

    words: tuple[str, ...]
    body: bytes

    def encoded(self) -> bytes:
        spelled = _to_base64(self.body)
        lines = [spelled[at : at + _COLUMNS] for at in range(0, len(spelled) + 1, _COLUMNS)]
        return f"-> {' '.join(self.words)}\n".encode() + "".join(f"{line}\n" for line in lines).encode()


def write_header(file_key: bytes, recipients: Iterable[Recipient]) -> bytes:
    """The header that lets each of the recipients find `file_key`."""
    stanzas = []
    for recipient in recipients:
        encapsulated, wrapped = recipient.wrap(file_key)
        stanzas.append(Stanza((HYBRID, _to_base64(encapsulated)), wrapped))
    checked = _VERSION + b"".join(stanza.encoded() for stanza in stanzas) + b"---"
    return checked + b" " + _to_base64(_mac(file_key, checked)).encode() + b"\n"


@dataclass(frozen=True, slots=True)
class Header:
    """What a header says before anybody vouches for it; `checked` is what its code `mac` is about."""

    stanzas: tuple[Stanza, ...]
    checked: bytes
    mac: bytes

    @classmethod
    def read(cls, sealed: BinaryIO) -> Self:
        """The header, with `sealed` left at the payload; raises Malformed for anything the format forbids."""
        lines = _Lines(sealed)
        if lines.next() != _VERSION:
            raise Malformed("sealed file", "version")
        stanzas, line = [], lines.next()
        while line.startswith(b"-> "):
            stanzas.append(_read_stanza(line, lines))
            line = lines.next()
        written = _MAC.fullmatch(line)
        if written is None or not stanzas:
            raise Malformed("sealed file", "header")
        return cls(tuple(stanzas), lines.read[: -len(line)] + b"---", _from_base64(written[1]))

    def file_key(self, identities: Sequence[Identity]) -> bytes:
        """The file key; raises WrongKey when no identity opens it, Malformed for mixed kinds or an altered header."""
        file_key = _unwrap(self.stanzas, identities)
        self.require(file_key)
        return file_key

    def require(self, file_key: bytes) -> None:
        """Raise Malformed unless this file key vouches for the whole header."""
        if not hmac.compare_digest(_mac(file_key, self.checked), self.mac):
            raise Malformed("sealed file", "header authentication")


def derive(file_key: bytes, *, salt: bytes, use: bytes) -> bytes:
    """A key of 32 bytes for one use."""
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=salt, info=use).derive(file_key)


class _Lines:
    """The lines of a header one by one, and all of them so far."""

    def __init__(self, sealed: BinaryIO) -> None:
        self._sealed = sealed
        self.read = b""

    def next(self) -> bytes:
        line = self._sealed.readline(MOST + 1 - len(self.read))
        self.read += line
        if not line.endswith(b"\n") or len(self.read) > MOST:
            raise Malformed("sealed file", "header")
        return line


def _read_stanza(first: bytes, lines: _Lines) -> Stanza:
    if not _ARGUMENTS.fullmatch(first):
        raise Malformed("sealed file", "stanza")
    spelled = b""
    while True:
        line = lines.next().removesuffix(b"\n")
        spelled += line
        if len(line) > _COLUMNS:
            raise Malformed("sealed file", "stanza")
        if len(line) < _COLUMNS:
            return Stanza(tuple(first[3:-1].decode().split(" ")), _from_base64(spelled))


def _unwrap(stanzas: Sequence[Stanza], identities: Sequence[Identity]) -> bytes:
    kinds = {stanza.words[0] for stanza in stanzas}
    if kinds & CLASSICAL:
        raise Malformed("sealed file", "not sealed to hybrid keys only")
    for encapsulated, wrapped in [_hybrid(stanza) for stanza in stanzas if stanza.words[0] == HYBRID]:
        for identity in identities:
            try:
                file_key = identity.unwrap(encapsulated, wrapped)
            except WrongKey:
                continue
            return file_key
    raise WrongKey


def _hybrid(stanza: Stanza) -> tuple[bytes, bytes]:
    if len(stanza.words) != 2 or len(stanza.body) != _WRAPPED:
        raise Malformed("sealed file", "stanza")
    encapsulated = _from_base64(stanza.words[1].encode())
    if len(encapsulated) != ENCAPSULATED:
        raise Malformed("sealed file", "stanza")
    return encapsulated, stanza.body


def _mac(file_key: bytes, checked: bytes) -> bytes:
    return hmac.digest(derive(file_key, salt=b"", use=b"header"), checked, "sha256")


def _to_base64(content: bytes) -> str:
    return base64.b64encode(content).decode().rstrip("=")


def _from_base64(spelled: bytes) -> bytes:
    try:
        content = base64.b64decode(spelled + b"=" * (-len(spelled) % 4), validate=True)
    except (binascii.Error, ValueError) as wrong:
        raise Malformed("sealed file", "base64") from wrong
    if _to_base64(content).encode() != spelled:
        raise Malformed("sealed file", "base64")
    return content
