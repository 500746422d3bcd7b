"""A brief as JSON, for programs: docs/formats/brief.md."""

from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from heard.acting.brief import Brief
from heard.terms.canonical import canonical_bytes

FORMAT = "heard brief 1"


def brief_json(brief: Brief) -> bytes:
    """The one encoding of `brief`: canonical JSON in UTF-8."""
    return canonical_bytes({"format": FORMAT, **_fields(brief)})


def _fields(value: object) -> dict[str, object]:
    if not is_dataclass(value):
        raise AssertionError("only values of a brief are encoded")
    return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}


def _plain(value: object) -> object:
    match value:
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(part) for part in value]
        case None | bool() | int() | str():
            return value
        case _:
            return _fields(value)
