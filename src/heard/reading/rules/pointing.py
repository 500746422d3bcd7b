"""Whom "he" and "she" point at where no name stands before them in the sentence."""

import re

from heard.reading.rules.parties import Party, Scene, Sort
from heard.reading.rules.setting import Setting
from heard.terms.saying import NameKind

_ONE = re.compile(r"(?:an?|one|my|our)\s(?:[\w-]+\s){0,2}[\w-]+(?<!s)$")


def described_before(scene: Scene, setting: Setting, pronoun: Party) -> Party | None:
    """One person described before a pronoun of the same sentence, "a prisoner" or "my husband", whom no name is of.

    Whoever tells the sentence is not meant.
    """
    for party in reversed(setting.parties):
        if party.start >= pronoun.start:
            continue
        words = scene.small[party.start : party.end]
        told = party.sort is Sort.SUFFERER and (party.start, party.end) not in setting.telling
        if told and _ONE.fullmatch(words) and not _is_named_elsewhere(scene, words):
            return party
    return None


def _is_named_elsewhere(scene: Scene, words: str) -> bool:
    """Whether a name stands right behind the same words somewhere: "my brother Emin Karimli"."""
    persons = (name for name in scene.names if name.kind is NameKind.PERSON)
    return any(scene.small[max(0, name.start - 60) : name.start].rstrip(", ").endswith(words) for name in persons)
