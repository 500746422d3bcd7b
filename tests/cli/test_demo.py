"""The demo is the project's promise: each of its steps is checked."""

from pathlib import Path

from tests.running import Run


def test_the_demo_walks_the_whole_way(heard: Run, tmp_path: Path) -> None:
    done = heard("demo", "--check", "--out", "out")

    assert done.returncode == 0, done.stdout + done.stderr
    for step in ("Keep", "Read", "Decide", "Search", "Link", "Register", "Custody", "Brief", "Verify", "Done"):
        assert f"\n{step} " in "\n" + done.stdout
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "brief.pdf",
        "brief.docx",
        "brief.json",
        "bundle.zip",
    }
