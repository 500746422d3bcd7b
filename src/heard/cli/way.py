"""The way of an account, step by step, as `heard brief` and `heard demo` walk it."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from heard.desk.engines import extractor, reader
from heard.procedures.keep_account import Kept, keep_account
from heard.procedures.make_bundle import MadeBundle, make_bundle
from heard.procedures.read_account import read_account
from heard.records.durable import full_disk_named, keep_as, new_file
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
    """What became of it: its account and how many drafts; or the error that kept it from being read or kept.

    `title` names it to a person; `attached` is what came with it, each in turn.
    """

    title: str
    account: str = ""
    drafts: int = 0
    unreadable: str = ""
    error: HeardError | None = None
    attached: tuple["Arrived", ...] = ()

    @property
    def all(self) -> tuple["Arrived", ...]:
        """This one, and everything that came with it."""
        return (self, *(one for attached in self.attached for one in attached.all))

    @property
    def code(self) -> str:
        """The code of the error that kept it from being read or kept; empty where none did."""
        return self.error.code if self.error else self.unreadable

    @property
    def is_read(self) -> bool:
        return not (self.error or self.unreadable)


@contextmanager
def progress(console: Console) -> Iterator[Progress]:
    """A progress bar on a terminal, nothing elsewhere."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        yield bar


def keep_and_read(arriving: Arriving, *, by: Member) -> Arrived:
    """Keep one file under custody, take its text out, and let the reader propose drafts; so with what is attached."""
    try:
        kept = _keep(arriving, by=by)
    except HeardError as error:
        return Arrived(title=str(arriving.file), error=error)
    return _read(kept, str(arriving.file), by=by)


def _read(kept: Kept, title: str, *, by: Member) -> Arrived:
    attached = tuple(_read(one, one.title, by=by) for one in kept.attached)
    drafts = 0 if kept.unreadable else read_account(by=by, account=kept.account, reader=reader())
    return Arrived(title=title, account=kept.account, drafts=drafts, unreadable=kept.unreadable, attached=attached)


def _keep(arriving: Arriving, *, by: Member) -> Kept:
    return keep_account(
        by=by,
        content=arriving.file,
        file_name=storable(arriving.file.name),
        media_type="",
        source=arriving.source,
        title=arriving.title,
        told=arriving.told,
        extract=extractor(),
    )


def write_out(  # noqa: PLR0913  # a brief has this many choices
    out: Path,
    *,
    by: Member,
    title: str,
    language: str,
    use: str,
    on: date,
    accounts: tuple[str, ...],
    unread: tuple[tuple[str, str], ...] = (),
) -> MadeBundle:
    """Write the brief's files and the bundle into the folder `out`, all of them whole or none; raises StorageFull."""
    with full_disk_named(), ExitStack() as unfinished:
        out.mkdir(parents=True, exist_ok=True)
        bundle, bundle_path = unfinished.enter_context(new_file(out))
        made = make_bundle(
            by=by, title=title, language=language, use=use, on=on, to=bundle, accounts=accounts, unread=unread
        )
        files = [(bundle, bundle_path, out / BUNDLE)]
        for name, content in made.brief.files.items():
            file, path = unfinished.enter_context(new_file(out))
            file.write(content)
            files.append((file, path, out / name))
        for file, _path, _name in files:
            file.flush()  # whatever the disk cannot take, it refuses before the first file has its name
        for file, path, whole in files:
            keep_as(file, path, whole)
    return made


def storable(name: str) -> str:
    """A file's name as the register can hold it: bytes that are no letters stand as their numbers."""
    return os.fsencode(name).decode("utf-8", errors="backslashreplace")
