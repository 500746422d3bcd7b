"""Whether everything is as it was kept, asked from the command line."""

import os
from pathlib import Path

import pytest
from tests.running import Run
from tests.storage import CHEAP

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
