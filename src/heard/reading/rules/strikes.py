"""Hunger strikes told from their first to their last day: the last day is an end of its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from heard.reading.rules.found import Found, Part
from heard.terms.saying import Polarity, Role

_FROM_TO = re.compile(r"[^/]{10}/(?P<last>[^/.]{10})")


def with_ends(found: Sequence[Found]) -> Iterator[Found]:
    """The findings of a sentence, and the end of a strike whose last day is told and that has none yet."""
    yield from found
    if any(one.type == "hunger_strike_end" for one in found):
        return
    for one in found:
        if one.type == "hunger_strike" and one.polarity is Polarity.ASSERTED:
            yield from (_end(one, part) for part in one.parts if _FROM_TO.fullmatch(part.value))


def _end(strike: Found, days: Part) -> Found:
    match = _FROM_TO.fullmatch(days.value)
    assert match, "only days with a last one end a strike"
    kept = tuple(part for part in strike.parts if part.role in {Role.PERSON, Role.SOURCE})
    last = replace(days, role=Role.DATE, value=match["last"])
    return replace(strike, type="hunger_strike_end", parts=(*kept, last))
