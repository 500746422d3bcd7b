"""Names as a text writes them: persons by their titles, endings and company, known again wherever they return."""

import re
from collections.abc import Iterator
from dataclasses import replace

from heard.reading.rules.bodies import bodies_by_form, bodies_in
from heard.reading.rules.capitals import Known, Run, Token, is_initial, known_of, runs
from heard.reading.rules.found import Name, named
from heard.reading.rules.posts import posts_by
from heard.reading.sentences import Sentence
from heard.terms.saying import NameKind

_IN = re.compile(r"\b(?:in|at|near|from|to|в|из|во)\s$")
_KIND_OF_PLACE = re.compile(r"\s(?:prison|colony|court|district|region|city|village|jail|police|airport)\b")
_QUOTED = re.compile(r"[“«\"„]$")
_TITLED = frozenset(["Mr", "Ms", "Mrs", "Dr", "Sen", "Rep"])


def find_names(content: str, sentences: tuple[Sentence, ...], language: str) -> tuple[Name, ...]:
    """Persons, bodies, posts and places of a content, in order; a surname is known everywhere once read in full."""
    known = known_of(language)
    found = [*bodies_by_form(content, language), *_speakers(content, sentences)]
    persons: list[Name] = []
    unsure: list[Run] = []
    for run, first in _left_over(content, sentences, known, found):
        name = _person(run, first, content, known)
        if name is None:
            unsure.append(run)
        elif name.kind is NameKind.PERSON:
            persons.append(name)
        else:
            found.append(name)
    persons = _without_towns(persons, found, content)
    parts = _parts_of(persons)
    again = [name for run in unsure for name in _known_again(run, parts, content, known)]
    kept = _without_overlaps([*found, *persons, *again])
    return tuple(sorted([*kept, *posts_by(content, kept, known)]))


def _left_over(
    content: str, sentences: tuple[Sentence, ...], known: Known, found: list[Name]
) -> Iterator[tuple[Run, bool]]:
    """Runs of capitals that name no body, and whether each opens its sentence; the bodies go to `found`."""
    for sentence in sentences:
        for run, first in runs(content, sentence, known):
            bodies, rest = bodies_in(run, content, known)
            found.extend(bodies)
            for part in rest:
                if not any(token.word in known.laws for token in part):
                    yield part, first and part[0] is run[0]


def _speakers(content: str, sentences: tuple[Sentence, ...]) -> Iterator[Name]:
    spans = {sentence.speaker for sentence in sentences if sentence.speaker}
    for span in spans:
        words = content[span.start : span.end]
        if words.split()[0].rstrip(".") in _TITLED and len(words) > 4:
            yield named(span.start, span.end, NameKind.PERSON, content)


def _person(run: Run, first: bool, content: str, known: Known) -> Name | None:
    """The person a run of capitals names (or the place, after "in"), or None where nothing speaks for one."""
    lead, core = _core(run, known)
    if not core or len(core) > 5 or any(token.word in known.places or token.word in known.never for token in core):
        return None
    address = [token for token in lead if token.word in known.address]
    agent = any(token.word.casefold().rstrip(".") in known.agent_titles for token in lead)
    whole = [*address[-1:], *core]
    if len(core) > 1 and any(token.word in known.place_words for token in core):
        return named(core[0].start, core[-1].end, NameKind.PLACE, content)
    if address or _speaks_for_a_person(core, first, known):
        return _written(whole, content, known, agent=agent)
    if len(core) < 2 or any(token.word.isupper() and len(token.word) > 3 for token in core):
        return None
    if _IN.search(content, max(0, core[0].start - 8), core[0].start):
        return named(core[0].start, core[-1].end, NameKind.PLACE, content)
    quoted = _QUOTED.search(content, max(0, core[0].start - 2), core[0].start)
    plain = len(core) <= 3 and all(token.word.isalpha() and len(token.word) > 2 for token in core)
    return _written(whole, content, known, agent=agent) if plain and not quoted else None


def _core(run: Run, known: Known) -> tuple[Run, Run]:
    """The titles and plain nouns before a name, and the name itself."""
    first, last = 0, len(run)
    while first < last and (
        known.is_title(run[first])
        or run[first].word in known.never
        or run[first].word in known.places
        or (last - first > 1 and known.is_noun(run[first]))
    ):
        first += 1
    while last > first and (
        run[last - 1].word in known.never
        or run[last - 1].word in known.places
        or (not run[last - 1].capital and run[last - 1].word in known.particles)
    ):
        last -= 1
    return run[:first], run[first:last]


def _speaks_for_a_person(core: Run, first: bool, known: Known) -> bool:
    """Whether a given name, a patronymic, an initial or the ending of a surname speaks for a person."""
    if any(token.word.casefold() in known.patronymics for token in core):
        return True
    surname = _is_surname(core[-1].word, known)
    if len(core) > 1:
        shouted = any(token.word.isupper() and len(token.word) > 3 for token in core)
        given = any(token.word in known.given or known.without_case(token.word) in known.given for token in core)
        return not shouted and (given or surname or (not first and any(is_initial(token) for token in core)))
    word = core[0].word
    return surname and not first and len(word) > 5 and not word.isupper() and word[-2:].casefold() not in {"ia", "ua"}


def _is_surname(word: str, known: Known) -> bool:
    forms = {word, known.without_case(word)}
    return any(_ends_like_a_surname(form.casefold(), ending) for form in forms for ending in known.endings)


def _ends_like_a_surname(word: str, ending: str) -> bool:
    long_enough = len(word) > 5 or (len(word) == 5 and (len(ending) > 2 or ending in {"ov", "ev"}))
    return long_enough and word.endswith(ending)


def _written(run: Run, content: str, known: Known, *, agent: bool) -> Name:
    """The name as written; its key leaves out the case ending of the last word."""
    name = replace(named(run[0].start, run[-1].end, NameKind.PERSON, content), agent=agent)
    if not known.cases:
        return name
    return replace(name, key=" ".join([*name.key.split()[:-1], _stem(run[-1].word, known).casefold()]))


def _stem(word: str, known: Known) -> str:
    """A surname or given name without its case ending; the word itself where the ending may belong to it."""
    if word.casefold() in known.patronymics or word in known.given:
        return word
    for ending in known.cases:
        stem = word.removesuffix(ending)
        named_so = stem in known.given or any(stem.casefold().endswith(end) and len(stem) > 4 for end in known.endings)
        if stem != word and named_so:
            return stem
    return word


def _without_towns(persons: list[Name], bodies: list[Name], content: str) -> list[Name]:
    """Persons without single words that only end like a surname: part of a body's name, or "in Karsova prison"."""
    words = {word for name in bodies for word in name.key.split()}
    full = {word for name in persons if " " in name.key for word in name.key.split()}
    return [
        name
        for name in persons
        if " " in name.key
        or name.key in full
        or not (
            name.key in words
            or _IN.search(content, max(0, name.start - 8), name.start)
            or _KIND_OF_PLACE.match(content, name.end)
        )
    ]


def _parts_of(persons: list[Name]) -> dict[str, bool]:
    """Single words of the names read in full, and whether each is an agent's."""
    parts: dict[str, bool] = {}
    for name in persons:
        for word in name.key.split():
            if len(word) > 2:
                parts[word] = parts.get(word, False) or name.agent
    return parts


def _known_again(run: Run, parts: dict[str, bool], content: str, known: Known) -> Iterator[Name]:
    """Stretches of a run whose every word is part of a name read in full elsewhere."""
    kept: Run = []
    for token in [*run, Token(0, 0, " ")]:
        if token.word not in known.never and token.word not in known.places and _part(token, parts, known):
            kept.append(token)
        elif kept:
            stems = [_part(one, parts, known) for one in kept]
            name = named(kept[0].start, kept[-1].end, NameKind.PERSON, content)
            yield replace(name, key=" ".join(stems), agent=any(parts[stem] for stem in stems))
            kept = []


def _part(token: Token, parts: dict[str, bool], known: Known) -> str:
    """The part of a known name that a word is, without its case ending; "" where it is none."""
    word = token.word.casefold()
    if word in parts:
        return word
    for ending in known.cases:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 3:
            continue
        if stem in parts:
            return stem
        other = next((part for part in parts if part.startswith(stem) and len(part) <= len(stem) + 3), "")
        if len(stem) > 3 and other:
            return other
    return ""


def _without_overlaps(names: list[Name]) -> list[Name]:
    """Names in order, the longer of two that overlap, a place only where nothing else stands."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda one: (one.start, one.kind is NameKind.PLACE, -one.end)):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
        elif name.end - name.start > kept[-1].end - kept[-1].start:
            kept[-1] = name
    return kept
