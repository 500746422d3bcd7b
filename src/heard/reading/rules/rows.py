"""Rows of tables and items of lists: the name they begin with is whom they tell of."""

import re
from collections.abc import Sequence

from heard.reading.rules.parties import Party, Scene, Sort
from heard.reading.sentences import Sentence

_BEFORE_NAME = re.compile(r"[\W\d_]*")


def in_cell(scene: Scene, sentence: Sentence, parties: Sequence[Party], at: int) -> tuple[Party, ...]:
    """The parties of the cell that holds the words at `at`; the first name of the row where it has none."""
    start = scene.content.rfind("\t", sentence.start, at) + 1 or sentence.start
    end = scene.content.find("\t", at, sentence.end)
    own = tuple(party for party in parties if start <= party.start and (end < 0 or party.end <= end))
    first = next((party for party in parties if party.sort is Sort.PERSON), None)
    if first is None or any(party.sort is Sort.PERSON for party in own):
        return own
    return (first, *(party for party in own if party.sort is not Sort.SUFFERER))


def whom_item_tells_of(scene: Scene, sentence: Sentence, parties: Sequence[Party]) -> Party | None:
    """The person a list item begins with, its mark and number aside; None where it begins otherwise."""
    first = next((party for party in parties if party.sort is Sort.PERSON), None)
    if not sentence.item or first is None or not _BEFORE_NAME.fullmatch(scene.content, sentence.start, first.start):
        return None
    return first
