"""What the accounts leave open, claim by claim."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from heard.acting.brief import Gap, GapKind
from heard.register.claim import Claim
from heard.register.contradictions import Refers
from heard.register.wording import reads_as_name
from heard.terms.saying import Kind, Polarity, Role

_HAPPENED = frozenset({Kind.ACT, Kind.STATUS})


def _has_no(*roles: Role) -> Callable[[Claim], bool]:
    return lambda claim: not any(claim.first(role) for role in roles)


def _lacks_victim(claim: Claim) -> bool:
    return not any(reads_as_name(victim.quote.text) for victim in claim.all(Role.VICTIM))


def _lacks_unit_or_period(claim: Claim) -> bool:
    return claim.first(Role.OF) is None or not any(claim.first(role) for role in (Role.PERIOD, Role.DATE))


def _nobody_speaks(claim: Claim) -> bool:
    if claim.polarity is Polarity.DENIED:
        return claim.first(Role.SOURCE) is None
    return claim.kind is Kind.DEMAND and claim.first(Role.CALLER) is None


#: Each gap, the kinds of claim it can concern, and what tells it.
_CHECKS: tuple[tuple[GapKind, frozenset[Kind], Callable[[Claim], bool]], ...] = (
    (GapKind.UNREVIEWED, frozenset(Kind), lambda claim: not claim.reviewed),
    (GapKind.GRADE, frozenset(Kind), lambda claim: claim.account.source.grade == "F" or claim.credibility == "6"),
    (GapKind.DATE, _HAPPENED, _has_no(Role.DATE, Role.PERIOD, Role.DURATION)),
    (GapKind.PLACE, frozenset({Kind.ACT}), _has_no(Role.PLACE)),
    (GapKind.VICTIM, frozenset({Kind.ACT}), _lacks_victim),
    (GapKind.PERPETRATOR, frozenset({Kind.ACT}), _has_no(Role.PERPETRATOR)),
    (GapKind.UNIT, frozenset({Kind.COUNT}), _lacks_unit_or_period),
    (GapKind.SPEAKER, frozenset(Kind), _nobody_speaks),
)


def gaps(numbered: Iterable[tuple[int, Claim]], *, refers: Refers) -> tuple[Gap, ...]:
    """Every gap among the claims of numbered paragraphs, each with the paragraphs it concerns."""
    numbered = tuple(numbered)
    found = {
        gap: tuple(n for n, claim in numbered if _concerns(gap, claim) and claim.kind in kinds and tells(claim))
        for gap, kinds, tells in _CHECKS
    }
    found[GapKind.SINGLE] = tuple(sorted(_told_once(numbered, refers)))
    return tuple(Gap(kind=kind, paragraphs=found[kind]) for kind in GapKind if found[kind])


def _concerns(gap: GapKind, claim: Claim) -> bool:
    """A denial need not say when, where and to whom what it denies was done."""
    return claim.polarity is Polarity.ASSERTED or gap in {GapKind.UNREVIEWED, GapKind.GRADE, GapKind.SPEAKER}


def _told_once(numbered: Iterable[tuple[int, Claim]], refers: Refers) -> Iterator[int]:
    """Paragraphs whose act or status only one source tells of; who is not named cannot be told of twice."""
    groups: dict[tuple[Kind, str, frozenset[str]], list[tuple[int, Claim]]] = defaultdict(list)
    for number, claim in numbered:
        if claim.kind in _HAPPENED and claim.polarity is Polarity.ASSERTED:
            role = Role.VICTIM if claim.kind is Kind.ACT else Role.PERSON
            whom = refers(claim, role) or frozenset({claim.key})
            groups[claim.kind, claim.type, whom].append((number, claim))
    for group in groups.values():
        if len({claim.account.source.key for _, claim in group}) == 1:
            yield from (number for number, _ in group)
