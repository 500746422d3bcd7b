"""What a person's timeline says of them today, in words, and how sure that is."""

from dataclasses import dataclass
from datetime import date

from heard.records.queries.pages import TimelineEvent
from heard.terms.saying import Polarity

#: Events after which a person is held, and those after which they are not.
_HELD = frozenset({"arrest", "remand", "sentence", "transfer"})
_FREE = frozenset({"release"})


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusNow:
    """The last event that decides whether the person is held. `days` counts from day 1; None: its day is unsure."""

    held: bool
    event: TimelineEvent
    since: date | None
    days: int | None


def status_now(timeline: tuple[TimelineEvent, ...], *, today: date) -> StatusNow | None:
    """Held or not by the latest dated event that says so; None where none does. A denied event decides nothing."""
    telling = [event for event in timeline if _tells(event)]
    if not telling:
        return None
    last = max(telling, key=lambda event: event.latest or event.earliest or date.min)
    held = last.line.claim.type in _HELD
    first = _held_since(telling, last) if held else last
    exact = first.earliest if first.earliest == first.latest else None
    days = (today - exact).days + 1 if exact and held else None
    return StatusNow(held=held, event=last, since=exact, days=days)


def _tells(event: TimelineEvent) -> bool:
    claim = event.line.claim
    known = claim.type in _HELD | _FREE and (event.earliest or event.latest) is not None
    return known and claim.polarity is Polarity.ASSERTED


def _held_since(telling: list[TimelineEvent], last: TimelineEvent) -> TimelineEvent:
    """The first event of the detention that `last` belongs to."""

    def day(event: TimelineEvent) -> date:
        return event.earliest or event.latest or date.min

    releases = [day(event) for event in telling if event.line.claim.type in _FREE]
    after = max(releases, default=date.min)
    return min((event for event in telling if event.line.claim.type in _HELD and day(event) >= after), key=day)
