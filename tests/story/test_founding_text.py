"""The founding text goes the whole way: from the page to a brief that cites each of its claims."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.running import Run

FOUNDING = Path(__file__).resolve().parents[3] / "shared" / "data" / "reading-dev" / "d00.json"
pytestmark = pytest.mark.skipif(not FOUNDING.exists(), reason="the founding text is not on this machine")


@pytest.fixture(scope="module")
def text() -> str:
    content: str = json.loads(FOUNDING.read_text(encoding="utf-8"))["text"]
    return content


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory, text: str) -> list[dict[str, Any]]:
    """Every sentence of the brief."""
    folder = tmp_path_factory.mktemp("founding")
    (folder / "hearing.txt").write_text(text, encoding="utf-8", newline="")
    run = Run(folder)
    done = run("brief", "hearing.txt", "--out", "out")
    assert done.returncode == 0, done.stderr
    assert run("verify", "out/bundle.zip").returncode == 0
    brief = json.loads((folder / "out" / "brief.json").read_text(encoding="utf-8"))
    return list(_sentences(brief))


def _sentences(brief: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for section in brief["sections"]:
        for one in section["said"]:
            yield one
            yield from one["denials"]


def _of(said: list[dict[str, Any]], kind: str, type: str = "") -> list[dict[str, Any]]:
    return [one for one in said if one["kind"] == kind and (not type or one["type"] == type)]


def test_every_sentence_quotes_the_text_at_its_span(said: list[dict[str, Any]], text: str) -> None:
    assert said
    for one in said:
        where = one["citation"]
        assert text[where["start"] : where["end"]] == where["quoted"]


def test_the_58_are_one_count_with_unit_period_and_witness(said: list[dict[str, Any]]) -> None:
    (count,) = _of(said, "count")
    assert "58 instances of torture" in count["text"]
    assert "January 2024 to June 2024" in count["text"]
    assert "Ulvi Hassanli" in count["text"]


def test_the_hunger_strike_is_of_more_than_90_days(said: list[dict[str, Any]]) -> None:
    (strike,) = _of(said, "status", "hunger_strike")
    assert "Fassil Gassimov" in strike["text"]
    assert "more than 90 days" in strike["text"]


def test_the_sentence_is_of_seven_years_and_the_release_is_kept(said: list[dict[str, Any]]) -> None:
    (sentence,) = _of(said, "status", "sentence")
    (release,) = _of(said, "status", "release")
    assert "7 years" in sentence["text"]
    assert "released" in release["citation"]["quoted"]


def test_the_demands_are_sanctions_and_conditions_on_aid(said: list[dict[str, Any]]) -> None:
    types = {one["type"] for one in _of(said, "demand")}
    assert {"sanctions", "aid_condition"} <= types
