"""Several readers as one: what two of them say of the same words becomes one draft."""

from collections.abc import Iterable, Sequence

from heard.reading.draft import Draft, NameDraft
from heard.reading.reader import Reader
from heard.reading.text import Text
from heard.terms.saying import Role
from heard.terms.span import Quote

#: Roles by which two drafts of one type and sentence are of different people.
_PEOPLE = frozenset([Role.VICTIM, Role.PERSON, Role.HOLDER, Role.BENEFICIARY, Role.N])


class Merged:
    """Reads with each of several readers; of drafts that agree, the surest is kept."""

    version = "1"

    def __init__(self, readers: Sequence[Reader]) -> None:
        self._readers = tuple(readers)
        self.name = "+".join(reader.name for reader in readers)

    def read(self, text: Text) -> Iterable[Draft]:
        """Drafts of all readers in the order of the text, each claim once."""
        return merge(reader.read(text) for reader in self._readers)

    def names(self, text: Text) -> Iterable[NameDraft]:
        """Names of all readers in the order of the text; where two overlap, the earlier reader's."""
        kept: list[NameDraft] = []
        for reader in self._readers:
            new = (name for name in reader.names(text) if not any(_overlap(name.quote, one.quote) for one in kept))
            kept.extend(tuple(new))
        return tuple(sorted(kept, key=lambda name: name.quote))


def merge(readings: Iterable[Iterable[Draft]]) -> tuple[Draft, ...]:
    """One tuple of drafts out of several readings: drafts of different readings with the same kind, type and polarity
    whose evidence overlaps by half and whose people do not differ are the same claim."""
    kept: list[Draft] = []
    for reading in readings:
        earlier = len(kept)
        for draft in reading:
            twin = next((place for place in range(earlier) if _same(kept[place], draft)), None)
            if twin is None:
                kept.append(draft)
            elif draft.confidence > kept[twin].confidence:
                kept[twin] = draft
    return tuple(sorted(kept, key=lambda draft: (draft.evidence.start, draft.evidence.end)))


def _same(one: Draft, other: Draft) -> bool:
    if (one.kind, one.type, one.polarity) != (other.kind, other.type, other.polarity):
        return False
    people, others = _people(one), _people(other)
    apart = people and others and not any(_overlap(person, also) for person in people for also in others)
    return _overlap(one.evidence, other.evidence) and not apart


def _people(draft: Draft) -> list[Quote]:
    return [argument.quote for argument in draft.arguments if argument.role in _PEOPLE]


def _overlap(one: Quote, other: Quote) -> bool:
    """Whether two quotes share at least half of the shorter."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared >= min(one.end - one.start, other.end - other.start)
