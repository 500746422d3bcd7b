"""The desk as a program: a home of its own, a real server, and nothing unsealed on the disk."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("served.py")
MARK = "nobody-may-find-these-words"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, object], Path]:
    """What a visit to a served desk showed, and the folder with its home and its temporary files."""
    folder = tmp_path_factory.mktemp("served")
    (folder / "tmp").mkdir()
    environment = os.environ | {"TMPDIR": str(folder / "tmp"), "DJANGO_SETTINGS_MODULE": "heard.desk.settings"}
    run = subprocess.run(
        [sys.executable, str(PROGRAM), str(folder), MARK],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout), folder


def test_the_desk_is_served_from_a_fresh_home(served: tuple[dict[str, object], Path]):
    assert served[0]["log in"] == 200
    assert served[0]["inbox"] == 200


def test_an_upload_larger_than_any_buffer_is_kept(served: tuple[dict[str, object], Path]):
    assert served[0]["kept"] is True


def test_nothing_that_was_sent_stands_unsealed_on_the_disk(served: tuple[dict[str, object], Path]):
    words = MARK.encode()

    found = [file for file in served[1].rglob("*") if file.is_file() and words in file.read_bytes()]

    assert found == []


def test_the_server_makes_no_temporary_files(served: tuple[dict[str, object], Path]):
    assert served[0]["temporary files"] == []


def test_what_passes_the_limit_is_refused_in_a_sentence(served: tuple[dict[str, object], Path]):
    assert served[0]["too large"] == [413, True]


def test_the_server_does_not_say_what_it_is(served: tuple[dict[str, object], Path]):
    assert served[0]["server"] == ""
