"""`heard brief`: the main job in one command, on anybody's own documents, without the desk."""

import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console

from heard.cli.opening import passing_home
from heard.cli.speaking import FAILED, errors_spoken, say_code, say_error
from heard.register.member import Member

GRANTED_BY_WHO_RUNS_THIS = ("store_encrypted", "on_device_ai_reading", "internal_analysis")
USE = "internal_analysis"


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder to write into.")
@click.option("--title", default="", help="Title of the brief; the first file's name if not given.")
@click.option("--language", type=click.Choice(["en", "az", "ru"]), default="en", show_default=True)
def brief(files: tuple[Path, ...], out: Path, title: str, language: str) -> None:
    """Keep FILES under custody, read them, write a brief and a bundle that anyone can verify.

    Every page is marked as read by machine and reviewed by nobody, and made for use inside your organisation only.
    The register this needs is encrypted, lives in a temporary folder, and is gone at the end.
    """
    with errors_spoken(), tempfile.TemporaryDirectory(prefix="heard-") as folder, passing_home(Path(folder) / "home"):
        unread = _brief(files, out, title or files[0].stem, language)
    sys.exit(FAILED if unread else 0)


def _brief(files: tuple[Path, ...], out: Path, title: str, language: str) -> int:
    """How many files could not be read."""
    from heard.cli.way import BUNDLE, Arriving, keep_and_read, progress, write_out
    from heard.procedures.add_member import add_member
    from heard.procedures.take_drafts import take_drafts
    from heard.register.member import MemberRole

    console = Console(stderr=True)
    machine = add_member(by=None, username="machine", name="Heard", role=MemberRole.MACHINE, password="")
    with progress(console) as bar:
        keeping = bar.add_task("Keeping and reading", total=len(files))
        arrived = []
        for file in files:
            source = _source(file, machine)
            arrived.append(keep_and_read(Arriving(file=file, title=file.stem, source=source), by=machine))
            bar.advance(keeping)
    for one in arrived:
        if one.error:
            say_error(one.error, about=str(one.file))
        if one.unreadable:
            say_code(one.unreadable, about=str(one.file))
    read = [one for one in arrived if not (one.error or one.unreadable)]
    if not read:
        console.print("None of these files could be read, so there is nothing to brief.")
        return len(files)
    claims = sum(len(take_drafts(by=machine, account=one.account)) for one in read)
    with console.status("Writing the brief"):
        accounts = tuple(one.account for one in read)
        today = datetime.now(UTC).date()
        write_out(out, by=machine, title=title, language=language, use=USE, on=today, accounts=accounts)
    click.echo(f"{len(read)} of {len(files)} files read, {claims} claims, read by machine, reviewed by nobody.")
    for name in ("brief.pdf", "brief.docx", "brief.json", BUNDLE):
        click.echo(f"  {out / name}")
    click.echo(f"Check it: heard verify {out / BUNDLE}")
    return len(arrived) - len(read)


def _source(file: Path, machine: Member) -> str:
    from heard.procedures.add_source import add_source
    from heard.register.account import Answer, Consent, Relation

    consent = Consent(answers=tuple((use, Answer.GRANTED) for use in GRANTED_BY_WHO_RUNS_THIS))
    return add_source(by=machine, label=file.name, relation=Relation.DOCUMENT, grade="F", consent=consent)
