"""The way of an account, step by step, as `heard brief` and `heard demo` walk it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from heard.desk.engines import extractor, reader
from heard.procedures.keep_account import Kept, keep_account
from heard.procedures.make_bundle import MadeBundle, make_bundle
from heard.procedures.read_account import read_account
from heard.register.member import Member
from heard.terms.errors import HeardError

BUNDLE = "bundle.zip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arriving:
    """A file on its way in. `source` is the key of who tells it, `told` EDTF or empty."""

    file: Path
    title: str
    source: str
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """What became of it: its account and how many drafts; or the error that kept it from being read or kept."""

    file: Path
    account: str = ""
    drafts: int = 0
    unreadable: str = ""
    error: HeardError | None = None


@contextmanager
def progress(console: Console) -> Iterator[Progress]:
    """A progress bar on a terminal, nothing elsewhere."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        yield bar


def keep_and_read(arriving: Arriving, *, by: Member) -> Arrived:
    """Keep one file under custody, take its text out, and let the reader propose drafts."""
    try:
        kept = _keep(arriving, by=by)
    except HeardError as error:
        return Arrived(file=arriving.file, error=error)
    if kept.unreadable:
        return Arrived(file=arriving.file, account=kept.account, unreadable=kept.unreadable)
    drafts = read_account(by=by, account=kept.account, reader=reader())
    return Arrived(file=arriving.file, account=kept.account, drafts=drafts)


def _keep(arriving: Arriving, *, by: Member) -> Kept:
    return keep_account(
        by=by,
        content=arriving.file.read_bytes(),
        file_name=arriving.file.name,
        media_type="",
        source=arriving.source,
        title=arriving.title,
        told=arriving.told,
        extract=extractor(),
    )


def write_out(  # noqa: PLR0913  # a brief has this many choices
    out: Path, *, by: Member, title: str, language: str, use: str, on: date, accounts: tuple[str, ...]
) -> MadeBundle:
    """Write the brief's files and the bundle into the folder `out`, each whole or not at all."""
    out.mkdir(parents=True, exist_ok=True)
    unfinished = out / f".{BUNDLE}.part"
    with unfinished.open("w+b") as to:
        made = make_bundle(by=by, title=title, language=language, use=use, on=on, to=to, accounts=accounts)
    unfinished.replace(out / BUNDLE)
    for name, content in made.brief.files.items():
        (out / name).write_bytes(content)
    return made
