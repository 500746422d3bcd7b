"""Who did it to whom: the parties of a sentence and the words of a pattern brought together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from heard.reading.rules.parties import Party, Scene, Sort
from heard.reading.rules.patterns import Frame
from heard.reading.sentences import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """The words of a sentence that a pattern found."""

    start: int
    end: int
    frame: Frame


@dataclass(frozen=True, slots=True)
class Cast:
    """Who suffers and who does it, as far as the sentence says."""

    sufferers: tuple[Party, ...] = ()
    doers: tuple[Party, ...] = ()


_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|got|get|gets|getting)\W+(?:(?:\w+ly|also|not|never|then|later|again|first|now|often|once|thus|still|all|both|instead|twice|reportedly|allegedly)\W+){0,3}(?:(?:\w+(?:ed|en|t)|put|held)\W+(?:\w+ly\W+)?(?:and|or|,)\W+(?:\w+ly\W+)?(?:then\W+)?)?$"
)
_JOINED_PASSIVE = re.compile(
    r"\b(?:was|were|been|being|be|is|are)\b[^.;:]{2,120}?\b(?:and|or|then|,)\W+(?:(?:\w+ly|then|later|subsequently|also|immediately)\W+)?$"
)
_ACTIVE_BETWEEN = re.compile(r"\b(?:who|they|police|officers|he|she)\W+(?:\w+ly\W+)?$")
_PREPOSITION = re.compile(
    r"\b(?:of|by|in|at|to|from|with|for|against|on|about|between|near|under|over|among|toward|towards|including|via|through|before|after|than|like|as)\s+(?:the\s+|a\s+|an\s+)?$"
)
_PREDICATE = re.compile(
    r"\b(?:is|are|was|were|be|been|became|as|declared|considered|recogni[sz]ed|named)\s(?:a\s|an\s|the\s)?$"
)
_BY = re.compile(r"^[^.;:]{0,60}?\bby\W+(?:the\W+|a\W+|an\W+)?")
_OF = re.compile(r"^[^.;:,]{0,24}?\b(?:of|against|on|upon|to|for|towards)\W+$")
_COORDINATED = re.compile(
    r"^[\s,]*(?:(?:and|or|with|as well as|along with|together with|&|и|və|ilə|а также|вместе с)?[\s,]*)(?:(?:his|her|their|the|a|son|daughter|wife|husband|brother|sister|father|mother|journalists?|activists?|bloggers?|[a-zа-яəçğıöşü-]+)[\s,]+){0,4}$"
)
_PASSIVE_FORM = re.compile(r"\w+(?:ed|en|n|t|d)\b|put|held|hit|shut|beat|cut|hung")


def cast_of(scene: Scene, sentence: Sentence, parties: Sequence[Party], trigger: Trigger) -> Cast:
    """Sufferers and doers for a trigger, by word order in English, by what the parties are elsewhere."""
    before = [party for party in parties if party.end <= trigger.start or party.start < trigger.start]
    after = [party for party in parties if party.end > trigger.end and party.head >= trigger.start]
    inside = [party for party in parties if trigger.start <= party.head < trigger.end]
    if scene.words.language != "en":
        cast = _by_nature(scene, before, [*inside, *after], trigger)
        return Cast(tuple(_named(scene, parties, party) for party in cast.sufferers), cast.doers)
    by = _agent_after(scene, after, trigger)
    match trigger.frame:
        case Frame.SUFFERED:
            cast = Cast(_sufferers(scene, before, inside, after, trigger, doers=by), by)
        case Frame.DOING:
            doers = (
                _subject(scene, before, trigger, wanted=_may_do)
                or tuple(party for party in [*inside, *after] if party.acts)[:1]
            )
            cast = Cast(_object(scene, after, trigger, only_linked=True), doers)
        case Frame.NAMED:
            sufferers = (
                _object(scene, after, trigger, only_linked=True)
                or tuple(p for p in inside if not p.acts and p.sort is not Sort.PRONOUN)[:2]
                or _possessor(scene, before, trigger)
                or tuple(p for p in before if p.sort is Sort.SUFFERER)[-1:]
            )
            cast = Cast(sufferers, by or _subject(scene, before, trigger, wanted=lambda party: party.acts))
        case Frame.DONE:
            cast = _done(scene, sentence, before, inside, after, trigger, by)
    return Cast(tuple(_named(scene, parties, party) for party in cast.sufferers), cast.doers)


def _done(
    scene: Scene,
    sentence: Sentence,
    before: list[Party],
    inside: list[Party],
    after: list[Party],
    trigger: Trigger,
    by: tuple[Party, ...],
) -> Cast:
    if is_passive(
        scene.small[sentence.start : trigger.start],
        scene.small[trigger.start : trigger.end],
        scene.small[trigger.end : sentence.end],
    ):
        return Cast(_sufferers(scene, before, inside, after, trigger, doers=by), by)
    doers = _subject(scene, before, trigger, wanted=_may_do)
    doers = doers or tuple(party for party in inside if party.acts)[:1]
    sufferers = tuple(
        party for party in inside if not party.acts and scene.small[party.start : party.end] not in _POSSESSIVES
    )[-1:] or _object(scene, after, trigger, only_linked=False)
    if not sufferers and not any(party.acts for party in doers):
        return Cast(_subject(scene, before, trigger, wanted=_may_suffer), by)
    return Cast(_with_company(scene, sufferers, after), by or doers)


def is_passive(before: str, words: str, after: str) -> bool:
    """Whether the verb is said of the one who suffers it: "was beaten", "taken away and beaten by"."""
    if re.match(r"(?:was|were|been|being|be|is|are)\b", words):
        return True
    if not _PASSIVE_FORM.search(words):
        return False
    return bool(_PASSIVE.search(before) or _JOINED_PASSIVE.search(before) or re.match(r"\W{1,3}by\b", after))


def _may_suffer(party: Party) -> bool:
    return party.sort in {Sort.PERSON, Sort.SUFFERER, Sort.PRONOUN}


def _may_do(party: Party) -> bool:
    return True


def _subject(scene: Scene, before: Sequence[Party], trigger: Trigger, *, wanted: object) -> tuple[Party, ...]:
    """The nearest fitting party before the words that is not itself behind a preposition; else the nearest at all."""
    assert callable(wanted), "a question about a party"
    fitting = [
        party
        for party in before
        if wanted(party)
        and trigger.start - party.end < 160
        and not (party.sort is Sort.SUFFERER and _PREDICATE.search(scene.small, max(0, party.start - 20), party.head))
    ]
    for party in reversed(fitting):
        if not _PREPOSITION.search(scene.small, max(0, party.start - 24), party.start):
            return _with_company(scene, (party,), before)
    return _with_company(scene, tuple(fitting[-1:]), before)


def _sufferers(
    scene: Scene,
    before: list[Party],
    inside: list[Party],
    after: list[Party],
    trigger: Trigger,
    *,
    doers: tuple[Party, ...],
) -> tuple[Party, ...]:
    own = _with_company(
        scene,
        tuple(
            party for party in inside if _may_suffer(party) and scene.small[party.start : party.end] not in _POSSESSIVES
        )[:1],
        inside,
    )
    found = _subject(scene, [party for party in before if party not in doers], trigger, wanted=_may_suffer)
    return (
        found
        or own
        or tuple(
            party
            for party in after
            if _may_suffer(party)
            and party not in doers
            and party.start - trigger.end < 60
            and scene.small[party.start : party.end] not in _POSSESSIVES
        )[:1]
    )


def _agent_after(scene: Scene, after: list[Party], trigger: Trigger) -> tuple[Party, ...]:
    for party in after:
        between = scene.small[trigger.end : party.start] if party.start >= trigger.end else ""
        if len(between) > 70:
            break
        if re.search(r"\b(?:by|at the hands of|from)\W+(?:(?:\w+\W+){0,3})$", between) and (
            party.acts or "by " in between
        ):
            return (_body_of(scene, after, party),)
    return ()


def _body_of(scene: Scene, parties: Sequence[Party], party: Party) -> Party:
    """The body that somebody is named by: "employees of the Ministry"."""
    for other in parties:
        if other.sort is Sort.BODY and re.fullmatch(r"\sof\s(?:the\s)?", scene.small[party.end : other.start]):
            return other
    return party


def _object(scene: Scene, after: list[Party], trigger: Trigger, *, only_linked: bool) -> tuple[Party, ...]:
    """The first party after the words that they reach: next to them, or by "of" and "against"."""
    for party in after:
        if party.start < trigger.end:
            return (party,)
        between = scene.small[trigger.end : party.start]
        linked = re.fullmatch(
            r"\W{0,2}(?:[\w'-]+\W+){0,2}(?:of|against|on|upon|for|towards)\W+(?:[\w'-]+\W+){0,3}", between
        )
        direct = (
            not only_linked
            and re.fullmatch(r"\W{0,3}(?:[\w'-]+\W+){0,3}", between)
            and not re.search(r"\b(?:by|in|at|on|from|and|that|when|because)\b", between)
        )
        if (linked or direct) and not re.search(r"\bby\b", between):
            return _with_company(scene, (party,), after)
        if len(between) > 60:
            break
    return ()


def _possessor(scene: Scene, before: list[Party], trigger: Trigger) -> tuple[Party, ...]:
    for party in reversed(before):
        between = scene.small[party.end : trigger.start]
        word = scene.small[party.start : party.end]
        if re.fullmatch(r"'?s?\s(?:\w+\s){0,2}", between) and (
            between.startswith("'") or word in {"his", "her", "their", "my", "our"}
        ):
            return (party,)
        if len(between) > 30:
            break
    return ()


def _with_company(scene: Scene, found: tuple[Party, ...], around: Sequence[Party]) -> tuple[Party, ...]:
    """The persons found and those named in one breath with them: "X and her husband, Y"."""
    if not found or found[0].sort not in {Sort.PERSON, Sort.AGENT}:
        return found
    row = [party for party in around if party.sort is Sort.PERSON]
    if found[0] not in row:
        return found
    position = row.index(found[0])
    first = last = position
    while first > 0 and _COORDINATED.match(scene.small[row[first - 1].end : row[first].start]):
        first -= 1
    while last + 1 < len(row) and _COORDINATED.match(scene.small[row[last].end : row[last + 1].start]):
        last += 1
    return tuple(row[first : last + 1])


_POSSESSIVES = frozenset("his their our my its".split())
_SINGULAR = frozenset(
    "he she him her his himself herself он она его её ее ему ей им нём ней него нее неё o onu ona onun ondan".split()
)


def _named(scene: Scene, parties: Sequence[Party], party: Party) -> Party:
    """The person a "he" or "her" most likely is, where the same sentence names one before it."""
    if party.sort is not Sort.PRONOUN or scene.small[party.start : party.end] not in _SINGULAR:
        return party
    before = [other for other in parties if other.end <= party.start and other.sort is Sort.PERSON]
    return before[-1] if before else party


def _by_nature(scene: Scene, before: list[Party], after: list[Party], trigger: Trigger) -> Cast:
    """Where word order is free: those who act on others do it, the nearest other suffers it."""
    doers = _by_marker(scene, before, after, trigger)
    near = sorted(
        (party for party in [*before, *after] if party not in doers and _may_suffer(party)),
        key=lambda party: (
            _distance(party, trigger) + (30 if party.sort is Sort.SUFFERER else 15 if party.sort is Sort.PRONOUN else 0)
        ),
    )
    sufferers = tuple(party for party in near[:1] if _distance(party, trigger) < 140)
    return Cast(_with_company(scene, sufferers, sorted([*before, *after])), doers)


def _distance(party: Party, trigger: Trigger) -> int:
    return trigger.start - party.end if party.end <= trigger.start else (party.start - trigger.end) * 2 + 10


def _by_marker(scene: Scene, before: list[Party], after: list[Party], trigger: Trigger) -> tuple[Party, ...]:
    marked = [
        party
        for party in [*before, *after]
        if scene.small[party.end : party.end + 12].lstrip("ıiuüninоа ").startswith("tərəfindən")
    ]
    acting = [party for party in [*before, *after] if party.acts and _distance(party, trigger) < 100]
    return tuple((marked or sorted(acting, key=lambda party: _distance(party, trigger)))[:1])
