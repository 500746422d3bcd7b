"""`heard brief`: the main job in one command, on anybody's own documents, without the desk."""

import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console

from heard.cli.opening import in_language, passing_home, start_django
from heard.cli.speaking import FAILED, errors_spoken, say_code, say_error
from heard.register.member import Member

if TYPE_CHECKING:
    from heard.cli.way import Arrived

GRANTED_BY_WHO_RUNS_THIS = ("store_encrypted", "on_device_ai_reading", "internal_analysis")
USE = "internal_analysis"


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder to write into.")
@click.option("--replace", is_flag=True, help="Write over an earlier brief in that folder.")
@click.option("--title", default="", help="Title of the brief; the first file's name if not given.")
@click.option("--language", type=click.Choice(["en", "az", "ru"]), default="en", show_default=True)
def brief(files: tuple[Path, ...], out: Path, replace: bool, title: str, language: str) -> None:
    """Keep FILES under custody, read them, write a brief and a bundle that anyone can verify.

    Every page is marked as read by machine and reviewed by nobody, and made for use inside your organisation only.
    The register this needs is encrypted, lives in a temporary folder, and is gone at the end.
    """
    start_django()
    with (
        in_language(language),
        errors_spoken(),
        tempfile.TemporaryDirectory(prefix="heard-") as folder,
        passing_home(Path(folder) / "home"),
    ):
        _require_room(out, replace=replace)
        unread = _brief(files, out, title, language)
    sys.exit(FAILED if unread else 0)


def _require_room(out: Path, *, replace: bool) -> None:
    """Before anything is read: the folder can be written to, and holds no brief that would be lost."""
    if (out / "brief.pdf").exists() and not replace:
        message = f"{out} holds a brief already. Name another folder, or say --replace."
        raise click.UsageError(message)
    out.mkdir(parents=True, exist_ok=True)
    tempfile.TemporaryFile(dir=out).close()


def _brief(files: tuple[Path, ...], out: Path, title: str, language: str) -> int:
    """How many files could not be read."""
    from heard.cli.way import BUNDLE, Arriving, keep_and_read, progress, storable, write_out
    from heard.procedures.add_member import add_member
    from heard.procedures.take_drafts import take_drafts
    from heard.register.member import MemberRole

    console = Console(stderr=True)
    machine = add_member(
        by=None, username="machine", name="Heard", role=MemberRole.MACHINE, password="", language=language
    )
    with progress(console) as bar:
        keeping = bar.add_task("Keeping and reading", total=len(files))
        arrived = []
        for file in files:
            source = _source(file, machine)
            arrived.append(keep_and_read(Arriving(file=file, title=storable(file.stem), source=source), by=machine))
            bar.advance(keeping)
    everything = [one for file in arrived for one in file.all]
    _say_unread(everything)
    accounts = tuple(one.account for one in everything if one.is_read)
    if not accounts:
        console.print("None of these files could be read, so there is nothing to brief.")
        return len(files)
    claims = sum(len(take_drafts(by=machine, account=account)) for account in accounts)
    with console.status("Writing the brief"):
        titled = title or storable(files[0].stem)
        today = datetime.now(UTC).date()
        missing = tuple((Path(one.title).name, one.code) for one in everything if one.code)
        write_out(
            out, by=machine, title=titled, language=language, use=USE, on=today, accounts=accounts, unread=missing
        )
    read = sum(one.is_read for one in arrived)
    click.echo(f"{read} of {len(files)} files read, {claims} claims, read by machine, reviewed by nobody.")
    attached = len(everything) - len(arrived)
    if attached:
        click.echo(f"Attached to them: {attached} files, {len(accounts) - read} of them read.")
    if not claims:
        click.echo("The rules found no claim in them. That does not mean there is none: read them yourself.")
    for name in ("brief.pdf", "brief.docx", "brief.json", BUNDLE):
        click.echo(f"  {out / name}")
    click.echo(f"Check it: heard verify {out / BUNDLE}")
    return len(files) - read


def _say_unread(everything: "list[Arrived]") -> None:
    for one in everything:
        if one.error:
            say_error(one.error, about=one.title)
        if one.unreadable:
            say_code(one.unreadable, about=one.title)


def _source(file: Path, machine: Member) -> str:
    from heard.cli.way import storable
    from heard.procedures.add_source import add_source
    from heard.register.account import Answer, Consent, Relation

    consent = Consent(answers=tuple((use, Answer.GRANTED) for use in GRANTED_BY_WHO_RUNS_THIS))
    return add_source(by=machine, label=storable(file.name), relation=Relation.DOCUMENT, grade="F", consent=consent)
