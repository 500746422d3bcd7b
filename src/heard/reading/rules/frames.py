"""Who did it to whom: the parties of a sentence brought together with the words of a pattern."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from heard.reading.rules.parties import Party, Scene, Sort
from heard.reading.rules.patterns import Frame
from heard.reading.rules.stage import Stage, Trigger
from heard.reading.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Cast:
    """Who suffers and who does it, as far as the sentence says."""

    sufferers: tuple[Party, ...] = ()
    doers: tuple[Party, ...] = ()


_ADVERB = (
    r"(?:\w+ly|also|not|never|then|later|again|first|now|often|once|thus|still|all|both|instead|twice|subsequently)\W+"
)
_PASSIVE = re.compile(
    rf"\b(?:is|are|was|were|be|been|being|got|get|gets|getting)\W+(?:{_ADVERB}){{0,3}}"
    r"(?:(?:\w+(?:ed|en|t)|put|held)\W+(?:\w+ly\W+)?(?:and|or|,)\W+(?:\w+ly\W+)?(?:then\W+)?)?$"
)
_JOINED_PASSIVE = re.compile(
    rf"\b(?:was|were|been|being|be|is|are)\b[^.;:]{{2,120}}?\b(?:and|or|then|,)\W+(?:{_ADVERB})?$"
)
_BE = re.compile(r"(?:was|were|been|being|be|is|are)\b")
_BY = re.compile(r"\W{1,3}by\b")
_GIVEN = re.compile(
    r"\b(?:was|were|been|being|is|are)\s(?:given|handed|issued|served)\s(?:with\s)?(?:an?\s)?(?:[\w-]+\s){0,2}$"
)
_SECOND_VERB = re.compile(rf"\b(?:and|then|or)\W+(?:{_ADVERB}){{0,2}}$")
_OBJECT = re.compile(
    r"\b(?:\w{2,}ed|took|beat|gave|told|put|hit|sent|brought|made|held|kept|saw|found|left|caught|let|shot|cut|threw)\s$"
)
_OBJECT_FORMS = frozenset(["him", "her", "them", "me", "us", "himself", "herself", "themselves"])
_PASSIVE_FORM = re.compile(r"\w+(?:ed|en|n|t|d)\b|put|held|hit|shut|beat|cut|hung")
#: How far back, in characters, the "was" of a passive may stand.
_BACK = 160
_NEAR = 60


def cast_of(scene: Scene, sentence: Sentence, parties: Sequence[Party], trigger: Trigger) -> Cast:
    """Sufferers and doers for a trigger, by word order in English, by what the parties are elsewhere."""
    stage = Stage(scene, sentence, parties, trigger)
    if scene.words.language != "en":
        cast = _by_nature(stage)
    elif trigger.frame is Frame.DOING:
        doers = stage.subject(lambda _: True) or _acting(stage)
        cast = Cast(stage.object(only_linked=True), doers)
    elif trigger.frame is Frame.NAMED:
        cast = Cast(_of_noun(stage), stage.agent() or _nearest_doer(stage))
    elif trigger.frame is Frame.SUFFERED or _is_passive(stage):
        by = stage.agent()
        cast = Cast(_of_passive(stage, by), by)
    else:
        cast = _of_active(stage)
    return Cast(tuple(_named(stage, party) for party in cast.sufferers), cast.doers)


def _may_suffer(party: Party) -> bool:
    return party.sort in {Sort.PERSON, Sort.SUFFERER, Sort.PRONOUN}


def _acting(stage: Stage) -> tuple[Party, ...]:
    return tuple(party for party in [*stage.inside, *stage.after] if party.acts)[:1]


def _is_passive(stage: Stage) -> bool:
    """Whether the verb is said of the one who suffers it: "was beaten", "taken away and beaten by"."""
    small, start, end = stage.scene.small, stage.trigger.start, stage.trigger.end
    if _BE.match(small, start, end) or _GIVEN.search(small, max(stage.sentence.start, start - 60), start):
        return True
    if not _PASSIVE_FORM.search(small, start, end):
        return False
    before = small[max(stage.sentence.start, start - _BACK) : start]
    return bool(_PASSIVE.search(before) or _JOINED_PASSIVE.search(before) or _BY.match(small, end, stage.sentence.end))


def _nearest_doer(stage: Stage) -> tuple[Party, ...]:
    """Whoever acts, where nobody else stands between them and a noun."""
    return stage.subject(lambda _: True) if stage.before and stage.before[-1].acts else ()


def _of_noun(stage: Stage) -> tuple[Party, ...]:
    inside = tuple(party for party in stage.inside if not party.acts and party.sort is not Sort.PRONOUN)[:2]
    described = tuple(party for party in stage.before if party.sort is Sort.SUFFERER)[-1:]
    return stage.object(only_linked=True) or inside or stage.possessor() or described


def _of_passive(stage: Stage, by: tuple[Party, ...]) -> tuple[Party, ...]:
    """The subject; else somebody inside the words; else the first soon behind them."""
    own = [party for party in stage.inside if _may_suffer(party) and not stage.owns(party)][:1]
    soon = (
        party
        for party in stage.after
        if _may_suffer(party) and party not in by and not stage.owns(party) and party.start - stage.trigger.end < _NEAR
    )
    subject = stage.subject(lambda party: _may_suffer(party) and party not in by)
    if own and own[0].sort is Sort.PRONOUN and subject and stage.words(subject[0]) == "they":
        return tuple(own)
    return subject or stage.company(own, stage.inside) or tuple(soon)[:1]


def _of_active(stage: Stage) -> Cast:
    doers = _subject(stage) or tuple(party for party in stage.inside if party.acts)[:1]
    inside = tuple(party for party in stage.inside if not party.acts and not stage.owns(party))[-1:]
    sufferers = inside or stage.object()
    if not sufferers and not any(party.acts for party in doers):
        return Cast(stage.subject(_may_suffer), stage.agent())
    return Cast(stage.company(sufferers, stage.after), stage.agent() or doers)


def _subject(stage: Stage) -> tuple[Party, ...]:
    """Who acts: before a second verb not what the first verb took: "they called my husband and threatened him"."""
    small = stage.scene.small
    if not _SECOND_VERB.search(small, max(stage.sentence.start, stage.trigger.start - 40), stage.trigger.start):
        return stage.subject(lambda _: True)

    def is_no_object(party: Party) -> bool:
        taken = _OBJECT.search(small, max(0, party.start - 24), party.start)
        return not taken and stage.words(party) not in _OBJECT_FORMS

    return stage.subject(is_no_object) or stage.subject(lambda _: True)


def _named(stage: Stage, party: Party) -> Party:
    """The person a "he" or "her" most likely is, where the same sentence names one before it."""
    singular = stage.scene.words.as_written("singular_pronouns")
    if party.sort is not Sort.PRONOUN or stage.words(party) not in singular:
        return party
    before = [other for other in stage.parties if other.end <= party.start and other.sort is Sort.PERSON]
    return before[-1] if before else party


def _by_nature(stage: Stage) -> Cast:
    """Where word order is free: those who act on others do it, the nearest other suffers it."""
    doers = _marked(stage)
    others = [party for party in stage.parties if party not in doers and _may_suffer(party)]
    near = sorted(others, key=lambda party: _distance(party, stage.trigger) + _RELUCTANCE.get(party.sort, 0))
    sufferers = [party for party in near[:1] if _distance(party, stage.trigger) < 140]
    return Cast(stage.company(sufferers, stage.parties), doers)


#: By how many characters a described or pointed-at party must be nearer than a named one.
_RELUCTANCE = {Sort.SUFFERER: 30, Sort.PRONOUN: 15}


def _distance(party: Party, trigger: Trigger) -> int:
    if party.end <= trigger.start:
        return trigger.start - party.end
    return max(0, party.start - trigger.end) * 2 + 10


def _marked(stage: Stage) -> tuple[Party, ...]:
    """Whoever "tərəfindən" marks; else the nearest who acts on others."""
    small = stage.scene.small
    marked = [party for party in stage.parties if small.startswith(" tərəfindən", _word_end(small, party.end))]
    acting = [party for party in stage.parties if party.acts and _distance(party, stage.trigger) < 100]
    return tuple((marked or sorted(acting, key=lambda party: _distance(party, stage.trigger)))[:1])


def _word_end(small: str, end: int) -> int:
    while end < len(small) and small[end].isalpha():
        end += 1
    return end
