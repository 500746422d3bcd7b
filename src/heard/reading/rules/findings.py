"""Acts, statuses, counts, positions and demands of a text: each pattern that fits a sentence, with its parts."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from heard.reading.rules.demanding import asks_about_the_letter, demand_parts
from heard.reading.rules.denying import denied, without_rumours
from heard.reading.rules.found import Found, Part
from heard.reading.rules.frames import cast_of
from heard.reading.rules.matching import candidates, matches
from heard.reading.rules.parties import Party, Scene, Sort
from heard.reading.rules.patterns import Pattern
from heard.reading.rules.positions import position_parts
from heard.reading.rules.roles import parts_of
from heard.reading.rules.rows import in_cell
from heard.reading.rules.setting import Setting, settings_of
from heard.reading.rules.sharing import shared_out
from heard.reading.rules.stage import Trigger
from heard.reading.rules.stance import is_only_named, is_question, is_unreal, polarity_of, says_it_was_not
from heard.reading.rules.strikes import with_ends
from heard.reading.rules.totals import totals_of
from heard.reading.rules.values import Values
from heard.terms.saying import Kind, Polarity, Role

_DETAILS = frozenset([Role.DATE, Role.DURATION, Role.ARTICLE, Role.AUTHORITY, Role.PERPETRATOR])
_PEOPLE = frozenset([Role.VICTIM, Role.PERSON, Role.BENEFICIARY])


def findings_of(scene: Scene, values: Values) -> Iterator[Found]:
    """Every finding of every sentence that is no heading."""
    for setting, following in pairwise([*settings_of(scene, values), None]):
        assert setting is not None, "only the end is None"
        found = tuple(_of_sentence(scene, setting))
        yield from without_rumours(scene, setting, found, following)
        yield from totals_of(scene, setting)


def _of_sentence(scene: Scene, setting: Setting) -> Iterator[Found]:
    """Findings of one sentence: one for each type and set of people, demands first as acts inside them are none."""
    kept: list[Found] = []
    for pattern in sorted(candidates(scene, setting.sentence), key=lambda one: one.kind is not Kind.DEMAND):
        if pattern.kind is not Kind.DEMAND and setting.demand is not None and not _has_demand(kept):
            setting = replace(setting, demand=None)
        for match in matches(scene, setting.sentence, pattern):
            found = _finding(scene, setting, pattern, match)
            if found:
                _keep(found, kept)
    together = "respectively" in scene.small[setting.sentence.start : setting.sentence.end]
    for found in with_ends(kept):
        yield from shared_out(found, setting.parties, setting.durations, respectively=together)


def _has_demand(kept: list[Found]) -> bool:
    return any(found.kind is Kind.DEMAND for found in kept)


def _keep(found: Found, kept: list[Found]) -> None:
    """Add a finding, or only its further parts where the same claim is there already."""
    if found.type == "other" and _has_demand(kept):
        return
    alike = [other for other in kept if (other.kind, other.type) == (found.kind, found.type)]
    people = _people(found)
    if not alike or (people and all(found.maker == other.maker and _apart(people, _people(other)) for other in alike)):
        kept.append(found)
        return
    first = alike[-1]
    roles = {part.role for part in first.parts}
    more = tuple(part for part in found.parts if part.role not in roles and part.role in _DETAILS)
    kept[kept.index(first)] = replace(first, parts=(*first.parts, *more))


def _people(found: Found) -> frozenset[tuple[int, int]]:
    return frozenset((part.start, part.end) for part in found.parts if part.role in _PEOPLE)


def _apart(people: frozenset[tuple[int, int]], others: frozenset[tuple[int, int]]) -> bool:
    return bool(others) and not people & others


def _finding(scene: Scene, setting: Setting, pattern: Pattern, match: re.Match[str]) -> Found | None:
    """What a match says, None where the sentence does not assert it."""
    start, end = match.start(), match.end()
    demanded = setting.demand is not None and start > setting.demand
    if pattern.kind is Kind.DEMAND:
        asks = _asks(setting, end) and not asks_about_the_letter(scene, setting)
        return _found(setting, pattern, start, demand_parts(scene, setting, start, end)) if asks else None
    asked = is_question(scene, setting.sentence) and all(span == setting.sentence.speaker for span in setting.sources)
    if demanded or asked or is_only_named(scene, setting.sentence, pattern, start, end):
        return None
    polarity = polarity_of(scene, setting.sentence, start, end)
    if polarity is Polarity.ASSERTED and says_it_was_not(scene, setting.sentence, pattern, start, end):
        if setting.official is None or (scene.words.language != "az" and not setting.sources):
            return None
        polarity = Polarity.DENIED
    if is_unreal(scene, setting.sentence, pattern, start, polarity):
        return None
    trigger = Trigger(start=start, end=end, frame=pattern.frame)
    if setting.sentence.row:
        setting = replace(setting, parties=in_cell(scene, setting.sentence, setting.parties, start))
    if pattern.kind is Kind.POSITION:
        held = position_parts(scene, setting, trigger)
        return replace(_found(setting, pattern, start, held), polarity=polarity) if held else None
    cast = cast_of(scene, setting.sentence, _in_play(scene, setting), trigger)
    found = _found(setting, pattern, start, parts_of(scene, setting, pattern, trigger, cast))
    return replace(found, polarity=polarity) if polarity is Polarity.ASSERTED else denied(found, setting.official)


def _in_play(scene: Scene, setting: Setting) -> tuple[Party, ...]:
    """The parties; where word order is free without whoever tells it, if somebody else can have suffered it."""
    others = tuple(party for party in setting.parties if (party.start, party.end) not in setting.telling)
    suffers = any(not party.acts and party.sort is not Sort.GROUP for party in others)
    return others if suffers and scene.words.language != "en" else setting.parties


def _asks(setting: Setting, end: int) -> bool:
    return setting.demand is not None and end > setting.demand


def _found(setting: Setting, pattern: Pattern, trigger: int, parts: tuple[Part, ...]) -> Found:
    return Found(
        kind=pattern.kind,
        type=pattern.type,
        start=setting.sentence.start,
        end=setting.sentence.end,
        trigger=trigger,
        polarity=Polarity.ASSERTED,
        parts=parts,
        maker=pattern.id,
        confidence=pattern.confidence,
    )
