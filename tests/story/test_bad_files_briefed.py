"""Bad files, bad names and a full disk at `heard brief`: each is said in the language asked for."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from django.utils import translation
from tests.running import Run
from tests.story.bad_files import PNG, WORDS, bad_files, mail

from heard.desk.notes import note_sentence
from heard.desk.translations import compile_all
from heard.desk.words import EXPLANATIONS, UNTOUCHED


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    compile_all()


@pytest.fixture
def heard(tmp_path: Path) -> Run:
    return Run(tmp_path)


@pytest.mark.parametrize("language", ["en", "az", "ru"])
def test_every_bad_file_is_said_in_the_language_of_the_brief_and_the_good_one_is_briefed(
    heard: Run, tmp_path: Path, language: str
) -> None:
    (tmp_path / "good.txt").write_text(WORDS)
    (tmp_path / "empty.txt").write_bytes(b"")
    bad = bad_files()
    for file in bad:
        (tmp_path / file.name).write_bytes(file.content)
    names = [file.name for file in bad]

    done = heard("brief", "good.txt", "empty.txt", *names, "--out", "out", "--language", language)

    assert done.returncode == 1
    assert f"1 of {len(bad) + 2} files read" in done.stdout
    with translation.override(language):
        for name, code in [("empty.txt", "EmptyFile"), *((file.name, file.code) for file in bad)]:
            words = EXPLANATIONS[code]
            assert f"{name}: {words.title}" in done.stderr
            assert f"  {words.happened} {UNTOUCHED}\n  {words.todo}\n" in done.stderr
    assert "Traceback" not in done.stderr
    assert heard("verify", "out/bundle.zip").returncode == 0
    assert all((tmp_path / file.name).read_bytes() == file.content for file in bad)


def test_where_nothing_could_be_read_nothing_is_written(heard: Run, tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(PNG)

    done = heard("brief", "photo.png", "--out", "out")

    assert done.returncode == 1
    assert not list((tmp_path / "out").glob("*"))


def test_what_is_attached_is_briefed_and_what_cannot_be_read_is_said(heard: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.eml").write_bytes(mail(("list.txt", WORDS.encode()), ("photo.png", PNG), words="See below.\n"))

    done = heard("brief", "letter.eml", "--out", "out", "--language", "ru")

    assert done.returncode == 0, done.stderr
    assert "photo.png — приложение к: letter" in done.stderr
    exhibits = json.loads((tmp_path / "out" / "brief.json").read_text())["exhibits"]
    assert [exhibit["title"] for exhibit in exhibits] == ["list.txt — приложение к: letter"]
    assert heard("verify", "out/bundle.zip").returncode == 0


def test_letters_that_turn_the_line_are_shown_in_the_brief_and_on_the_terminal(heard: Run, tmp_path: Path) -> None:
    name = "letter\u202etxt.txt"
    turned = WORDS.replace("Lala Tagizade", "Lala \u202eedazigaT\u202c")
    (tmp_path / name).write_text(turned)
    (tmp_path / "photo\u202egnp.png").write_bytes(PNG)

    done = heard("brief", name, "photo\u202egnp.png", "--out", "out", "--title", "A \u202ebrief")
    read = heard("read", name)

    assert "\u202e" not in done.stdout + done.stderr + read.stdout
    assert "photo⟨U+202E⟩gnp.png" in done.stderr
    assert note_sentence("direction-controls 2") in read.stdout
    pages = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(tmp_path / "out/brief.pdf"))
    assert "\u202e" not in pages
    assert "[U+202E]" in pages


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a file system refuses such a name")
def test_a_file_whose_name_is_in_a_lost_encoding_is_briefed(heard: Run, tmp_path: Path) -> None:
    name = os.fsdecode("письмо.txt".encode("cp1251"))
    (tmp_path / name).write_text(WORDS)

    done = heard("brief", name, "--out", "out")

    assert done.returncode == 0, done.stderr
    exhibits = json.loads((tmp_path / "out" / "brief.json").read_text())["exhibits"]
    assert exhibits[0]["name"].startswith("\\xef\\xe8\\xf1")


@pytest.mark.parametrize(("size", "full"), [("32k", "out"), ("100k", "out"), ("600k", "tmp")])
def test_on_a_full_disk_there_is_one_sentence_and_no_half_a_file(tmp_path: Path, size: str, full: str) -> None:
    """The folder of the brief, or the folder of the passing register, lies on a disk of this size."""
    (tmp_path / "good.txt").write_text(WORDS)
    for folder in ("out", "tmp"):
        (tmp_path / folder).mkdir()
    alone = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--mount", "--user", "--map-root-user"]
    if subprocess.run([*alone, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    program = (
        f'mount -t tmpfs -o size={size} tmpfs {full}; TMPDIR="$PWD/tmp" "{sys.executable}" -m heard brief good.txt '
        "--out out --language ru; echo ended $?; ls -A out tmp"
    )

    done = subprocess.run(
        [*alone, "sh", "-c", program], capture_output=True, text=True, check=False, cwd=tmp_path, timeout=120
    )

    with translation.override("ru"):
        words = EXPLANATIONS["StorageFull"]
        assert f"{words.title}" in done.stderr
        assert f"  {words.happened}\n  {words.todo}\n" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == "ended 1\nout:\n\ntmp:\n"
