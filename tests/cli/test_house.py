"""Whether everything is as it was kept, asked from the command line."""

import os
import socket
from pathlib import Path

import pytest
from tests.running import Run
from tests.storage import CHEAP

from heard.custody.note import Note
from heard.records.home import create_home

PASSPHRASE = "six words that nobody here guesses"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    create_home(tmp_path / "home", PASSPHRASE, cost=CHEAP)
    (tmp_path / "passphrase").write_text(PASSPHRASE + "\n")
    return tmp_path / "home"


def test_a_sound_home_is_said_to_hold(heard: Run, home: Path) -> None:
    done = heard("check", "--home", home, HEARD_PASSPHRASE_FILE=str(home.parent / "passphrase"))

    assert done.returncode == 0, done.stderr
    assert "The custody log holds" in done.stdout


def test_a_wrong_passphrase_gets_a_sentence(heard: Run, home: Path) -> None:
    (home.parent / "wrong").write_text("something else\n")

    done = heard("check", "--home", home, HEARD_PASSPHRASE_FILE=str(home.parent / "wrong"))

    assert done.returncode == 1
    assert "The passphrase is wrong" in done.stderr


def test_without_a_terminal_the_passphrase_file_is_named(heard: Run, home: Path) -> None:
    done = heard("check", "--home", home)

    assert done.returncode == 2
    assert "HEARD_PASSPHRASE_FILE" in done.stderr


def test_a_folder_without_a_register_is_said(heard: Run, home: Path) -> None:
    done = heard("check", "--home", os.fspath(home / "nothing"), HEARD_PASSPHRASE_FILE=str(home.parent / "passphrase"))

    assert done.returncode == 1
    assert "There is nothing here" in done.stderr


def test_the_passphrase_is_changed_and_the_old_one_opens_nothing(heard: Run, home: Path) -> None:
    new = "other words that nobody here guesses"
    old_file = {"HEARD_PASSPHRASE_FILE": str(home.parent / "passphrase")}
    changed = heard("passphrase", "--home", home, said=f"{new}\n{new}\n", **old_file)
    (home.parent / "new").write_text(new + "\n")

    assert changed.returncode == 0, changed.stderr
    assert heard("check", "--home", home, **old_file).returncode == 1
    assert heard("check", "--home", home, HEARD_PASSPHRASE_FILE=str(home.parent / "new")).returncode == 0


def test_a_checkpoint_is_signed_by_a_member_and_printed(heard: Run, home: Path) -> None:
    file = {"HEARD_PASSPHRASE_FILE": str(home.parent / "passphrase")}
    nobody = heard("checkpoint", "--home", home, **file)
    _add_members(heard, home, **file)

    signed = heard("checkpoint", "--home", home, "--by", "mina", **file)

    assert nobody.returncode == 1, "there is no administrator yet"
    assert "There is nothing here" in nobody.stderr
    assert signed.returncode == 0, signed.stderr
    assert len(Note.read(signed.stdout.encode()).signatures) == 1


def test_a_rebuild_of_a_sound_register_finds_no_difference(heard: Run, home: Path) -> None:
    file = {"HEARD_PASSPHRASE_FILE": str(home.parent / "passphrase")}
    _add_members(heard, home, **file)

    done = heard("rebuild", "--home", home, "--by", "aysel", **file)

    assert (done.returncode, done.stdout) == (0, "0 differences.\n")


def _add_members(heard: Run, home: Path, **file: str) -> None:
    """An administrator and a documenter; the desk itself cannot start, because its port is taken."""
    password = "a password of some length"
    answers = ["mina", "", password, password, "aysel", "", password, password, ""]
    with socket.create_server(("127.0.0.1", 0)) as taken:
        heard("desk", "--home", home, "--port", taken.getsockname()[1], said="\n".join(answers) + "\n", **file)
