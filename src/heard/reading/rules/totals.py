"""Count claims: a stated total with its unit, period, place and the one who says it."""

from collections.abc import Iterator

from heard.reading.rules.counting import Counted
from heard.reading.rules.details import nearest
from heard.reading.rules.found import Found, Part
from heard.reading.rules.parties import Scene
from heard.reading.rules.setting import Setting
from heard.terms.saying import Kind, Polarity, Role

#: Share of counts that were right on marked documents, drawn towards 0.7.
CONFIDENCE = 0.88


def totals_of(scene: Scene, setting: Setting) -> Iterator[Found]:
    """One finding for each number of the sentence that counts people or cases; numbers inside demands are none."""
    for counted in setting.counts:
        if setting.demand is None or counted.number.start < setting.demand:
            yield Found(
                kind=Kind.COUNT,
                type="",
                start=setting.sentence.start,
                end=setting.sentence.end,
                trigger=counted.number.start,
                polarity=Polarity.ASSERTED,
                parts=_parts(scene, setting, counted),
                maker="count",
                confidence=CONFIDENCE,
            )


def _parts(scene: Scene, setting: Setting, counted: Counted) -> tuple[Part, ...]:
    number = counted.number
    parts = [
        Part(role=Role.N, start=number.start, end=number.end, value=number.value),
        Part(role=Role.OF, start=counted.start, end=counted.end),
    ]
    period = nearest(setting.dates, number.start, number.end, reach=140, scene=scene)
    if period:
        parts.append(Part(role=Role.PERIOD, start=period.start, end=period.end, value=period.value))
    place = nearest(setting.places, number.start, number.end, reach=90, scene=scene)
    if place:
        parts.append(Part(role=Role.PLACE, start=place.start, end=place.end))
    return (*parts, *(Part(role=Role.SOURCE, start=span.start, end=span.end) for span in setting.sources))
