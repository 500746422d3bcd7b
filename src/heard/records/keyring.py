"""The keys of the home that is open, in the memory of this process and nowhere else.

Nothing here is ever written: not to a file, a log, or the environment. `shut` overwrites what it can; copies that
Python, OpenSSL or SQLCipher made on the way are beyond reach, which is why swap must be encrypted too.
"""

from dataclasses import dataclass, field
from hashlib import sha256

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.db import OperationalError

from heard.custody.keys import KeyType, SignerKey
from heard.terms.errors import Locked, Malformed

SECRET = 32  # bytes


class DatabaseLocked(Locked, OperationalError):
    """The database cannot be opened: the keyring is shut, or holds the key of another home."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Keys:
    """The secrets of one home: 32 bytes that open the database and the items, 32 that sign the log.

    `password` is PostgreSQL's, empty where it asks for none.
    """

    register: bytearray
    log: bytearray
    password: str = field(default="")

    def __post_init__(self) -> None:
        if len(self.register) != SECRET or len(self.log) != SECRET:
            raise Malformed("keys")


class _Ring:
    keys: Keys | None = None


def hold(keys: Keys) -> None:
    """Keep `keys` until `shut`."""
    _Ring.keys = keys


def shut() -> None:
    """Overwrite and forget the keys."""
    keys, _Ring.keys = _Ring.keys, None
    if keys is not None:
        keys.register[:] = bytes(SECRET)
        keys.log[:] = bytes(SECRET)


def is_open() -> bool:
    return _Ring.keys is not None


def database_key() -> bytes:
    """The raw key of the SQLCipher file."""
    return _derive("sqlcipher")


def item_wrapping_key() -> bytes:
    """The key under which the register keeps the keys of single items."""
    return _derive("item keys")


def page_signing_key() -> bytes:
    """The key that signs the desk's forms and sessions."""
    return _derive("pages")


def database_password() -> str:
    """PostgreSQL's password, or empty."""
    return _keys().password


def log_signer() -> SignerKey:
    """The key that signs the custody log's checkpoints; its name is the log's origin."""
    return SignerKey(name=f"heard/{home_id()}", type=KeyType.LOG_ED25519, seed=bytes(_keys().log))


def home_id() -> str:
    """An identity that tells two homes apart and reveals nothing; the item of what is done to the home itself."""
    return sha256(_derive("identity")).hexdigest()[:32]


def _keys() -> Keys:
    if _Ring.keys is None:
        raise DatabaseLocked("keyring")
    return _Ring.keys


def _derive(use: str) -> bytes:
    derivation = HKDF(algorithm=hashes.SHA256(), length=SECRET, salt=None, info=f"heard home v1 {use}".encode())
    return derivation.derive(bytes(_keys().register))
