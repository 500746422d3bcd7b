"""The parts of an act or a status: who, by whom, when, how long, where, under which article, by whose word."""

import re

from heard.reading.rules.details import Detail, nearest
from heard.reading.rules.found import Part
from heard.reading.rules.frames import Cast
from heard.reading.rules.parties import Party, Scene, Sort
from heard.reading.rules.patterns import Frame, Pattern
from heard.reading.rules.pointing import described_before
from heard.reading.rules.rows import whom_item_tells_of
from heard.reading.rules.setting import Setting
from heard.reading.rules.stage import Trigger
from heard.terms.saying import Kind, Role

#: Claims whose sentence names places of other things: courts, targets of travel, homes.
_PLACELESS = frozenset(
    {
        "sentence",
        "charge",
        "appeal",
        "sentence_change",
        "impunity",
        "release",
        "fabricated_charges",
        "travel_ban",
        "retaliation",
        "remand",
    }
)
_LASTING = frozenset(["sentence", "remand", "hunger_strike", "sentence_change", "hunger_strike_end"])
#: What happens on one day: a stretch of days is of something else in the sentence.
_OF_A_DAY = frozenset(["arrest", "release", "transfer", "sentence", "charge", "appeal", "sentence_change"])
_BY_COURTS = frozenset(["remand", "sentence", "appeal", "sentence_change"])
_BY_NOBODY = frozenset(["hunger_strike", "hunger_strike_end", "death_in_custody"])
#: Acts that are done by saying: the one who says it does it.
_DONE_BY_SAYING = frozenset(["fabricated_charges", "impunity"])
_TELLERS = re.compile(
    r"group|organi[sz]ation|ngo|media|outlet|newspaper|website|lawyer|организац|правозащит|адвокат|təşkilat|vəkil"
)
_COURT = re.compile(r"\b(?:court|tribunal|judge|суд|məhkəmə)", re.IGNORECASE)
_PERSONS = {Kind.ACT: Role.VICTIM, Kind.STATUS: Role.PERSON, Kind.POSITION: Role.HOLDER}
_DOERS = {Kind.ACT: Role.PERPETRATOR, Kind.STATUS: Role.AUTHORITY, Kind.POSITION: Role.AUTHORITY}


def parts_of(scene: Scene, setting: Setting, pattern: Pattern, trigger: Trigger, cast: Cast) -> tuple[Part, ...]:
    """The parts that belong to the words of `trigger`."""
    sufferers = _sufferers(scene, setting, pattern, cast)
    if any(one.covers(trigger.start) for one in setting.counts):
        sufferers = tuple(party for party in sufferers if not _only_tells(setting, party))
    parts = [_of(_PERSONS[pattern.kind], party) for party in sufferers]
    parts += [_of(_DOERS[pattern.kind], party) for party in _doers(scene, setting, pattern, cast)]
    parts += _times(scene, setting, pattern, trigger, sufferers)
    if pattern.type in {"charge", "sentence"}:
        parts += [Part(role=Role.ARTICLE, start=one.start, end=one.end) for one in setting.articles[:1]]
    place = nearest(setting.places, trigger.start, trigger.end, reach=80, scene=scene)
    if place and pattern.type not in _PLACELESS:
        parts.append(_detail(Role.PLACE, place))
    return (*parts, *_sources(setting, pattern, parts))


def _of(role: Role, party: Party) -> Part:
    return Part(role=role, start=party.start, end=party.end)


def _detail(role: Role, detail: Detail) -> Part:
    return Part(role=role, start=detail.start, end=detail.end, value=detail.value)


def _sufferers(scene: Scene, setting: Setting, pattern: Pattern, cast: Cast) -> tuple[Party, ...]:
    """Whom the sentence says it of; else whom the part before the semicolon or the sentences before speak of."""
    found = tuple(
        party
        for party in cast.sufferers
        if (party.start, party.end) not in setting.telling or not _TELLERS.search(scene.small, party.start, party.end)
    )
    first = whom_item_tells_of(scene, setting.sentence, setting.parties)
    if first and all(party.sort is Sort.SUFFERER and party.start == party.head for party in found):
        return (first,)
    if found:
        return _named_before(scene, setting, found)
    if setting.carried and not setting.parties:
        return setting.carried
    personal = pattern.kind is not Kind.ACT or pattern.frame is Frame.SUFFERED
    if personal and setting.teller and not setting.parties:
        return (setting.teller,)
    return (setting.focus,) if setting.focus and personal else ()


def _named_before(scene: Scene, setting: Setting, found: tuple[Party, ...]) -> tuple[Party, ...]:
    """Instead of a lone "he" in a sentence that names nobody, whom it describes, or the person last named before it."""
    lone = len(found) == 1 and found[0].sort is Sort.PRONOUN and not any(p.sort is Sort.PERSON for p in setting.parties)
    if not lone or scene.small[found[0].start : found[0].end] not in scene.words.as_written("singular_pronouns"):
        return found
    described = described_before(scene, setting, found[0])
    either = described or setting.focus
    return (either,) if either else found


def _doers(scene: Scene, setting: Setting, pattern: Pattern, cast: Cast) -> tuple[Party, ...]:
    """Doers that can be what the claim needs: a court for verdicts, whoever acts or an unnamed "they" for the rest."""
    if pattern.type in _BY_NOBODY:
        return ()
    if pattern.type in _BY_COURTS:
        either = (*cast.doers, *setting.parties)
        return tuple(party for party in either if party.acts and _COURT.search(scene.content, party.start, party.end))[
            :1
        ]
    return tuple(
        party
        for party in _for_they(scene, setting, cast)
        if party not in cast.sufferers
        and (party.start, party.end) not in setting.telling
        and (party.acts or scene.small[party.start : party.end] == "they" or _acts_here(party, pattern))
    )


def _for_they(scene: Scene, setting: Setting, cast: Cast) -> tuple[Party, ...]:
    """The doers; instead of a "they" that stands for nobody named, the police or the like the sentence speaks of."""
    if [scene.small[party.start : party.end] for party in cast.doers] != ["they"]:
        return cast.doers
    acting = tuple(party for party in setting.parties if party.acts and party not in cast.sufferers)
    return acting[:1] or cast.doers


def _only_tells(setting: Setting, party: Party) -> bool:
    """Whether a party tells of cases, "58 instances of torture", which are other people's."""
    told = {(span.start, span.end) for span in setting.sources}
    return (party.start, party.end) in setting.telling | told or party is setting.focus


def _acts_here(party: Party, pattern: Pattern) -> bool:
    return pattern.kind is Kind.ACT and party.sort in {Sort.PERSON, Sort.SUFFERER}


def _times(
    scene: Scene, setting: Setting, pattern: Pattern, trigger: Trigger, sufferers: tuple[Party, ...]
) -> list[Part]:
    """When, how long and, of an act that is counted, how many."""
    parts: list[Part] = []
    heads = (trigger.start, *(party.head for party in sufferers))
    counted = next((one for one in setting.counts if any(one.covers(head) for head in heads)), None)
    dates = [one for one in setting.dates if not (pattern.type in _OF_A_DAY and _is_stretch_of_days(one))]
    day = nearest(dates, trigger.start, trigger.end, reach=160, scene=scene)
    if day:
        period = counted is not None and "/" in day.value
        parts.append(_detail(Role.PERIOD if period else Role.DATE, day))
    if counted and pattern.kind is Kind.ACT:
        parts.append(_detail(Role.COUNT, counted.number))
    if pattern.type in _LASTING:
        strike = "strike" in pattern.type
        fitting = [one for one in setting.durations if not (strike and "Y" in one.value)]
        length = nearest(fitting, trigger.start, trigger.end, reach=50 if strike else 90, scene=scene)
        parts += [_detail(Role.DURATION, length)] if length else []
    return parts


def _is_stretch_of_days(detail: Detail) -> bool:
    """Whether a date has a first and a last day, both told to the day: "2024-09-09/2024-09-25"."""
    return bool(re.fullmatch(r"[^/]{10}/[^/.]{10}", detail.value))


def _sources(setting: Setting, pattern: Pattern, parts: list[Part]) -> list[Part]:
    """Who says it; of an act done by saying, whoever acts is its doer and no witness to it."""
    acting = {(party.start, party.end) for party in setting.parties if party.acts}
    doer = _DOERS[pattern.kind]
    has_doer = any(part.role is doer for part in parts)
    found = []
    for span in setting.sources:
        does = pattern.type in _DONE_BY_SAYING and (span.start, span.end) in acting
        if not (does and has_doer):
            found.append(Part(role=doer if does else Role.SOURCE, start=span.start, end=span.end))
    return found
