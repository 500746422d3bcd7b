"""A brief as JSON: the format that docs/formats/brief.md writes down."""

import json
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import get_args, get_type_hints

from tests.acting.accounts import brief

from heard.acting.brief import Brief
from heard.acting.brief_json import brief_json
from heard.register.vocabulary import vocabulary
from heard.terms.canonical import read_canonical

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/formats/brief.md").read_text(encoding="utf-8")
VECTOR = ROOT / "tests/vectors/brief.json"


def field_names(kind: type) -> set[str]:
    """The names of all fields of a value of this kind, and of the values in it."""
    found: set[str] = set()
    for name, hint in get_type_hints(kind).items():
        found.add(name)
        for part in (hint, *get_args(hint)):
            if is_dataclass(part) and isinstance(part, type) and part is not kind:
                found |= field_names(part)
    return found


def test_the_encoding_is_canonical_and_names_its_format_and_version() -> None:
    value = read_canonical(brief_json(brief()))

    assert isinstance(value, dict)
    assert value["format"] == "heard brief 1"
    assert set(value) == {"format", *(field.name for field in fields(Brief))}


def test_the_page_about_the_format_names_every_field() -> None:
    assert {name for name in field_names(Brief) if f"`{name}`" not in PAGE} == set()


def test_the_example_on_the_page_is_a_brief() -> None:
    example = json.loads(PAGE.split("```json\n")[1].split("```")[0])

    assert set(example) == {"format", *(field.name for field in fields(Brief))}
    assert example["use"] in vocabulary("consent")


def test_old_briefs_keep_their_bytes() -> None:
    """The invented brief of the tests, as this version first wrote it."""
    assert brief_json(brief()) == VECTOR.read_bytes().rstrip(b"\n")
