"""Opening a home: where it is, its passphrase, its tables."""

import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import django

#: Six words are about this long; a shorter passphrase is not taken for a new register.
SHORTEST = 20
PASSPHRASE_FILE = "HEARD_PASSPHRASE_FILE"  # noqa: S105  # the name of a variable


def start_django() -> None:
    """Make the tables and the sentences of the desk usable in this process."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "heard.desk.settings")
    django.setup()


@contextmanager
def in_language(language: str) -> Iterator[None]:
    """Say errors and notes in this language."""
    from django.utils import translation

    with translation.override(language):
        yield


def home_path(given: str | None) -> Path:
    """The folder asked for, else HEARD_HOME, else .heard in the home folder of whoever runs this."""
    return Path(given or os.environ.get("HEARD_HOME") or Path.home() / ".heard").expanduser()


def passphrase(*, fresh: bool) -> str:
    """The passphrase; for a new register asked twice, and again until it is long enough."""
    words = _given_passphrase(fresh=fresh)
    while fresh and len(words) < SHORTEST:
        click.echo(
            f"That is {len(words)} characters. Six words or more, {SHORTEST} characters at least: it opens everything."
        )
        if os.environ.get(PASSPHRASE_FILE):
            sys.exit(1)
        words = _given_passphrase(fresh=fresh)
    return words


def _given_passphrase(*, fresh: bool) -> str:
    """Asked on the terminal; or the first line of the file that HEARD_PASSPHRASE_FILE names (a descriptor will do)."""
    file = os.environ.get(PASSPHRASE_FILE)
    if file:
        return Path(file).read_text(encoding="utf-8").partition("\n")[0]
    if not sys.stdin.isatty():
        message = (
            f"The passphrase is asked on a terminal; without one, let {PASSPHRASE_FILE} name a file that holds it."
        )
        raise click.UsageError(message)
    answer: str = click.prompt("Passphrase", hide_input=True, confirmation_prompt=fresh)
    return answer


@contextmanager
def passing_home(path: Path) -> Iterator[str]:
    """A fresh home whose passphrase nobody but this process knows; yields the passphrase. The tables are made."""
    from heard.records import home, wrapping

    start_django()
    words = secrets.token_urlsafe(24)  # 192 random bits: nobody guesses it, so a guess need not cost much
    home.create_home(path, words, cost=wrapping.Cost(passes=1, memory=8 * 1024, lanes=1))
    home.open_home(path, words)
    home.bring_up_to_date()
    try:
        yield words
    finally:
        home.lock()


@contextmanager
def open_register(given: str | None) -> Iterator[Path]:
    """The register in this folder, opened with its passphrase and up to date; locked again at the end."""
    from heard.records import home

    start_django()
    path = home_path(given)
    home.open_home(path, passphrase(fresh=False))
    try:
        home.bring_up_to_date()
        yield path
    finally:
        home.lock()


def change_passphrase_of(given: str | None) -> None:
    """Ask for the old passphrase and the new one, and wrap the keys anew."""
    from heard.records import home

    start_django()
    path = home_path(given)
    old = passphrase(fresh=False)
    click.echo("The new passphrase: six words or more; nobody can recover it for you.")
    home.change_passphrase(path, old, _asked_anew())


def _asked_anew() -> str:
    words: str = click.prompt("New passphrase", hide_input=True, confirmation_prompt=True)
    while len(words) < SHORTEST:
        click.echo(f"That is {len(words)} characters; {SHORTEST} at least.")
        words = click.prompt("New passphrase", hide_input=True, confirmation_prompt=True)
    return words
