"""The main job in one command."""

import json
import re
import zipfile
from pathlib import Path

import pypdfium2
from tests.running import Run

LETTER = "My name is Lala Tagizade. On 3 March 2024 two guards beat me in the Aghbulag detention centre.\n"
REPLY = "The Aghbulag administration denies that Lala Tagizade was beaten.\n"


def _files(folder: Path) -> tuple[Path, Path]:
    letter, reply = folder / "letter.txt", folder / "reply.txt"
    letter.write_text(LETTER)
    reply.write_text(REPLY)
    return letter, reply


def test_files_go_in_and_a_brief_and_a_bundle_that_verifies_come_out(heard: Run, tmp_path: Path) -> None:
    made = heard("brief", *_files(tmp_path), "--out", "out")
    checked = heard("verify", "out/bundle.zip")

    assert made.returncode == 0, made.stderr
    assert checked.returncode == 0, checked.stdout
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "brief.pdf",
        "brief.docx",
        "brief.json",
        "bundle.zip",
    }


def test_every_page_says_that_nobody_reviewed_it(heard: Run, tmp_path: Path) -> None:
    heard("brief", *_files(tmp_path), "--out", "out")

    pages = pypdfium2.PdfDocument(tmp_path / "out" / "brief.pdf")
    assert all("Read by machine, reviewed by nobody" in page.get_textpage().get_text_bounded() for page in pages)


def test_the_same_files_give_the_same_brief_but_for_dates_and_ids(heard: Run, tmp_path: Path) -> None:
    files = _files(tmp_path)
    heard("brief", *files, "--out", "first")
    heard("brief", *files, "--out", "second")

    first, second = (
        _without_dates_and_ids((tmp_path / name / "brief.json").read_text()) for name in ("first", "second")
    )
    assert first == second
    assert json.loads(first)["sections"]


def _without_dates_and_ids(text: str) -> str:
    return re.sub(r"\b[0-9a-f]{32}\b", "id", re.sub(r"\b20\d\d-\d\d-\d\d\b", "day", text))


def test_a_file_that_cannot_be_read_is_said_and_the_others_are_briefed(heard: Run, tmp_path: Path) -> None:
    letter, _ = _files(tmp_path)
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nbroken")

    done = heard("brief", letter, "broken.pdf", "--out", "out")

    assert done.returncode == 1
    assert "broken.pdf" in done.stderr
    assert "1 of 2 files read" in done.stdout
    assert json.loads((tmp_path / "out" / "brief.json").read_text())["unread"][0]["name"] == "broken.pdf"


def test_nothing_of_the_register_is_left_behind(heard: Run, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()

    heard("brief", *_files(tmp_path), "--out", "out", TMPDIR=str(temporary))

    assert list(temporary.iterdir()) == []


def test_an_altered_bundle_is_named(heard: Run, tmp_path: Path) -> None:
    heard("brief", *_files(tmp_path), "--out", "out")
    with zipfile.ZipFile(tmp_path / "out" / "bundle.zip") as bundle:
        bundle.extractall(tmp_path / "opened")
    (tmp_path / "opened" / "brief" / "brief.json").write_text("{}")

    done = heard("verify", "opened")

    assert done.returncode == 1
    assert "brief/brief.json was changed" in done.stdout


def test_a_folder_that_cannot_be_written_is_said_before_anything_is_read(heard: Run, tmp_path: Path) -> None:
    done = heard("brief", *_files(tmp_path), "--out", "/proc/brief")

    assert done.returncode == 1
    assert "/proc/brief" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_earlier_brief_is_not_written_over_unless_asked(heard: Run, tmp_path: Path) -> None:
    files = _files(tmp_path)
    heard("brief", *files, "--out", "out")
    before = (tmp_path / "out" / "bundle.zip").read_bytes()

    refused = heard("brief", *files, "--out", "out")
    untouched = (tmp_path / "out" / "bundle.zip").read_bytes()
    replaced = heard("brief", *files, "--out", "out", "--replace")

    assert (refused.returncode, replaced.returncode) == (2, 0)
    assert untouched == before
