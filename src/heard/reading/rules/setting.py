"""What each sentence of a text holds: parties, sources, times, places, and whether it demands something."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from heard.reading.rules.counting import Counted, counted_in
from heard.reading.rules.details import Detail, articles_in, within
from heard.reading.rules.parties import Party, Scene, Sort, parties_of
from heard.reading.rules.places import places_in
from heard.reading.rules.sources import sources_of
from heard.reading.rules.values import Values
from heard.reading.sentences import Sentence
from heard.terms.span import Span

#: How many sentences back "he" may have been named; how near to "I" a name says who that is.
_NEAR = 2
_INTRODUCES = 6
#: Azerbaijani verbs say "I" by their ending.
_VERB_OF_ME = re.compile(r"\w{2,}(?:[ıiuü]r[aə]m|m[ıiuü]ş[aə]m|[dt][ıiuü]m(?=\W))\b")
_INDEFINITE = re.compile(r"(?:an?|one)\s(?:[\w-]+\s){0,2}[\w-]+(?<!s)\b")


@dataclass(frozen=True, kw_only=True)
class Setting:
    """One sentence worked out once for all patterns.

    `telling` are the spans of those who tell it, pronouns as they stand; `demand` is where a demand begins, None where
    none is made; `focus` is the person last named before, `carried` the first party of the part before a semicolon,
    `asking` the sentence whose demand a list item goes on with, `official` the body or officer that tells it or told
    what stands just before, `teller` whoever speaks of themselves here or went on doing so.
    """

    sentence: Sentence
    parties: tuple[Party, ...]
    sources: tuple[Span, ...]
    telling: frozenset[tuple[int, int]]
    dates: tuple[Detail, ...]
    durations: tuple[Detail, ...]
    places: tuple[Detail, ...]
    articles: tuple[Detail, ...]
    counts: tuple[Counted, ...]
    demand: int | None
    focus: Party | None
    carried: tuple[Party, ...]
    asking: "Setting | None" = None
    teller: Party | None = None
    official: Span | None = None


@dataclass(frozen=True, kw_only=True)
class _Past:
    """What the sentences before leave behind."""

    last: Setting | None = None
    focus: Party | None = None
    focus_age: int = 0
    official: Span | None = None
    official_age: int = 0
    teller: Party | None = None
    writer: Party | None = None
    carried: tuple[Party, ...] = ()


def settings_of(scene: Scene, values: Values) -> Iterator[Setting]:
    """The setting of every sentence that is no heading; sources and demands reach over semicolons and list items."""
    past = _Past()
    for sentence in scene.sentences:
        parties = parties_of(scene, sentence)
        last = past.last
        if not sentence.heading:
            last = _setting(scene, values, sentence, parties, past)
            yield last
        named = next((party for party in parties if party.sort is Sort.PERSON), None)
        focus = named or _introduced(scene, sentence, parties) or past.focus
        past = _Past(
            last=last,
            focus=focus,
            focus_age=past.focus_age + 1 if focus is past.focus else 0,
            official=last.official if last else None,
            official_age=past.official_age + 1 if last and last.official is past.official else 0,
            teller=_telling(scene, sentence, parties, past),
            writer=_writer(scene, parties) or past.writer,
            carried=parties[:1] or past.carried,
        )


def _introduced(scene: Scene, sentence: Sentence, parties: tuple[Party, ...]) -> Party | None:
    """Somebody nobody names with whom a sentence opens: "A journalist of …"."""
    first = parties[0] if parties and parties[0].sort is Sort.SUFFERER else None
    opens = first is not None and first.start == sentence.start
    return first if opens and _INDEFINITE.match(scene.small, sentence.start) else None


def _setting(scene: Scene, values: Values, sentence: Sentence, parties: tuple[Party, ...], past: _Past) -> Setting:
    subjects = sources_of(scene, sentence, parties)
    sources = _by_name(scene, subjects, parties, past)
    demand = _demand_start(scene, sentence)
    asking: Setting | None = None
    telling = frozenset((span.start, span.end) for span in (*subjects, *sources))
    if past.last and sentence.goes_on and not sources:
        sources = past.last.sources
    if past.last and past.last.demand is not None and demand is None and (sentence.goes_on or sentence.item):
        demand = sentence.start
        asking = past.last.asking or past.last
    return Setting(
        sentence=sentence,
        parties=parties,
        sources=sources,
        telling=telling,
        dates=within(values.dates, sentence),
        durations=within(values.durations, sentence),
        places=places_in(scene, sentence),
        articles=articles_in(scene, sentence),
        counts=counted_in(scene, sentence, values),
        demand=demand,
        focus=past.focus,
        carried=past.carried if sentence.goes_on else (),
        asking=asking,
        teller=_telling(scene, sentence, parties, past),
        official=_official(sources, parties, past),
    )


def _official(sources: tuple[Span, ...], parties: tuple[Party, ...], past: _Past) -> Span | None:
    """The body or officer that tells a sentence; where nobody else does, the one that told the two before it."""
    acting = {(party.start, party.end) for party in parties if party.acts}
    own = next((span for span in sources if (span.start, span.end) in acting), None)
    return own or (past.official if not sources and past.official_age < _NEAR else None)


def _by_name(scene: Scene, sources: tuple[Span, ...], parties: tuple[Party, ...], past: _Past) -> tuple[Span, ...]:
    """The sources; instead of a lone "he" or "she" the person named in the two sentences before, or before it here."""
    if len(sources) != 1:
        return sources
    said = sources[0]
    if scene.small[said.start : said.end] not in scene.words.as_written("singular_pronouns"):
        return sources
    here = [party for party in parties if party.sort is Sort.PERSON and party.end <= said.start]
    named = here[-1] if here else past.focus if past.focus_age < _NEAR and past.focus else None
    return (Span(start=named.start, end=named.end),) if named and named.sort is Sort.PERSON else sources


def _writer(scene: Scene, parties: tuple[Party, ...]) -> Party | None:
    """Whoever says their name: "I am Emin Karimli"."""
    selves = scene.words.as_written("first_person")
    for party, following in pairwise(parties):
        says = scene.small[party.start : party.end] in selves and following.sort is Sort.PERSON
        if says and following.start - party.end < _INTRODUCES:
            return following
    return None


def _telling(scene: Scene, sentence: Sentence, parties: tuple[Party, ...], past: _Past) -> Party | None:
    """Whoever speaks of themselves in a sentence, or did in the one before where this one names nobody."""
    selves = scene.words.as_written("first_person")
    own = next((party for party in parties if scene.small[party.start : party.end] in selves), None)
    if own or (scene.words.language == "az" and _VERB_OF_ME.search(scene.small, sentence.start, sentence.end)):
        return _writer(scene, parties) or past.writer or own or past.teller
    return None if any(party.sort is Sort.PERSON for party in parties) else past.teller


def _demand_start(scene: Scene, sentence: Sentence) -> int | None:
    """Where a demand begins; in Azerbaijani, whose verb stands last, with the sentence itself."""
    start, end = sentence.start, sentence.end
    never = [match.span() for match in scene.words.anywhere("demand_never").finditer(scene.small, start, end)]
    for match in scene.words.anywhere("demand_cues").finditer(scene.small, start, end):
        if not any(begin <= match.start() < stop for begin, stop in never):
            return start if scene.words.language == "az" else match.start()
    return None
