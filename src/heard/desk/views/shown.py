"""What many pages show: who is who, the custody trail, and that somebody looked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.http import HttpRequest
from django.utils import timezone

from heard.desk.asking import by
from heard.desk.custody_words import act_sentence
from heard.procedures.note_view import note_view
from heard.records.queries import house
from heard.records.queries.pages import CustodyLine

SEEN = "seen"
_REMEMBERED = 200  # items a session remembers as seen


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailLine:
    """One line of a custody trail: what was done and by whom, as a sentence."""

    line: CustodyLine
    sentence: str
    moment: datetime


def colleagues(request: HttpRequest) -> dict[str, str]:
    """The name of each member by key."""
    return {line.key: line.name for line in house.members(by(request))}


def trail(request: HttpRequest, item: str) -> tuple[TrailLine, ...]:
    """The custody trail of one item as sentences, oldest first."""
    return as_sentences(request, house.custody_trail(by(request), item))


def as_sentences(request: HttpRequest, lines: Iterable[CustodyLine]) -> tuple[TrailLine, ...]:
    """Custody entries as sentences, in their order."""
    names = colleagues(request)
    return tuple(_as_sentence(line, names) for line in lines)


def _as_sentence(line: CustodyLine, names: dict[str, str]) -> TrailLine:
    words = act_sentence(line.act, who=names.get(line.actor, line.actor[:8]))
    return TrailLine(line=line, sentence=words, moment=line.at)


def seen(request: HttpRequest, *, item: str, page: str) -> None:
    """Log that the member looked at this item: once in a session."""
    remembered: list[str] = request.session.get(SEEN, [])
    if item in remembered:
        return
    note_view(by=by(request), item=item, page=page)
    request.session[SEEN] = [*remembered, item][-_REMEMBERED:]


def today() -> date:
    """The day it is where the desk stands."""
    return timezone.localdate()
