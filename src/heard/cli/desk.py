"""`heard desk`: the private site, on this machine; makes the register the first time."""

import fcntl
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from heard.cli.opening import home_path, passphrase, start_django
from heard.cli.speaking import FAILED, errors_spoken, say_error
from heard.terms.errors import BrokenCustody

if TYPE_CHECKING:
    from heard.procedures.take_up import TakenUp


@click.command()
@click.option(
    "--home", "folder", help="Folder of the register; HEARD_HOME, or .heard in your home folder, if not given."
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address to serve on; only this machine can reach the usual one.",
)
@click.option("--port", default=8765, show_default=True)
@click.option("--database", default="", help="For a new register on PostgreSQL: libpq's connection string.")
def desk(folder: str | None, host: str, port: int, database: str) -> None:
    """Serve the desk. The passphrase is asked; what is kept opens with nothing else."""
    from heard.desk import prepare, serve_open_home

    path = home_path(folder)
    start_django()
    with errors_spoken():
        fresh = not (path / "home.json").exists()
        if fresh:
            _require_empty(path)
            click.echo(
                f"A new register in {path}. Choose its passphrase: six words or more; nobody can recover it for you."
            )
        words = passphrase(fresh=fresh)
        if fresh:
            _begin(path, words, database)
        with _alone(path):
            _say_taken_up(prepare(path, words))
            if fresh or not _has_members():
                _first_members()
            shown = "localhost" if host == "127.0.0.1" else host  # browsers allow security keys on a name only
            click.echo(f"The desk is at http://{shown}:{port}/ — stop it with Ctrl-C; it is locked then.")
            serve_open_home(host, port)


def _require_empty(path: Path) -> None:
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        message = f"{path} holds other things and no register. Name a new or an empty folder."
        raise click.UsageError(message)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Only one desk serves a register at a time."""
    with (path / "serving").open("w") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            click.echo("A desk serves this register already. Use that one, or stop it first.", err=True)
            sys.exit(FAILED)
        yield


def _begin(path: Path, words: str, database: str) -> None:
    from heard.records import home

    home.create_home(path, words, database=database)


def _say_taken_up(taken: "TakenUp") -> None:
    if taken.accounts:
        click.echo(f"{taken.accounts} accounts that an earlier run had left half done were finished.")
    for account in taken.broken:
        say_error(BrokenCustody(account))


def _has_members() -> bool:
    from heard.records.models import MemberAccount

    return MemberAccount.objects.exists()


def _first_members() -> None:
    click.echo("The first members. The administrator sees settings and members, never content.")
    for role in ("administrator", "documenter"):
        _add(role, click.prompt(f"User name of the {role}"))
    click.echo("A reviewer does a documenter's work and approves findings; nobody approves their own.")
    username = click.prompt("User name of a reviewer (empty: add one later)", default="", show_default=False)
    if username:
        _add("reviewer", username)


def _add(role: str, username: str) -> None:
    from heard.desk import create_member

    name = click.prompt("Full name, as colleagues know them", default=username)
    create_member(username=username, name=name, role=role, password=_password())


def _password() -> str:
    """A password that the desk would take too."""
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    while True:
        password: str = click.prompt("Password, 12 characters or more", hide_input=True, confirmation_prompt=True)
        try:
            validate_password(password)
        except ValidationError as refused:
            click.echo("\n".join(refused.messages))
        else:
            return password
