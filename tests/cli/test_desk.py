"""What `heard desk` refuses before it serves anything."""

import fcntl
import socket
from pathlib import Path

import pytest
from tests.running import Run
from tests.storage import CHEAP

from heard.records.home import create_home

PASSPHRASE = "six words that nobody here guesses"


@pytest.fixture
def passphrase(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "passphrase").write_text(PASSPHRASE + "\n")
    return {"HEARD_PASSPHRASE_FILE": str(tmp_path / "passphrase")}


def test_a_folder_of_other_things_gets_no_register(heard: Run, tmp_path: Path, passphrase: dict[str, str]) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "one.txt").write_text("a letter")

    done = heard("desk", "--home", "letters", **passphrase)

    assert done.returncode == 2
    assert "holds other things and no register" in done.stderr
    assert [path.name for path in (tmp_path / "letters").iterdir()] == ["one.txt"]


def test_a_short_passphrase_makes_no_register(heard: Run, tmp_path: Path) -> None:
    (tmp_path / "short").write_text("one two\n")

    done = heard("desk", "--home", "new", HEARD_PASSPHRASE_FILE=str(tmp_path / "short"))

    assert done.returncode == 1
    assert "20 characters at least" in done.stdout
    assert not (tmp_path / "new" / "home.json").exists()


def test_a_second_desk_on_one_register_is_told_of_the_first(
    heard: Run, tmp_path: Path, passphrase: dict[str, str]
) -> None:
    create_home(tmp_path / "home", PASSPHRASE, cost=CHEAP)

    with (tmp_path / "home" / "serving").open("w") as first:
        fcntl.flock(first, fcntl.LOCK_EX)
        done = heard("desk", "--home", "home", **passphrase)

    assert done.returncode == 1
    assert "serves this register already" in done.stderr


def test_the_first_members_are_asked_for_and_a_weak_password_is_not_taken(
    heard: Run, tmp_path: Path, passphrase: dict[str, str]
) -> None:
    create_home(tmp_path / "home", PASSPHRASE, cost=CHEAP)
    strong = "a password of some length"
    answers = ["mina", "", "short", "short", strong, strong, "aysel", "", strong, strong, ""]

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = heard("desk", "--home", "home", "--port", port, said="\n".join(answers) + "\n", **passphrase)

    assert "too short" in done.stdout
    assert done.returncode == 1, "the port is taken, so nothing is served"
    assert "Address already in use" in done.stderr
    assert "Traceback" not in done.stderr
