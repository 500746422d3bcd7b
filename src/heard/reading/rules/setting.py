"""What each sentence of a text holds: parties, sources, times, places, and whether it demands something."""

from collections.abc import Iterator
from dataclasses import dataclass

from heard.reading.rules.counting import Counted, counted_in
from heard.reading.rules.details import Detail, articles_in, within
from heard.reading.rules.parties import Party, Scene, Sort, parties_of
from heard.reading.rules.places import places_in
from heard.reading.rules.sources import sources_of
from heard.reading.rules.values import Values
from heard.reading.sentences import Sentence
from heard.terms.span import Span


@dataclass(frozen=True, kw_only=True)
class Setting:
    """One sentence worked out once for all patterns.

    `demand` is where a demand begins, None where none is made; `focus` is the person last named before, `carried`
    the first party of the part before a semicolon, `asking` the sentence whose demand a list item goes on with.
    """

    sentence: Sentence
    parties: tuple[Party, ...]
    sources: tuple[Span, ...]
    dates: tuple[Detail, ...]
    durations: tuple[Detail, ...]
    places: tuple[Detail, ...]
    articles: tuple[Detail, ...]
    counts: tuple[Counted, ...]
    demand: int | None
    focus: Party | None
    carried: tuple[Party, ...]
    asking: "Setting | None" = None


@dataclass(frozen=True, kw_only=True)
class _Past:
    """What the sentences before leave behind."""

    last: Setting | None = None
    focus: Party | None = None
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
        focus = next((party for party in parties if party.sort is Sort.PERSON), past.focus)
        past = _Past(last=last, focus=focus, carried=parties[:1] or past.carried)


def _setting(scene: Scene, values: Values, sentence: Sentence, parties: tuple[Party, ...], past: _Past) -> Setting:
    sources = sources_of(scene, sentence, parties)
    demand = _demand_start(scene, sentence)
    asking: Setting | None = None
    if past.last and sentence.goes_on and not sources:
        sources = past.last.sources
    if past.last and past.last.demand is not None and demand is None and (sentence.goes_on or sentence.item):
        demand = sentence.start
        asking = past.last.asking or past.last
    return Setting(
        sentence=sentence,
        parties=parties,
        sources=sources,
        dates=within(values.dates, sentence),
        durations=within(values.durations, sentence),
        places=places_in(scene, sentence),
        articles=articles_in(scene, sentence),
        counts=counted_in(scene, sentence, values),
        demand=demand,
        focus=past.focus,
        carried=past.carried if sentence.goes_on else (),
        asking=asking,
    )


def _demand_start(scene: Scene, sentence: Sentence) -> int | None:
    """Where a demand begins; in Azerbaijani, whose verb stands last, with the sentence itself."""
    start, end = sentence.start, sentence.end
    never = [match.span() for match in scene.words.anywhere("demand_never").finditer(scene.small, start, end)]
    for match in scene.words.anywhere("demand_cues").finditer(scene.small, start, end):
        if not any(begin <= match.start() < stop for begin, stop in never):
            return start if scene.words.language == "az" else match.start()
    return None
