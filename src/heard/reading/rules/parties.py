"""Who stands in a sentence: persons and bodies by name, people by what they are, and those only pointed at."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from heard.reading.rules.found import Name
from heard.reading.rules.phrases import folded
from heard.reading.rules.words import Words, words_of
from heard.reading.sentences import Sentence
from heard.terms.saying import NameKind


class Sort(StrEnum):
    """What a party is taken for: "agent" and "body" act on others, "sufferer" is acted on, "group" tells or asks."""

    PERSON = "person"
    SUFFERER = "sufferer"
    AGENT = "agent"
    BODY = "body"
    GROUP = "group"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Party:
    """Characters `start` to `end` that stand for somebody; `head` is where the noun itself begins."""

    start: int
    end: int
    sort: Sort
    head: int

    @property
    def acts(self) -> bool:
        return self.sort in {Sort.AGENT, Sort.BODY}


@dataclass(frozen=True)
class Scene:
    """One text as the rules see it: content as it runs, the same folded, sentences, names and words of its language."""

    content: str
    language: str
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]

    @cached_property
    def small(self) -> str:
        return folded(self.content, self.language)

    @cached_property
    def words(self) -> Words:
        return words_of(self.language)

    @cached_property
    def _starts(self) -> list[int]:
        return [name.start for name in self.names]

    @cached_property
    def _paragraphs(self) -> dict[int, tuple[int, int]]:
        spans: dict[int, tuple[int, int]] = {}
        for sentence in self.sentences:
            start, _ = spans.get(sentence.paragraph, (sentence.start, 0))
            spans[sentence.paragraph] = (start, sentence.end)
        return spans

    def around(self, sentence: Sentence) -> tuple[int, int]:
        """Where the paragraph of a sentence, and the one before it, begin and end; at most 3,000 characters."""
        start, end = self._paragraphs[sentence.paragraph]
        start = self._paragraphs.get(sentence.paragraph - 1, (start, 0))[0]
        return max(start, sentence.start - 1500), min(end, sentence.end + 1500)

    def names_in(self, start: int, end: int) -> Iterator[Name]:
        """Names that lie wholly between two offsets, in order."""
        for name in self.names[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            if name.end <= end:
                yield name


_LISTS = {"agents": Sort.AGENT, "sufferers": Sort.SUFFERER, "groups": Sort.GROUP, "pronouns": Sort.PRONOUN}
_DESCRIBED = frozenset([Sort.SUFFERER, Sort.AGENT])
_BY_NAME = frozenset([Sort.PERSON, Sort.BODY, Sort.GROUP])
_WORD_BEFORE = re.compile(r"[\w'-]+(?=\s$)")
_ADJECTIVE = re.compile(
    r"\w+(?:ian|ish|al|ive|ous|ic|ed|ful|an|ese|less|ary|ый|ий|ой|ые|ие|ых|их|ого|его|ая|яя)|\d+-year(?:-old)?"
    r"|plain-clothes|prison|police|media|rights|human|opposition|young|old|senior|women|female|male|student|youth"
    r"|security|law|enforcement|civil|society|special|riot|network|deputy|siyasi|müxalif\w*|gənc|mülki|dini|yerli"
)
_VERBS = ("arrested", "killed", "detained", "charged", "beaten")
_APPOSED = re.compile(r"(?:\s\([^()]{1,60}\))?,\s")
_IN_BRACKETS = re.compile(r"\s?\(")
_NAME_FOLLOWS = re.compile(r",?\s(?:named\s)?")
_BEFORE_POST = re.compile(r", (?:the |a |an )?")


def parties_of(scene: Scene, sentence: Sentence) -> tuple[Party, ...]:
    """The parties of one sentence in order, none overlapping another."""
    found = [party for name in scene.names_in(sentence.start, sentence.end) for party in _named(scene, name)]
    kinds = [
        match.span()
        for match in scene.words.anywhere("place_heads").finditer(scene.small, sentence.start, sentence.end)
    ]
    for list_name, sort in _LISTS.items():
        for match in scene.words.anywhere(list_name).finditer(scene.small, sentence.start, sentence.end):
            if any(low <= match.start() and match.end() < high for low, high in kinds):
                continue
            start = match.start() if sort is Sort.PRONOUN else _phrase_start(scene, sentence, match.start())
            found.append(Party(start=start, end=match.end(), sort=sort, head=match.start()))
    return _without_descriptions(scene, _apart(found))


def _named(scene: Scene, name: Name) -> Iterator[Party]:
    if name.kind is NameKind.PERSON:
        agent = name.agent or _has_power(scene, name)
        yield Party(start=name.start, end=name.end, sort=Sort.AGENT if agent else Sort.PERSON, head=name.start)
    elif name.kind is NameKind.BODY:
        acts = scene.words.anywhere("state_bodies").search(scene.small, name.start, name.end)
        yield Party(start=name.start, end=name.end, sort=Sort.BODY if acts else Sort.GROUP, head=name.start)


def _has_power(scene: Scene, name: Name) -> bool:
    """Whether a title of power stands right before the name, or right after it: "X, deputy head of the colony"."""
    finder = scene.words.anywhere("agent_titles")
    start = max(0, name.start - 24)
    before = any(
        scene.small[match.end() : name.start] in {" ", " named "}
        for match in finder.finditer(scene.small, start, name.start)
    )
    gap = _BEFORE_POST.match(scene.small, name.end)
    return before or bool(gap and finder.match(scene.small, gap.end()))


def _phrase_start(scene: Scene, sentence: Sentence, head: int) -> int:
    """Where the words before a noun that belong to it begin: adjectives, then a determiner."""
    start = head
    determiners = scene.words.as_written("determiners")
    for _ in range(4):
        before = _WORD_BEFORE.search(scene.small, max(sentence.start, start - 24), start)
        if not before:
            break
        if before[0] in determiners:
            return before.start()
        if not _ADJECTIVE.fullmatch(before[0]) or before[0].endswith(_VERBS):
            break
        start = before.start()
    return start


def _without_descriptions(scene: Scene, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Parties without those that only say what the person beside them is: "his lawyer X", "X, a detainee,"."""
    kept: list[Party] = []
    for position, party in enumerate(parties):
        following = parties[position + 1] if position + 1 < len(parties) else None
        leads = following and _is_person(scene, following) and _NAME_FOLLOWS.fullmatch(_gap(scene, party, following))
        trails = kept and _is_person(scene, kept[-1]) and _is_apposed(scene, kept[-1], party)
        described = party.sort in _DESCRIBED and (leads or trails) and not _is_person(scene, party)
        if not described and not (kept and _is_another_spelling(scene, kept[-1], party)):
            kept.append(party)
    return tuple(kept)


def _gap(scene: Scene, one: Party, other: Party) -> str:
    return scene.small[one.end : other.start]


def _is_apposed(scene: Scene, name: Party, party: Party) -> bool:
    """Whether a party right behind a name and a comma describes it."""
    if not _APPOSED.fullmatch(_gap(scene, name, party)):
        return False
    first = scene.small[party.start : party.end].split()[0]
    return first in {"a", "an", "the", "one"} or scene.words.language == "ru" or scene.small[party.end] in ",."


def _is_another_spelling(scene: Scene, name: Party, party: Party) -> bool:
    """Whether a name in brackets right behind a name is of the same person: "Farid Aslanov (Ferid Aslanow)"."""
    alone = _IN_BRACKETS.fullmatch(_gap(scene, name, party)) and scene.small.startswith(")", party.end)
    return bool(alone) and _is_person(scene, name) and _is_person(scene, party)


def _is_person(scene: Scene, party: Party) -> bool:
    names = scene.names_in(party.start, party.end)
    return any(name.start == party.start and name.kind is NameKind.PERSON for name in names)


def _apart(found: list[Party]) -> tuple[Party, ...]:
    """Named parties win over described ones, longer over shorter."""
    kept: list[Party] = []
    for party in sorted(found, key=lambda one: (one.start, -one.end)):
        if kept and party.start < kept[-1].end:
            if party.end <= kept[-1].end or kept[-1].sort in _BY_NAME or party.sort is Sort.PRONOUN:
                continue
            kept.pop()
        kept.append(party)
    return tuple(kept)
