"""A run that is killed in the middle leaves all of an account or nothing, and the next run takes it up."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("killed_run.py")


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    root = Path(__file__).resolve().parents[2]
    return subprocess.run(
        [sys.executable, SCRIPT, folder, *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={"PYTHONPATH": str(root)},
    )


@pytest.mark.parametrize(
    ("point", "left"),
    [("sealing", "0 0 True True\n"), ("recorded", "0 0 True True\n"), ("text", "1 1 True True\n")],
)
def test_a_run_killed_at_any_point_leaves_all_or_nothing(tmp_path: Path, point: str, left: str) -> None:
    """What is printed: texts taken out by the next run, accounts there are, whether all read, whether all are whole."""
    killed = run(tmp_path / "home", "keep", point)
    assert killed.returncode == -signal.SIGKILL, killed.stderr

    after = run(tmp_path / "home", "resume")
    assert after.stdout == left, after.stderr
