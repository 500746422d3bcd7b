"""The keys of logs and witnesses in the written forms of C2SP signed-note (docs/formats/signed-note.md)."""

import base64
import binascii
import hashlib
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PrivateKey, MLDSA44PublicKey

from heard.terms.errors import BrokenCustody, Malformed

KEY_ID_LENGTH = 4
SEED_LENGTH = 32
NAME_LIMIT = 255


class KeyType(IntEnum):
    """What a key signs, and how."""

    LOG_ED25519 = 0x01
    WITNESS_ED25519 = 0x04
    WITNESS_ML_DSA_44 = 0x06


_PUBLIC_LENGTH = {KeyType.LOG_ED25519: 32, KeyType.WITNESS_ED25519: 32, KeyType.WITNESS_ML_DSA_44: 1312}


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifierKey:
    """The public key of a log or witness, under its name."""

    name: str
    type: KeyType
    public: bytes

    def __post_init__(self) -> None:
        require_key_name(self.name)
        if len(self.public) != _PUBLIC_LENGTH[self.type]:
            raise Malformed("verifier key", self.name)

    @property
    def key_id(self) -> bytes:
        """The 4 bytes that stand before each of its signatures."""
        preimage = self.name.encode() + b"\n" + bytes([self.type]) + self.public
        return hashlib.sha256(preimage).digest()[:KEY_ID_LENGTH]

    def written(self) -> str:
        """The key as a line of text, to be published and compared."""
        return f"{self.name}+{self.key_id.hex()}+{to_base64(bytes([self.type]) + self.public)}"

    @classmethod
    def read(cls, written: str) -> Self:
        """The key of this line of text; raises Malformed unless its parts belong together."""
        parts = written.split("+", 2)
        if len(parts) != 3:
            raise Malformed("verifier key")
        name, key_id, material = parts[0], parts[1], from_base64(parts[2])
        key = cls(name=name, type=_key_type(material), public=material[1:])
        if key.key_id.hex() != key_id:
            raise Malformed("verifier key", "key id")
        return key

    def verify(self, signature: bytes, message: bytes) -> None:
        """Raise BrokenCustody unless this key signed `message`."""
        try:
            if self.type == KeyType.WITNESS_ML_DSA_44:
                MLDSA44PublicKey.from_public_bytes(self.public).verify(signature, message)
            else:
                Ed25519PublicKey.from_public_bytes(self.public).verify(signature, message)
        except (InvalidSignature, ValueError) as wrong:
            raise BrokenCustody("signature", self.name) from wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class SignerKey:
    """The secret key of a log or witness; `seed` is 32 random bytes."""

    name: str
    type: KeyType
    seed: bytes = field(repr=False)

    def __post_init__(self) -> None:
        require_key_name(self.name)
        if len(self.seed) != SEED_LENGTH:
            raise Malformed("signer key", self.name)

    @property
    def verifier(self) -> VerifierKey:
        """The public half."""
        if self.type == KeyType.WITNESS_ML_DSA_44:
            public = MLDSA44PrivateKey.from_seed_bytes(self.seed).public_key().public_bytes_raw()
        else:
            public = Ed25519PrivateKey.from_private_bytes(self.seed).public_key().public_bytes_raw()
        return VerifierKey(name=self.name, type=self.type, public=public)

    def written(self) -> str:
        """The secret key as a line of text; keep it sealed."""
        material = to_base64(bytes([self.type]) + self.seed)
        return f"PRIVATE+KEY+{self.name}+{self.verifier.key_id.hex()}+{material}"

    @classmethod
    def read(cls, written: str) -> Self:
        """The secret key of this line of text; raises Malformed unless its parts belong together."""
        parts = written.split("+", 4)
        if len(parts) != 5 or parts[:2] != ["PRIVATE", "KEY"]:
            raise Malformed("signer key")
        material = from_base64(parts[4])
        key = cls(name=parts[2], type=_key_type(material), seed=material[1:])
        if key.verifier.key_id.hex() != parts[3]:
            raise Malformed("signer key", "key id")
        return key

    def sign(self, message: bytes) -> bytes:
        """The signature alone, without key id or time."""
        if self.type == KeyType.WITNESS_ML_DSA_44:
            return MLDSA44PrivateKey.from_seed_bytes(self.seed).sign(message)
        return Ed25519PrivateKey.from_private_bytes(self.seed).sign(message)


def require_key_name(name: str) -> None:
    """Raise Malformed unless a key may be called this."""
    plain = name and len(name.encode()) <= NAME_LIMIT and "+" not in name
    if not plain or any(sign.isspace() or sign < " " for sign in name):
        raise Malformed("key name")


def to_base64(content: bytes) -> str:
    """The standard spelling of `content`."""
    return base64.b64encode(content).decode()


def from_base64(text: str) -> bytes:
    """The bytes `text` spells; raises Malformed for any spelling but the standard one."""
    try:
        content = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as wrong:
        raise Malformed("base64") from wrong
    if to_base64(content) != text:
        raise Malformed("base64")
    return content


def _key_type(material: bytes) -> KeyType:
    if not material or material[0] not in set(KeyType):
        raise Malformed("key", "type")
    return KeyType(material[0])
