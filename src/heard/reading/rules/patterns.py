"""Patterns of claims as the data files hold them: one line of the field's words, its example and counter-example."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from heard.reading.rules.phrases import Phrase, compile_phrase
from heard.reading.rules.words import LANGUAGES, words_of
from heard.terms.errors import Malformed
from heard.terms.saying import Kind


class Frame(StrEnum):
    """How the people of a sentence stand to the words of a pattern."""

    DONE = "done"  # somebody does it to somebody: "beat", "was beaten by"
    SUFFERED = "suffered"  # the subject suffers it: "died", "went on hunger strike"
    DOING = "doing"  # the subject does it, to nobody in particular: "act with impunity"
    NAMED = "named"  # a noun names it: "torture of prisoners by guards"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One line of a pattern file. `needs` and `unless` are further phrases the sentence must and must not hold."""

    id: str
    language: str
    kind: Kind
    type: str
    phrase: Phrase
    frame: Frame
    needs: Phrase | None
    unless: Phrase | None
    denial: bool
    example: str
    counter: str
    confidence: float


@cache
def patterns_of(language: str) -> tuple[Pattern, ...]:
    """Every pattern of a language, in the order of the files; those of English where there are none."""
    known = language if language in LANGUAGES else "en"
    found: list[Pattern] = []
    for entry in sorted(files("heard.reading.rules").joinpath("patterns").iterdir(), key=lambda path: path.name):
        if entry.name.endswith(f".{known}.toml"):
            found.extend(_read(tomllib.loads(entry.read_text(encoding="utf-8")), known))
    identities = [pattern.id for pattern in found]
    if len(set(identities)) < len(identities):
        raise Malformed("pattern id", *sorted({one for one in identities if identities.count(one) > 1}))
    return tuple(found)


def _read(file: dict[str, object], language: str) -> list[Pattern]:
    lines = file["pattern"]
    assert isinstance(lines, list), "a pattern file is a list of patterns"
    return [read_pattern(line, language) for line in lines]


def read_pattern(line: dict[str, object], language: str) -> Pattern:
    """One pattern from its line; raises Malformed where a field is missing or wrong."""
    lists = words_of(language).lists

    def text(name: str, default: str | None = None) -> str:
        value = line.get(name, default)
        if not isinstance(value, str):
            raise Malformed("pattern", line.get("id"), name)
        return value

    def phrase(name: str) -> Phrase | None:
        return compile_phrase(text(name), lists, language) if name in line else None

    confidence = line.get("confidence", 0.7)
    if not isinstance(confidence, float) or not 0 < confidence <= 1:
        raise Malformed("pattern", line.get("id"), "confidence")
    return Pattern(
        id=text("id"),
        language=language,
        kind=Kind(text("kind")),
        type=text("type", ""),
        phrase=compile_phrase(text("pattern"), lists, language),
        frame=Frame(text("frame", "done")),
        needs=phrase("needs"),
        unless=phrase("unless"),
        denial=line.get("denial") is True,
        example=text("example"),
        counter=text("counter"),
        confidence=confidence,
    )
