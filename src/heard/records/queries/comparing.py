"""Where claims do not agree: other values for the same part, or one denies what the other says."""

from collections.abc import Iterable

from heard.records.queries.pages import ClaimLine, Contradiction
from heard.terms.saying import Kind, Polarity, Role

#: Parts of which one event has one; where claims of one incident differ in them, they contradict each other.
_SINGLE = (Role.DATE, Role.PERIOD, Role.DURATION, Role.COUNT, Role.N)
#: Events that happen to one person once; others may well happen twice.
ONCE = frozenset({"sentence", "death_in_custody", "killing"})


def denials_among(lines: Iterable[ClaimLine]) -> tuple[Contradiction, ...]:
    """Each claim among these that another among these denies, the two sides together."""
    by_key = {line.claim.key: line for line in lines}
    found = []
    for line in by_key.values():
        against = tuple(by_key[key] for key in line.denied_by if key in by_key)
        if against:
            sides = ((line.claim.polarity.value, (line,)), (Polarity.DENIED.value, against))
            found.append(Contradiction(role=None, type=line.claim.type, sides=sides))
    return tuple(found)


def opposed(lines: Iterable[ClaimLine]) -> tuple[Contradiction, ...]:
    """Types that some of these claims assert and others deny, where nobody has linked the denial to a claim."""
    by_type: dict[str, dict[Polarity, list[ClaimLine]]] = {}
    for line in lines:
        if line.claim.kind in {Kind.ACT, Kind.STATUS} and not line.denied_by and not line.claim.denies:
            by_type.setdefault(line.claim.type, {}).setdefault(line.claim.polarity, []).append(line)
    return tuple(
        Contradiction(
            role=None, type=type, sides=tuple((polarity.value, tuple(sides[polarity])) for polarity in Polarity)
        )
        for type, sides in sorted(by_type.items())
        if len(sides) == len(Polarity)
    )


def differing(lines: Iterable[ClaimLine], *, roles: Iterable[Role] = _SINGLE) -> tuple[Contradiction, ...]:
    """Values that claims of one event give differently, side by side: an event has one of each."""
    asserted = [line for line in lines if line.claim.polarity is Polarity.ASSERTED]
    found = []
    for type in sorted({line.claim.type for line in asserted}):
        of_type = [line for line in asserted if line.claim.type == type]
        for role in roles:
            sides = _sides(of_type, role)
            if len(sides) > 1:
                found.append(Contradiction(role=role, type=type, sides=sides))
    return tuple(found)


def _sides(lines: Iterable[ClaimLine], role: Role) -> tuple[tuple[str, tuple[ClaimLine, ...]], ...]:
    by_value: dict[str, list[ClaimLine]] = {}
    for line in lines:
        said = line.claim.first(role)
        if said is not None:
            by_value.setdefault(said.value or said.quote.text, []).append(line)
    return tuple((value, tuple(saying)) for value, saying in sorted(by_value.items()))
