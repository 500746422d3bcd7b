"""The parties around the words of a pattern, and who of them is subject, object, owner or agent of the words."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from heard.reading.rules.parties import Party, Scene, Sort
from heard.reading.rules.patterns import Frame
from heard.reading.sentences import Sentence

Question = Callable[[Party], bool]

_PREPOSITION = re.compile(
    r"\b(?:of|by|in|at|to|from|with|for|against|on|about|between|near|under|over|among|towards?|including|via|through"
    r"|before|after|than|like|as)\s+(?:the\s+|a\s+|an\s+)?$"
)
_PREDICATE = re.compile(
    r"\b(?:is|are|was|were|be|been|became|as|declared|considered|recogni[sz]ed|named)\s(?:a\s|an\s|the\s)?$"
)
_COORDINATED = re.compile(
    r"[\s,]*(?:(?:and|or|with|as well as|along with|together with|&|и|а также|вместе с|və|ilə)[\s,]+)?"
    r"(?:[^\W\d_A-Z][\w-]*[\s,]+){0,4}"
)
_BY = re.compile(r"\b(?:by|at the hands of|from)\W+(?:\w+\W+){0,3}$")
_LINKED = re.compile(r"\W{0,2}(?:[\w'-]+\W+){0,2}(?:of|against|on|upon|for|towards)\W+(?:[\w'-]+\W+){0,3}")
_DIRECT = re.compile(r"\W{0,3}(?:[\w'-]+\W+){0,3}")
_BREAKS = re.compile(r"\b(?:by|in|at|on|from|and|that|when|because)\b")
_OWNED = re.compile(r"'?s?\s(?:\w+\s){0,2}")
_OF_BODY = re.compile(r"\sof\s(?:the\s)?")
_REACH = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """The words of a sentence that a pattern found."""

    start: int
    end: int
    frame: Frame


@dataclass(frozen=True)
class Stage:
    """The parties of a sentence as they stand to a trigger."""

    scene: Scene
    sentence: Sentence
    parties: Sequence[Party]
    trigger: Trigger

    @cached_property
    def before(self) -> list[Party]:
        return [party for party in self.parties if party.start < self.trigger.start]

    @cached_property
    def inside(self) -> list[Party]:
        return [party for party in self.parties if self.trigger.start <= party.head < self.trigger.end]

    @cached_property
    def after(self) -> list[Party]:
        return [party for party in self.parties if party.end > self.trigger.end and party.head >= self.trigger.start]

    def words(self, party: Party) -> str:
        return self.scene.small[party.start : party.end]

    def owns(self, party: Party) -> bool:
        """Whether the party is a possessive pronoun: "their"."""
        return self.words(party) in self.scene.words.as_written("possessives")

    def subject(self, wanted: Question) -> tuple[Party, ...]:
        """The nearest wanted party before the words that no preposition governs; else the nearest at all."""
        fitting = [
            party
            for party in self.before
            if wanted(party) and self.trigger.start - party.end < _REACH and not self._is_predicate(party)
        ]
        free = [party for party in fitting if not self._is_governed(party)]
        return self.company((free or fitting)[-1:], self.before)

    def _is_predicate(self, party: Party) -> bool:
        """Whether the party only says what somebody is: "they were victims"."""
        before = max(0, party.start - 20)
        return party.sort is Sort.SUFFERER and bool(_PREDICATE.search(self.scene.small, before, party.head))

    def _is_governed(self, party: Party) -> bool:
        return bool(_PREPOSITION.search(self.scene.small, max(0, party.start - 24), party.start))

    def agent(self) -> tuple[Party, ...]:
        """Whoever is named behind "by"; staff of a body give the body."""
        for party in self.after:
            between = self.scene.small[self.trigger.end : max(party.start, self.trigger.end)]
            if len(between) > 70:
                break
            if _BY.search(between) and (party.acts or "by " in between):
                return (self._body_of(party),)
        return ()

    def _body_of(self, party: Party) -> Party:
        for other in self.after:
            if other.sort is Sort.BODY and _OF_BODY.fullmatch(self.scene.small, party.end, max(party.end, other.start)):
                return other
        return party

    def object(self, *, only_linked: bool = False) -> tuple[Party, ...]:
        """The first party after the words that they reach: next to them, or by "of" and "against"."""
        for party in self.after:
            if party.start < self.trigger.end:
                return (party,)
            between = self.scene.small[self.trigger.end : party.start]
            direct = not only_linked and _DIRECT.fullmatch(between) and not _BREAKS.search(between)
            if (direct or _LINKED.fullmatch(between)) and "by " not in between:
                return self.company([party], self.after)
            if len(between) > 60:
                break
        return ()

    def possessor(self) -> tuple[Party, ...]:
        """Whoever the words belong to: "his torture", "Aslanov's arrest"."""
        for party in reversed(self.before):
            between = self.scene.small[party.end : self.trigger.start]
            if _OWNED.fullmatch(between) and (
                between.startswith("'") or self.owns(party) or self.words(party) == "her"
            ):
                return (party,)
            if len(between) > 30:
                break
        return ()

    def company(self, found: Sequence[Party], around: Sequence[Party]) -> tuple[Party, ...]:
        """The persons found and those named in one breath with them: "X and her husband, Y"."""
        row = [party for party in around if party.sort is Sort.PERSON]
        if not found or found[0] not in row:
            return tuple(found)
        first = last = row.index(found[0])
        while first > 0 and self._is_coordinated(row[first - 1], row[first]):
            first -= 1
        while last + 1 < len(row) and self._is_coordinated(row[last], row[last + 1]):
            last += 1
        return tuple(row[first : last + 1])

    def _is_coordinated(self, one: Party, other: Party) -> bool:
        between = self.scene.content[one.end : other.start]
        return len(between) < 60 and bool(_COORDINATED.fullmatch(between))
