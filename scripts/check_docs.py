"""Fails when the documentation and the program have drifted apart: links, commands, examples."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = [
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted(ROOT.glob("*/README.md")),
]
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
BLOCK = re.compile(r"^```(?:sh|console)\n(.*?)^```", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$? ?(?:\.venv/bin/)?heard ([a-z-]+)", re.MULTILINE)
TARGET = re.compile(r"^\$? ?make ([a-z-]+)", re.MULTILINE)


def broken_links(page: Path) -> list[str]:
    """Links of a page to files that are not there."""
    found = LINK.findall(page.read_text())
    return [
        link
        for link in found
        if "://" not in link and not link.startswith("mailto:") and not (page.parent / link).exists()
    ]


def commands() -> set[str]:
    """Names of the commands that `heard` has."""
    from heard.cli import main

    return set(main.names)


def targets() -> set[str]:
    """Names of the targets that make has."""
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))


def faults() -> list[str]:
    """Everything wrong, a line each."""
    known, makes, said = commands(), targets(), ""
    lines = []
    for page in PAGES:
        name = page.relative_to(ROOT)
        lines += [f"{name}: no such file: {link}" for link in broken_links(page)]
        shown = "\n".join(BLOCK.findall(page.read_text()))
        said += shown
        lines += [f"{name}: no such command: heard {c}" for c in COMMAND.findall(shown) if c not in known]
        lines += [f"{name}: no such target: make {t}" for t in TARGET.findall(shown) if t not in makes]
    lines += [f"no page shows the command: heard {c}" for c in sorted(known - set(COMMAND.findall(said)))]
    return lines


def failing_examples() -> list[str]:
    """Examples marked `<!-- runs -->` whose commands do not end well."""
    marked = re.compile(r"<!-- runs -->\n```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
    lines = []
    for page in PAGES:
        for example in marked.findall(page.read_text()):
            around = {
                "PATH": f"{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin",
                "HOME": tempfile.gettempdir(),
            }
            command = ["sh", "-euc", example]
            done = subprocess.run(
                command, cwd=ROOT, env=around, capture_output=True, text=True, timeout=240, check=False
            )
            if done.returncode:
                lines.append(f"{page.relative_to(ROOT)}: an example fails:\n{example}{done.stderr[-800:]}")
    return lines


if __name__ == "__main__":
    wrong = faults() + failing_examples()
    print("\n".join(wrong) if wrong else f"{len(PAGES)} pages agree with the program")
    sys.exit(bool(wrong))
