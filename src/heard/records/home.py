"""One folder that holds everything: `home.json` (wrapped keys), `heard.db`, and sealed exhibits."""

import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

from django.conf import settings
from django.core.management import call_command
from django.db import connections
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from heard.records import keyring, memory, wrapping
from heard.records.durable import write_whole
from heard.records.engine.connections import close_all
from heard.terms.canonical import canonical_bytes, read_canonical
from heard.terms.errors import Conflict, Malformed, NotFound

VERSION = 1
SQLCIPHER, POSTGRESQL = "sqlcipher", "postgresql"
BUSY_SECONDS = 20  # how long a writer waits for the one before it


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """A folder, and which database it uses: `database` is empty for SQLCipher, else libpq's string, no password."""

    path: Path
    database: str

    @property
    def engine(self) -> str:
        return POSTGRESQL if self.database else SQLCIPHER

    @property
    def exhibits(self) -> Path:
        return self.path / "exhibits"


class _Open:
    home: Home | None = None


def create_home(
    path: Path, passphrase: str, *, database: str = "", password: str = "", cost: wrapping.Cost = wrapping.USUAL
) -> Home:
    """A new home with fresh random keys; raises Conflict where one is already. It is not opened yet.

    `database` is libpq's connection string for PostgreSQL; a password in it, or given as `password`, is kept wrapped.
    """
    if _file(path).exists():
        raise Conflict("home")
    clear, inside = _part_password(database)
    home = Home(path=path, database=clear)
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.chmod(0o700)
    home.exhibits.mkdir(mode=0o700, exist_ok=True)
    keys = keyring.Keys(
        register=bytearray(secrets.token_bytes(keyring.SECRET)),
        log=bytearray(secrets.token_bytes(keyring.SECRET)),
        password=password or inside,
    )
    _write(home, keys, passphrase, cost=cost)
    return home


def open_home(path: Path, passphrase: str) -> Home:
    """Hold the keys of this home in memory and point Django at its database; `lock` is the way back.

    Raises NotFound, WrongPassphrase, or Malformed where `home.json` was altered.
    """
    memory.keep_private()
    home, keys = _read(path, passphrase)
    lock()
    keyring.hold(keys)
    settings.DATABASES["default"].clear()
    settings.DATABASES["default"].update(_django_database(home))
    connections.configure_settings(settings.DATABASES)
    with suppress(AttributeError):  # raised where this thread has made no connection object yet
        del connections["default"]
    _Open.home = home
    return home


def current_home() -> Home:
    """The home that is open; raises Locked."""
    if _Open.home is None:
        raise keyring.DatabaseLocked("home")
    return _Open.home


def change_passphrase(path: Path, old: str, new: str, *, cost: wrapping.Cost = wrapping.USUAL) -> None:
    """The same keys under another passphrase; nothing else is touched."""
    home, keys = _read(path, old)
    _write(home, keys, new, cost=cost)


def lock() -> None:
    """Forget the keys and close every connection of this process."""
    _Open.home = None
    keyring.shut()
    connections.close_all()
    close_all()


def bring_up_to_date() -> None:
    """Create or alter the tables of the home that is open, as this version needs them."""
    current_home()
    call_command("migrate", verbosity=0, interactive=False)


def _file(path: Path) -> Path:
    return path / "home.json"


def _write(home: Home, keys: keyring.Keys, passphrase: str, *, cost: wrapping.Cost) -> None:
    context: dict[str, object] = {"database": home.database, "version": VERSION}
    secret = canonical_bytes({"log": keys.log.hex(), "password": keys.password, "register": keys.register.hex()})
    said = context | {"keys": wrapping.wrap(secret, passphrase, cost=cost, context=context)}
    checked = said | {"sha256": sha256(canonical_bytes(said)).hexdigest()}
    write_whole(_file(home.path), canonical_bytes(checked))


def _read(path: Path, passphrase: str) -> tuple[Home, keyring.Keys]:
    try:
        said = read_canonical(_file(path).read_bytes())
    except FileNotFoundError as missing:
        raise NotFound("home") from missing
    if not isinstance(said, dict) or set(said) != {"database", "keys", "sha256", "version"}:
        raise Malformed("home.json", "fields")
    checksum = said.pop("sha256")
    if checksum != sha256(canonical_bytes(said)).hexdigest() or said["version"] != VERSION:
        raise Malformed("home.json", "checksum or version")
    wrapped = said.pop("keys")
    if not isinstance(wrapped, dict) or not isinstance(said["database"], str):
        raise Malformed("home.json", "fields")
    inside = cast("dict[str, str]", read_canonical(wrapping.unwrap(wrapped, passphrase, context=said)))
    keys = keyring.Keys(
        register=bytearray.fromhex(inside["register"]),
        log=bytearray.fromhex(inside["log"]),
        password=inside["password"],
    )
    return Home(path=path, database=said["database"]), keys


def _part_password(database: str) -> tuple[str, str]:
    if not database:
        return "", ""
    parts = {name: str(value) for name, value in conninfo_to_dict(database).items()}
    password = parts.pop("password", "")
    return make_conninfo(**parts), password


def _django_database(home: Home) -> dict[str, Any]:
    lasting = {"CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True, "ATOMIC_REQUESTS": False}
    if not home.database:
        options = {"transaction_mode": "IMMEDIATE", "timeout": BUSY_SECONDS}
        return lasting | {
            "ENGINE": "heard.records.engine.sqlcipher",
            "NAME": os.fspath(home.path / "heard.db"),
            "OPTIONS": options,
        }
    parts = conninfo_to_dict(home.database)
    name = parts.pop("dbname", "heard")
    options = {key: value for key, value in parts.items() if value is not None}
    # A server-side cursor that is collected as garbage in the middle of another statement waits for itself forever.
    lasting["DISABLE_SERVER_SIDE_CURSORS"] = True
    options["options"] = f"-c lock_timeout={BUSY_SECONDS}s {options.get('options', '')}".strip()
    return lasting | {"ENGINE": "heard.records.engine.postgresql", "NAME": name, "OPTIONS": options}
