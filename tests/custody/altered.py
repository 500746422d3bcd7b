"""A whole bundle taken apart, and ways to put it together again differently."""

import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.custody.sample import LOG_KEY, WITNESS, SampleLog, sample_contents, sample_log, sealed

from heard.acting.bundle import prepare
from heard.custody.verifier import Check

KEY = LOG_KEY.verifier.written()
Files = dict[str, bytes]
Faults = list[tuple[str, str]]


@cache
def made() -> tuple[bytes, SampleLog]:
    log = sample_log()
    return sealed(prepare(sample_contents(log, witnesses=(WITNESS,))), log, WITNESS), log


@cache
def contents() -> tuple[tuple[str, bytes], ...]:
    archive = zipfile.ZipFile(BytesIO(made()[0]))
    return tuple((name, archive.read(name)) for name in archive.namelist())


def zipped(files: list[tuple[str, bytes]] | Files) -> bytes:
    """These files as a zip of the right form, in the order given, names twice if given twice."""
    to = BytesIO()
    with zipfile.ZipFile(to, "w") as archive:
        for name, content in files.items() if isinstance(files, dict) else files:
            info = zipfile.ZipInfo(name)
            info.external_attr = 0o100644 << 16
            archive.writestr(info, content)
    return to.getvalue()


def faults_of(container: bytes, *, key: str | None = KEY) -> Faults:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "bundle.zip"
        path.write_bytes(container)
        return list(Check(path, key).faults)


def faults_of_folder(files: Files) -> Faults:
    with TemporaryDirectory() as folder:
        for name, content in files.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return list(Check(Path(folder), KEY).faults)


def named(faults: Faults) -> set[str]:
    return {name for _, name in faults}


NAMES = [name for name, _ in contents()]
DATA = [name for name, content in contents() if content]
ENTRIES = [name for name in NAMES if name.endswith(".entry") and name.startswith("entries/")]


def who_must_be_named(name: str) -> set[str]:
    """A checkpoint names the signer whose signature fails; everything else names the file."""
    return {name, LOG_KEY.name, WITNESS.name} if name == "checkpoint" else {name}
