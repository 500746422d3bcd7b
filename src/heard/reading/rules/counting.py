"""Counts: how many people or cases, of what, over which time, by whose word."""

import re
from collections.abc import Iterator

from heard.reading.rules.details import Detail, nearest, within
from heard.reading.rules.findings import Found, Part
from heard.reading.rules.parties import Scene, parties_of
from heard.reading.rules.sources import sources_of
from heard.reading.rules.values import Values
from heard.reading.sentences import Sentence
from heard.terms.saying import Kind, Polarity, Role


def counts_of(scene: Scene, values: Values) -> Iterator[Found]:
    """Stated totals of people or cases."""
    for sentence in scene.sentences:
        if sentence.heading:
            continue
        for number in within(values.numbers, sentence):
            found = _count(scene, sentence, number, values)
            if found:
                yield found


def _count(scene: Scene, sentence: Sentence, number: Detail, values: Values) -> Found | None:
    return None
