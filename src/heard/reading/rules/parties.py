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
        """Where the paragraph of a sentence, and the one before it, begin and end."""
        start, end = self._paragraphs[sentence.paragraph]
        return self._paragraphs.get(sentence.paragraph - 1, (start, 0))[0], end

    def names_in(self, start: int, end: int) -> Iterator[Name]:
        """Names that lie wholly between two offsets, in order."""
        for name in self.names[bisect_left(self._starts, start) :]:
            if name.start >= end:
                return
            if name.end <= end:
                yield name


_DETERMINERS = {
    "en": frozenset(
        "the a an this these those some any all both several many other another two three four five six seven eight nine ten his her their our my its one each every most".split()
    ),
    "ru": frozenset(
        "этот эта эти этих все всех многие многих некоторые некоторых его её ее их два три четыре пять один одного несколько нескольких другие других".split()
    ),
    "az": frozenset("bu bir bəzi bütün onun onların digər iki üç dörd beş bir_neçə çoxlu".split()),
}
_STOP = re.compile(r"[\w'-]+(?=\s$)")
_ADJECTIVE = re.compile(
    r"(?:\w+(?:ian|ish|al|ive|ous|ic|ed|ful|an|ese|less|ary)|\w+(?:ый|ий|ой|ые|ие|ых|их|ого|его|ая|яя)|plain-clothes|\d+-year(?:-old)?|prison|police|media|rights|human|opposition|young|old|senior|women|female|male|religious|student|youth|security|law|enforcement|civil|society|special|riot|masked|armed|unknown|imprisoned|jailed|network|deputy|investigative|ordinary|elderly|siyasi|müxalif\w*|gənc|mülki|dini|yerli)"
)


def parties_of(scene: Scene, sentence: Sentence) -> tuple[Party, ...]:
    """The parties of one sentence in order, none overlapping another."""
    found: list[Party] = []
    for name in scene.names_in(sentence.start, sentence.end):
        sort = _sort_of(scene, name)
        if sort:
            found.append(Party(start=name.start, end=name.end, sort=sort, head=name.start))
    words = scene.words
    for list_name, sort in (("agents", Sort.AGENT), ("sufferers", Sort.SUFFERER), ("groups", Sort.GROUP), ("pronouns", Sort.PRONOUN)):
        for match in words.anywhere(list_name).finditer(scene.small, sentence.start, sentence.end):
            start = match.start() if sort is Sort.PRONOUN else _phrase_start(scene, sentence, match.start())
            found.append(Party(start=start, end=match.end(), sort=sort, head=match.start()))
    return _without_descriptions(scene, _apart(found))


def _sort_of(scene: Scene, name: Name) -> Sort | None:
    if name.kind is NameKind.PERSON:
        return Sort.AGENT if name.agent or _agent_by_title(scene, name) else Sort.PERSON
    if name.kind is not NameKind.BODY:
        return None
    return Sort.BODY if scene.words.anywhere("state_bodies").search(scene.small, name.start, name.end) else Sort.GROUP


def _agent_by_title(scene: Scene, name: Name) -> bool:
    """Whether a title of power stands right before the name, or right after it: "X, deputy head of the colony"."""
    finder = scene.words.anywhere("agent_titles")
    before = scene.small[max(0, name.start - 24) : name.start]
    match = None
    for match in finder.finditer(before):
        pass
    if match and before[match.end() :] in {" ", " named "}:
        return True
    after = re.compile(r",? (?:the |a |an )?").match(scene.small, name.end)
    return bool(after and scene.content[name.end : name.end + 1] == "," and finder.match(scene.small, after.end()))


def _phrase_start(scene: Scene, sentence: Sentence, head: int) -> int:
    """Where the words before a noun that belong to it begin: adjectives, then a determiner."""
    start = head
    determiners = _DETERMINERS[scene.words.language]
    for _ in range(4):
        before = _STOP.search(scene.small, max(sentence.start, start - 24), start)
        if not before:
            break
        word = before[0]
        if word in determiners:
            return before.start()
        if not _ADJECTIVE.fullmatch(word) or word.endswith(("arrested", "killed", "detained", "charged", "beaten")):
            break
        start = before.start()
    return start


_APPOSED = re.compile(r",\s")
_NAME_FOLLOWS = re.compile(r",?\s(?:named\s)?")


def _without_descriptions(scene: Scene, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Parties without those that only say what the person beside them is: "his lawyer X", "X, a detainee,"."""
    kept: list[Party] = []
    for position, party in enumerate(parties):
        following = parties[position + 1] if position + 1 < len(parties) else None
        described = (
            party.sort in {Sort.SUFFERER, Sort.AGENT}
            and party.head == party.start
            or party.sort in {Sort.SUFFERER, Sort.AGENT}
        )
        if (
            described
            and following
            and following.head == following.start
            and _is_name(scene, following)
            and _NAME_FOLLOWS.fullmatch(scene.small[party.end : following.start])
        ):
            continue
        if (
            described
            and kept
            and _is_name(scene, kept[-1])
            and _APPOSED.fullmatch(scene.small[kept[-1].end : party.start])
            and scene.small[party.end : party.end + 1] in {",", " ", "."}
            and party.start > kept[-1].end
        ):
            if (
                scene.small[party.start : party.end].split()[0] in {"a", "an", "the", "one", "who"}
                or scene.words.language == "ru"
                or scene.small[party.end : party.end + 1] == ","
            ):
                continue
        kept.append(party)
    return tuple(kept)


def _is_name(scene: Scene, party: Party) -> bool:
    return scene.content[party.start].isupper() and any(
        name.start == party.start and name.kind is NameKind.PERSON for name in scene.names_in(party.start, party.end)
    )


def _apart(found: list[Party]) -> tuple[Party, ...]:
    """Named parties win over described ones, longer over shorter."""
    kept: list[Party] = []
    for party in sorted(found, key=lambda one: (one.start, -one.end)):
        if kept and party.start < kept[-1].end:
            if party.end <= kept[-1].end:
                continue
            if kept[-1].sort in {Sort.PERSON, Sort.BODY, Sort.GROUP} or party.sort is Sort.PRONOUN:
                continue
            kept.pop()
        kept.append(party)
    return tuple(kept)
