"""Hybrid keys of age: whom a file is sealed to, and who opens it (c2sp.org/age, mlkem768x25519).

X25519 and ML-KEM-768 together: a file stays shut as long as one of the two holds.
"""

import hashlib
import secrets
from dataclasses import dataclass, field
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import (
    AEAD,
    KDF,
    KEM,
    MLKEM768X25519PrivateKey,
    MLKEM768X25519PublicKey,
    Suite,
)

from heard.intake import bech32
from heard.terms.errors import Malformed, WrongKey

SEED, PUBLIC, ENCAPSULATED = 32, 1216, 1120  # bytes
_RECIPIENT, _IDENTITY = "age1pq", "age-secret-key-pq-"
_INFO = b"age-encryption.org/mlkem768x25519"
_MLKEM_PUBLIC = 1184


def _suite() -> Suite:
    return Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom a file can be sealed to: 1,216 public bytes, written `age1pq1…`."""

    public: bytes

    def __post_init__(self) -> None:
        if len(self.public) != PUBLIC:
            raise Malformed("recipient", "length")
        _public_key(self.public)

    @classmethod
    def read(cls, written: str) -> Self:
        """The recipient of this line; raises Malformed for any other kind of recipient."""
        return cls(bech32.decode(_RECIPIENT, written))

    def written(self) -> str:
        return bech32.encode(_RECIPIENT, self.public)

    def wrap(self, file_key: bytes) -> tuple[bytes, bytes]:
        """Encapsulated key and wrapped file key; different every time."""
        wrapped = _suite().encrypt(file_key, _public_key(self.public), _INFO)
        return wrapped[:ENCAPSULATED], wrapped[ENCAPSULATED:]


@dataclass(frozen=True, slots=True)
class Identity:
    """Who opens: a secret seed of 32 bytes, written `AGE-SECRET-KEY-PQ-1…`."""

    seed: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.seed) != SEED:
            raise Malformed("identity", "length")

    @classmethod
    def random(cls) -> Self:
        """A fresh identity from the operating system's randomness."""
        return cls(secrets.token_bytes(SEED))

    @classmethod
    def read(cls, written: str) -> Self:
        """The identity of this line; raises Malformed for any other kind."""
        return cls(bech32.decode(_IDENTITY, written))

    def written(self) -> str:
        return bech32.encode(_IDENTITY, self.seed).upper()

    @property
    def recipient(self) -> Recipient:
        mlkem, x25519 = self._keys()
        return Recipient(mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw())

    def unwrap(self, encapsulated: bytes, wrapped: bytes) -> bytes:
        """The file key; raises WrongKey when it was wrapped for another."""
        try:
            return _suite().decrypt(encapsulated + wrapped, MLKEM768X25519PrivateKey(*self._keys()), _INFO)
        except (InvalidTag, ValueError) as wrong:  # ValueError: a share of low order
            raise WrongKey from wrong

    def _keys(self) -> tuple[MLKEM768PrivateKey, X25519PrivateKey]:
        expanded = hashlib.shake_256(self.seed).digest(96)
        return MLKEM768PrivateKey.from_seed_bytes(expanded[:64]), X25519PrivateKey.from_private_bytes(expanded[64:])


def _public_key(public: bytes) -> MLKEM768X25519PublicKey:
    try:
        mlkem = MLKEM768PublicKey.from_public_bytes(public[:_MLKEM_PUBLIC])
    except ValueError as wrong:
        raise Malformed("recipient", "key") from wrong
    return MLKEM768X25519PublicKey(mlkem, X25519PublicKey.from_public_bytes(public[_MLKEM_PUBLIC:]))
