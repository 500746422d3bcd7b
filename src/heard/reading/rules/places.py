"""Where something happens: named places, and kinds of places behind "in" or "at"."""

import re
from collections.abc import Iterator
from functools import cache

from heard.reading.rules.details import Detail
from heard.reading.rules.parties import Scene
from heard.reading.rules.words import words_of
from heard.reading.sentences import Sentence
from heard.terms.saying import NameKind

_BEFORE = {
    "en": re.compile(
        r"\b(?:in|at|from|to|into|inside|outside|near|of|within)\s(?:the\s|a\s|an\s|his\s|her\s|their\s|our\s|this\s|that\s)?"
        r"(?:[a-z-]+\s){0,2}$"
    ),
    "ru": re.compile(r"\b(?:в|из|на|во|под|у|около)\s(?:[\w-]+\s){0,2}$"),
    "az": re.compile(r"$"),
}
_UNKNOWN = re.compile(
    r"\b(?:in|near|at|outside)\s(?:the\s(?:city|town|village|district)\sof\s|\w+ern\s)?"
    r"([A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+)?)\b(?!\s\d)"
)
#: How far, in characters, "in" may stand from what it governs.
_REACH = 40


def places_in(scene: Scene, sentence: Sentence) -> tuple[Detail, ...]:
    """Places of a sentence in order, the longer of two that overlap."""
    spans = [*_kinds(scene, sentence), *_listed(scene, sentence), *_named(scene, sentence), *_unknown(scene, sentence)]
    kept: list[Detail] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if kept and start < kept[-1].end:
            kept[-1] = Detail(start=kept[-1].start, end=max(kept[-1].end, end))
        else:
            kept.append(Detail(start=start, end=end))
    return tuple(kept)


def _governed(scene: Scene, sentence: Sentence, start: int) -> bool:
    finder = _BEFORE[scene.words.language]
    return bool(finder.search(scene.small, max(sentence.start, start - _REACH), start))


def _kinds(scene: Scene, sentence: Sentence) -> Iterator[tuple[int, int]]:
    for match in scene.words.anywhere("place_heads").finditer(scene.small, sentence.start, sentence.end):
        arrest = scene.small.startswith(" arrest", match.end())
        if not arrest and _governed(scene, sentence, match.start()):
            yield match.span()


def _listed(scene: Scene, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Places of the word list, but not inside the name of a body."""
    names = scene.names_in(sentence.start, sentence.end)
    bodies = [(name.start, name.end) for name in names if name.kind is NameKind.BODY]
    for match in _places(scene.words.language).finditer(scene.content, sentence.start, sentence.end):
        inside = any(start <= match.start() < end for start, end in bodies)
        if not inside and _governed(scene, sentence, match.start()):
            yield match.span()


def _named(scene: Scene, sentence: Sentence) -> Iterator[tuple[int, int]]:
    for name in scene.names_in(sentence.start, sentence.end):
        if name.kind is NameKind.PLACE and _governed(scene, sentence, name.start):
            yield name.start, name.end


def _unknown(scene: Scene, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """In English, capitals behind "in" that are no name of anything else."""
    if scene.words.language != "en":
        return
    taken = [(name.start, name.end) for name in scene.names_in(sentence.start, sentence.end)]
    never = scene.words.as_written("never_names") | scene.words.as_written("days")
    for match in _UNKNOWN.finditer(scene.content, sentence.start, sentence.end):
        free = not any(start < match.end(1) and match.start(1) < end for start, end in taken)
        if free and match[1].split()[0] not in never:
            yield match.span(1)


@cache
def _places(language: str) -> re.Pattern[str]:
    """Finds the listed places of a language, with the case endings it has."""
    words = sorted((re.escape(place) for place in words_of(language).as_written("places")), key=len, reverse=True)
    cases = "" if language == "en" else r"\w{0,6}"
    kinds = r"(?:\s(?:Airport|airport|District|region|prison|Prison))?"
    return re.compile(rf"\b(?:{'|'.join(words)}){cases}\b{kinds}")
