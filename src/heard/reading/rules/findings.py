"""Acts, statuses, positions and demands of a text: each pattern that fits a sentence, with its people and details."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from heard.reading.rules.details import Detail, articles_in, nearest, places_in, within
from heard.reading.rules.found import Found, Part
from heard.reading.rules.frames import Cast, Trigger, cast_of
from heard.reading.rules.parties import Party, Scene, Sort, parties_of
from heard.reading.rules.phrases import Phrase
from heard.reading.rules.patterns import Frame, Pattern, patterns_of
from heard.reading.rules.sharing import shared_out
from heard.reading.rules.sources import sources_of
from heard.reading.rules.stance import (
    is_accusation,
    is_in_a_name,
    is_negated,
    is_question,
    is_supposed,
    is_threatened,
    polarity_of,
)
from heard.reading.rules.values import Values
from heard.reading.sentences import Sentence
from heard.terms.saying import Kind, NameKind, Polarity, Role
from heard.terms.span import Span


@dataclass(frozen=True)
class Setting:
    """What one sentence holds, worked out once for all patterns."""

    sentence: Sentence
    parties: tuple[Party, ...]
    sources: tuple[Span, ...]
    dates: tuple[Detail, ...]
    durations: tuple[Detail, ...]
    places: tuple[Detail, ...]
    articles: tuple[Detail, ...]
    demand: int | None
    focus: Party | None
    carried: tuple[Party, ...] = ()


@cache
def _index(language: str) -> tuple[dict[str, tuple[int, ...]], int]:
    """Patterns by the word beginnings they wait for, and the length of the longest beginning."""
    found: dict[str, list[int]] = {}
    for number, pattern in enumerate(patterns_of(language)):
        for beginning in pattern.phrase.beginnings:
            found.setdefault(beginning, []).append(number)
    return {word: tuple(numbers) for word, numbers in found.items()}, max(map(len, found), default=0)


_WORD = re.compile(r"[^\W_]+")


def candidates(scene: Scene, sentence: Sentence) -> Iterator[Pattern]:
    """Patterns one of whose words stands in the sentence, in the order of the files."""
    index, longest = _index(scene.words.language)
    waiting: set[int] = set()
    for word in set(_WORD.findall(scene.small, sentence.start, sentence.end)):
        for length in range(1, min(longest, len(word)) + 1):
            waiting.update(index.get(word[:length], ()))
    patterns = patterns_of(scene.words.language)
    return (patterns[number] for number in sorted(waiting))


def findings_of(scene: Scene, values: Values) -> Iterator[Found]:
    """Every finding of every sentence that is no heading."""
    focus: Party | None = None
    carried: tuple[Span, ...] = ()
    demanding = False
    before: tuple[Party, ...] = ()
    for sentence in scene.sentences:
        parties = parties_of(scene, sentence)
        if not sentence.heading:
            sources = sources_of(scene, sentence, parties)
            if sentence.goes_on and not sources:
                sources = carried
            demand = _demand_start(scene, sentence)
            if demand is None and demanding and (sentence.goes_on or sentence.item):
                demand = sentence.start
            setting = Setting(
                sentence,
                parties,
                sources,
                within(values.dates, sentence),
                within(values.durations, sentence),
                places_in(scene, sentence),
                articles_in(scene, sentence),
                demand,
                focus,
                before if sentence.goes_on else (),
            )
            yield from _of_sentence(scene, setting)
            carried = sources
            demanding = demand is not None
        focus = _focus(parties) or focus
        before = parties[:1] or before


def _focus(parties: Sequence[Party]) -> Party | None:
    return next((party for party in parties if party.sort is Sort.PERSON), None)


def _demand_start(scene: Scene, sentence: Sentence) -> int | None:
    """Where a demand begins in the sentence, None where none is made."""
    never = [
        match.span()
        for match in scene.words.anywhere("demand_never").finditer(scene.small, sentence.start, sentence.end)
    ]
    for match in scene.words.anywhere("demand_cues").finditer(scene.small, sentence.start, sentence.end):
        if not any(start <= match.start() < end for start, end in never):
            return match.start() if scene.words.language != "az" else sentence.start
    return None


def _of_sentence(scene: Scene, setting: Setting) -> list[Found]:
    """Findings of one sentence: one for each type and set of people, demands first as acts inside them are none."""
    kept: list[Found] = []
    for pattern in sorted(candidates(scene, setting.sentence), key=lambda one: one.kind is not Kind.DEMAND):
        if pattern.kind is not Kind.DEMAND and setting.demand is not None and not _has_demand(kept):
            setting = replace(setting, demand=None)
        for match in _matches(scene, setting, pattern):
            found = _finding(scene, setting, pattern, match)
            if found:
                _keep(found, kept)
    together = "respectively" in scene.small[setting.sentence.start : setting.sentence.end]
    return [
        one for found in kept for one in shared_out(found, setting.parties, setting.durations, respectively=together)
    ]


def _has_demand(kept: list[Found]) -> bool:
    return any(found.kind is Kind.DEMAND for found in kept)


def _keep(found: Found, kept: list[Found]) -> None:
    """Add a finding, or only its further parts where the same claim is there already."""
    if found.type == "other" and _has_demand(kept):
        return
    alike = [other for other in kept if (other.kind, other.type) == (found.kind, found.type)]
    people = _people(found)
    new = people and all(
        other.maker == found.maker and _people(other) and not _people(other) & people for other in alike
    )
    if not alike or new:
        kept.append(found)
        return
    first = alike[-1]
    roles = {part.role for part in first.parts}
    more = tuple(part for part in found.parts if part.role not in roles and part.role in _DETAILS)
    kept[kept.index(first)] = replace(first, parts=(*first.parts, *more))


_DETAILS = frozenset({Role.DATE, Role.DURATION, Role.ARTICLE, Role.AUTHORITY, Role.PERPETRATOR})


def _people(found: Found) -> frozenset[tuple[int, int]]:
    return frozenset(
        (part.start, part.end) for part in found.parts if part.role in {Role.VICTIM, Role.PERSON, Role.BENEFICIARY}
    )


def _matches(scene: Scene, setting: Setting, pattern: Pattern) -> Iterator[re.Match[str]]:
    sentence = setting.sentence
    if pattern.needs and not pattern.needs.expression.search(scene.small, sentence.start, sentence.end):
        return
    for match in pattern.phrase.expression.finditer(scene.small, sentence.start, sentence.end):
        if not (pattern.unless and _near(scene, sentence, pattern.unless, match)):
            yield match


#: Acts done by accusing; the words of an accusation may carry them.
_ABOUT_ACCUSATIONS = frozenset({"fabricated_charges", "retaliation", "unfair_trial", "arbitrary_detention", "impunity"})


def _near(scene: Scene, sentence: Sentence, phrase: Phrase, match: re.Match[str]) -> bool:
    """Whether a phrase stands within reach of a match: in it, or less than forty characters from it."""
    low, high = max(sentence.start, match.start() - 40), min(sentence.end, match.end() + 40)
    while low > sentence.start and scene.small[low - 1].isalnum():
        low -= 1
    while high < sentence.end and scene.small[high].isalnum():
        high += 1
    return bool(phrase.expression.search(scene.small, low, high))


def _finding(scene: Scene, setting: Setting, pattern: Pattern, match: re.Match[str]) -> Found | None:
    sentence, start, end = setting.sentence, match.start(), match.end()
    polarity = Polarity.ASSERTED
    if pattern.kind is Kind.DEMAND:
        if setting.demand is None or end <= setting.demand:
            return None
        parts = _demand_parts(scene, setting, start, end)
    else:
        if setting.demand is not None and start > setting.demand:
            return None
        if is_supposed(scene, sentence, start) or (is_question(scene, sentence) and not setting.sources):
            return None
        if pattern.kind is Kind.ACT and is_in_a_name(scene, sentence, start, end):
            return None
        if (
            pattern.kind is Kind.ACT
            and pattern.type not in _ABOUT_ACCUSATIONS
            and is_accusation(scene, sentence, start)
        ):
            return None
        if pattern.type != "threat" and is_threatened(scene, sentence, start):
            return None
        if pattern.kind is Kind.ACT:
            polarity = polarity_of(scene, sentence, start, end)
        if polarity is Polarity.ASSERTED and is_negated(scene, sentence, start):
            return None
        if pattern.kind is Kind.STATUS and _attributive(scene, sentence, start, end):
            return None
        cast = cast_of(scene, sentence, setting.parties, Trigger(start=start, end=end, frame=pattern.frame))
        parts = _parts(scene, setting, pattern, start, end, cast)
    return Found(
        kind=pattern.kind,
        type=pattern.type,
        start=sentence.start,
        end=sentence.end,
        trigger=start,
        polarity=polarity,
        parts=parts,
        maker=pattern.id,
        confidence=pattern.confidence,
    )


_BEFORE_NOUN = re.compile(
    r"\b(?:the|a|an|his|her|their|our|of|all|these|those|other|many|some|newly|recently|for|with|by|and)\s$"
)


def _attributive(scene: Scene, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a participle only describes its noun: "the arrested students"."""
    words = scene.small[start:end]
    if scene.words.language != "en" or not re.fullmatch(r"\w+ed", words):
        return False
    if not _BEFORE_NOUN.search(scene.small, max(sentence.start, start - 16), start):
        return False
    after = re.match(r"\s(\w+)", scene.small[end : end + 30])
    return (
        bool(after)
        and after is not None
        and after[1]
        not in {
            "on",
            "in",
            "at",
            "by",
            "to",
            "for",
            "him",
            "her",
            "them",
            "and",
            "with",
            "from",
            "the",
            "a",
            "after",
            "before",
        }
    )


def _parts(scene: Scene, setting: Setting, pattern: Pattern, start: int, end: int, cast: Cast) -> tuple[Part, ...]:
    status = pattern.kind is not Kind.ACT
    person, doer = (Role.PERSON, Role.AUTHORITY) if status else (Role.VICTIM, Role.PERPETRATOR)
    if pattern.kind is Kind.POSITION:
        person, doer = Role.HOLDER, Role.AUTHORITY
    sources = {(span.start, span.end) for span in setting.sources}
    sufferers = tuple(
        party
        for party in cast.sufferers
        if (party.start, party.end) not in sources or not _TELLERS.search(scene.small, party.start, party.end)
    )
    if not sufferers and setting.carried and not setting.parties:
        sufferers = setting.carried
    if not sufferers and setting.focus and (status or pattern.frame is Frame.SUFFERED):
        sufferers = (setting.focus,)
    parts = [Part(role=person, start=party.start, end=party.end) for party in sufferers]
    parts += [Part(role=doer, start=party.start, end=party.end) for party in _fit(scene, setting, pattern, cast)]
    detail = _date(scene, setting, start, end)
    if detail:
        parts.append(Part(role=Role.DATE, start=detail.start, end=detail.end, value=detail.value))
    if pattern.type in {"sentence", "remand", "hunger_strike", "sentence_change", "hunger_strike_end"}:
        fitting = [one for one in setting.durations if "strike" not in pattern.type or "Y" not in one.value]
        length = nearest(fitting, start, end, reach=50 if "strike" in pattern.type else 90, scene=scene)
        if length:
            parts.append(Part(role=Role.DURATION, start=length.start, end=length.end, value=length.value))
    if pattern.type in {"charge", "sentence"}:
        parts += [Part(role=Role.ARTICLE, start=one.start, end=one.end) for one in setting.articles[:1]]
    place = nearest(setting.places, start, end, reach=80, scene=scene)
    if place and pattern.type not in _PLACELESS:
        parts.append(Part(role=Role.PLACE, start=place.start, end=place.end))
    return _with_sources(setting, tuple(parts), pattern)


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


_TELLERS = re.compile(
    r"group|organi[sz]ation|ngo|media|outlet|newspaper|website|organizas|организац|təşkilat|правозащит|lawyer|адвокат|vəkil"
)
#: Acts that are done by saying: the one who says it does it.
_DONE_BY_SAYING = frozenset({"fabricated_charges", "impunity"})


def _with_sources(setting: Setting, parts: tuple[Part, ...], pattern: Pattern) -> tuple[Part, ...]:
    acting = {(party.start, party.end) for party in setting.parties if party.acts}
    role = Role.PERPETRATOR if pattern.kind is Kind.ACT else Role.AUTHORITY
    has_doer = any(part.role is role for part in parts)
    sources = []
    for span in setting.sources:
        does = pattern.type in _DONE_BY_SAYING and (span.start, span.end) in acting
        if not (does and has_doer):
            sources.append(Part(role=role if does else Role.SOURCE, start=span.start, end=span.end))
    return (*parts, *sources)


_COURT = re.compile(r"\b(?:court|tribunal|judge|суд|məhkəmə)", re.IGNORECASE)


def _fit(scene: Scene, setting: Setting, pattern: Pattern, cast: Cast) -> tuple[Party, ...]:
    """Doers that can be what the claim needs: a court for verdicts, an agent or an unnamed "they" for the rest."""
    taken = {(span.start, span.end) for span in setting.sources}
    if pattern.type in {"remand", "sentence", "appeal", "sentence_change"}:
        courts = [
            party
            for party in [*cast.doers, *setting.parties]
            if party.acts and _COURT.search(scene.content, party.start, party.end)
        ]
        return tuple(courts[:1])
    if pattern.type in {"hunger_strike", "hunger_strike_end", "death_in_custody"}:
        return ()
    sufferers = set(cast.sufferers)
    return tuple(
        party
        for party in cast.doers
        if party not in sufferers
        and (party.start, party.end) not in taken
        and (
            party.acts
            or scene.small[party.start : party.end] in {"they", "who"}
            or party.sort in {Sort.PERSON, Sort.SUFFERER}
            and pattern.kind is Kind.ACT
        )
    )


def _date(scene: Scene, setting: Setting, start: int, end: int) -> Detail | None:
    return nearest(setting.dates, start, end, reach=160, scene=scene)


_MODAL = re.compile(r"(?:should|must|shall|ought|need|has to|have to|may not|долж|обязан)")


def _demand_parts(scene: Scene, setting: Setting, start: int, end: int) -> tuple[Part, ...]:
    """Who demands what of whom, for whom."""
    assert setting.demand is not None, "a demand begins somewhere"
    before = [party for party in setting.parties if party.end <= setting.demand]
    between = [party for party in setting.parties if party.start > setting.demand and party.end <= start]
    after = [party for party in setting.parties if party.start >= start]
    caller = before[-1:] or []
    modal = _MODAL.match(scene.small, setting.demand)
    told = [Part(role=Role.CALLER, start=span.start, end=span.end) for span in setting.sources]
    parts = []
    if setting.sentence.speaker and (not caller or scene.small[caller[0].start : caller[0].end] in {"we", "i"}):
        parts.append(Part(role=Role.CALLER, start=setting.sentence.speaker.start, end=setting.sentence.speaker.end))
    elif modal:
        parts += told
        parts += [Part(role=Role.TARGET, start=party.start, end=party.end) for party in caller if party.acts]
    else:
        parts += [Part(role=Role.CALLER, start=party.start, end=party.end) for party in caller]
    parts += [Part(role=Role.TARGET, start=party.start, end=party.end) for party in between if party.acts][:1]
    stop = _measure_end(scene, setting.sentence, end)
    parts.append(Part(role=Role.MEASURE, start=start, end=stop))
    parts += [
        Part(role=Role.BENEFICIARY, start=party.start, end=party.end)
        for party in after
        if party.start < stop and not party.acts
    ][:1]
    return tuple(parts)


def _measure_end(scene: Scene, sentence: Sentence, end: int) -> int:
    stop = re.compile(r"[,;:.]|\band\b|$").search(scene.small, end, sentence.end)
    return max(end, stop.start() if stop else sentence.end)
