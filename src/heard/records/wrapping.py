"""How keys are wrapped under a passphrase: Argon2id, then AES-256-GCM with everything said in clear as context."""

import hmac
import secrets
from dataclasses import dataclass
from typing import cast

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from heard.terms.canonical import canonical_bytes
from heard.terms.errors import Malformed, WrongPassphrase

SALT, NONCE = 16, 12  # bytes
MOST_MEMORY, MOST_PASSES, MOST_LANES = 1 << 21, 64, 16  # what a damaged file may ask of this machine


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one guess costs: Argon2id passes, memory in KiB and lanes."""

    passes: int
    memory: int
    lanes: int

    def __post_init__(self) -> None:
        within = 1 <= self.passes <= MOST_PASSES and 1 <= self.lanes <= MOST_LANES
        if not (within and 8 * self.lanes <= self.memory <= MOST_MEMORY):
            raise Malformed("cost")


#: The second recommended setting of RFC 9106 §4, with more memory: 256 MiB, about half a second on a laptop.
USUAL = Cost(passes=3, memory=256 * 1024, lanes=4)


def wrap(secret: bytes, passphrase: str, *, cost: Cost, context: dict[str, object]) -> dict[str, object]:
    """`secret` under `passphrase`, as fields of a JSON object; `context` must be shown again to unwrap."""
    salt, nonce = secrets.token_bytes(SALT), secrets.token_bytes(NONCE)
    key, check = _derive(passphrase, salt=salt, cost=cost)
    clear: dict[str, object] = {
        "check": check.hex(),
        "kdf": "argon2id",
        "lanes": cost.lanes,
        "memory": cost.memory,
        "nonce": nonce.hex(),
        "passes": cost.passes,
        "salt": salt.hex(),
    }
    sealed = AESGCM(key).encrypt(nonce, secret, canonical_bytes([context, clear]))
    return clear | {"sealed": sealed.hex()}


def unwrap(wrapped: dict[str, object], passphrase: str, *, context: dict[str, object]) -> bytes:
    """The secret; raises WrongPassphrase, or Malformed where the right passphrase meets altered fields."""
    clear = {name: value for name, value in wrapped.items() if name != "sealed"}
    if set(wrapped) != {"check", "kdf", "lanes", "memory", "nonce", "passes", "salt", "sealed"}:
        raise Malformed("wrapped key", "fields")
    if wrapped["kdf"] != "argon2id":
        raise Malformed("wrapped key", "kdf")
    cost = Cost(passes=_number(wrapped["passes"]), memory=_number(wrapped["memory"]), lanes=_number(wrapped["lanes"]))
    key, check = _derive(passphrase, salt=_octets(wrapped["salt"], SALT), cost=cost)
    if not hmac.compare_digest(check, _octets(wrapped["check"], 32)):
        raise WrongPassphrase("home")
    try:
        return AESGCM(key).decrypt(
            _octets(wrapped["nonce"], NONCE), _octets(wrapped["sealed"]), canonical_bytes([context, clear])
        )
    except InvalidTag as wrong:
        raise Malformed("wrapped key", "altered") from wrong


def _derive(passphrase: str, *, salt: bytes, cost: Cost) -> tuple[bytes, bytes]:
    """A wrapping key and a check value that tells a wrong passphrase from an altered file (and commits to the key)."""
    stretched = hash_secret_raw(
        passphrase.encode(), salt, cost.passes, cost.memory, cost.lanes, hash_len=32, type=Type.ID
    )
    both = HKDF(algorithm=hashes.SHA256(), length=64, salt=None, info=b"heard home v1 wrap").derive(stretched)
    return both[:32], both[32:]


def _number(value: object) -> int:
    if type(value) is not int:
        raise Malformed("wrapped key", "number")
    return value


def _octets(value: object, length: int | None = None) -> bytes:
    try:
        octets = bytes.fromhex(cast("str", value))
    except (TypeError, ValueError) as wrong:
        raise Malformed("wrapped key", "hexadecimal") from wrong
    if octets.hex() != value or length not in {None, len(octets)}:
        raise Malformed("wrapped key", "hexadecimal")
    return octets
