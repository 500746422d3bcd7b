"""What `heard read` prints."""

import json
from hashlib import sha256
from pathlib import Path

from tests.running import Run

TEXT = (
    "Lala Tagizade, a teacher, was arrested on 3 March 2024 in Aghbulag.\r\n"
    "According to her lawyer, two guards beat her in the detention centre.\n\n"
    "The ministry denied that she had been tortured.\n"
)


def test_one_json_object_a_file_whose_spans_quote_the_file(heard: Run, tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_text(TEXT, newline="")

    done = heard("read", "--json", file, file)

    said = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [one["file"] for one in said] == [str(file), str(file)]
    assert said[0]["sha256"] == sha256(TEXT.encode()).hexdigest()
    spans = [span for claim in said[0]["claims"] for span in (claim["evidence"], *claim["args"])]
    assert spans
    assert all(TEXT[span["start"] : span["end"]] == span["text"] for span in spans)


def test_an_unreadable_file_gets_a_sentence_and_does_not_stop_the_others(heard: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "note.txt").write_text(TEXT)

    done = heard("read", "--json", "empty.txt", "note.txt")

    first, second = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 1
    assert first == {"file": "empty.txt", "error": "EmptyFile"}
    assert second["claims"]
    assert "empty.txt: This file holds no text" in done.stderr


def test_a_person_gets_sentences(heard: Run, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(TEXT)

    done = heard("read", "note.txt")

    assert "arrest" in done.stdout
    assert "“Lala Tagizade, a teacher, was arrested on 3 March 2024 in Aghbulag.”" in done.stdout
