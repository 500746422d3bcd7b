"""Claims that do not agree: different values of the same thing, the same number of different things, and denials."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from heard.register.claim import Claim
from heard.register.compared import could_agree, plain_words, unit_words
from heard.register.plain import name_key
from heard.register.wording import is_pronoun
from heard.terms.saying import Kind, Polarity, Role

#: Who or what a part of a claim refers to, so that one person spelled in two ways counts as one.
Refers = Callable[[Claim, Role], frozenset[str]]


class Disagreement(StrEnum):
    NUMBER = "number"  # different numbers of the same thing
    UNIT = "unit"  # the same number of different things
    VALUE = "value"  # a date, duration, place or other part given differently
    DENIED = "denied"  # asserted by some, denied by others


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the things said, in the words of its first claim, and all claims that say so."""

    words: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Claims about one thing whose sides do not agree. `role` is the part that differs; None for a denial.

    `about` is what the sides speak of, as written: a person, or the unit or number of a count.
    """

    disagreement: Disagreement
    kind: Kind
    type: str
    role: Role | None
    about: str
    sides: tuple[Side, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(claim for side in self.sides for claim in side.claims)


def as_written(claim: Claim, role: Role) -> frozenset[str]:
    """Take full names that sound alike for one, and other words that are the same but for case and diacritics.

    A pronoun refers to nobody that could be compared.
    """
    return frozenset(
        name_key(argument.quote.text) for argument in claim.all(role) if not is_pronoun(argument.quote.text)
    )


def differences(claims: Iterable[Claim], *, refers: Refers = as_written) -> tuple[Difference, ...]:
    """Every difference among `claims`, in the order in which its first claim stands."""
    claims = tuple(claims)
    asserted = [claim for claim in claims if claim.polarity is Polarity.ASSERTED]
    found = [*_values(asserted, refers), *_numbers(asserted), *_units(asserted), *_denied(claims, refers)]
    place = {claim.key: number for number, claim in enumerate(claims)}
    return tuple(sorted(found, key=lambda difference: min(place[claim.key] for claim in difference.claims)))


def denials_of(claims: Iterable[Claim]) -> dict[str, tuple[Claim, ...]]:
    """The claims among `claims` that deny another, by the key of what they deny, as linked by a person."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        for denied in claim.denies:
            found[denied].append(claim)
    return {denied: tuple(by) for denied, by in found.items()}


#: What is compared for claims about the same person and type; only parts that can have one value.
_SINGLE_VALUED = {
    Kind.STATUS: (Role.DATE, Role.DURATION, Role.AUTHORITY),
    Kind.ACT: (Role.DATE, Role.COUNT),
    Kind.POSITION: (Role.POST,),
}
_SUBJECT = {Kind.STATUS: Role.PERSON, Kind.ACT: Role.VICTIM, Kind.POSITION: Role.HOLDER}


def _values(claims: list[Claim], refers: Refers) -> Iterator[Difference]:
    for (subject, (kind, type)), group in _by_subject(claims, refers).items():
        for role in _SINGLE_VALUED[kind]:
            sides = _sides(group, role)
            if len(sides) > 1 and _from_two_accounts(sides):
                about = _first_words(group[0], _SUBJECT[kind], subject)
                yield Difference(
                    disagreement=Disagreement.VALUE, kind=kind, type=type, role=role, about=about, sides=sides
                )


def _by_subject(claims: Iterable[Claim], refers: Refers) -> dict[tuple[str, tuple[Kind, str]], list[Claim]]:
    groups: dict[tuple[str, tuple[Kind, str]], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind in _SUBJECT:
            for subject in sorted(refers(claim, _SUBJECT[claim.kind])):
                groups[subject, (claim.kind, claim.type)].append(claim)
    return groups


def _sides(group: Iterable[Claim], role: Role) -> tuple[Side, ...]:
    """The claims of a group by what they say in `role`; what could be the same stays on one side."""
    sides: list[tuple[str, str, list[Claim]]] = []
    for claim in group:
        part = claim.first(role)
        if part is None:
            continue
        value = part.value or plain_words(part.quote.text)
        side = next((side for side in sides if could_agree(role, side[0], value)), None)
        if side is None:
            sides.append((value, " ".join(part.quote.text.split()), [claim]))
        else:
            side[2].append(claim)
    return tuple(Side(words=words, claims=tuple(said)) for _, words, said in sides)


def _numbers(claims: list[Claim]) -> Iterator[Difference]:
    """The same unit over periods that could be the same, with different numbers."""
    for group in _grouped(claims, lambda claim: unit_words(_text(claim, Role.OF))).values():
        for same in _of_one_period(group):
            sides = _sides(same, Role.N)
            if len(sides) > 1:
                yield _count_difference(Disagreement.NUMBER, Role.N, _text(same[0], Role.OF), sides)


def _units(claims: list[Claim]) -> Iterator[Difference]:
    """The same number over periods that could be the same, of different things; small numbers meet by chance."""
    for group in _grouped(claims, _number).values():
        for same in _of_one_period(group):
            sides = _unit_sides(same)
            if len(sides) > 1 and _from_two_accounts(sides):
                yield _count_difference(Disagreement.UNIT, Role.OF, _number(same[0]), sides)


def _unit_sides(claims: Iterable[Claim]) -> tuple[Side, ...]:
    groups = _grouped(claims, lambda claim: unit_words(_text(claim, Role.OF)))
    return tuple(Side(words=_text(group[0], Role.OF), claims=tuple(group)) for group in groups.values())


def _count_difference(disagreement: Disagreement, role: Role, about: str, sides: tuple[Side, ...]) -> Difference:
    return Difference(disagreement=disagreement, kind=Kind.COUNT, type="", role=role, about=about, sides=sides)


def _grouped(claims: Iterable[Claim], key: Callable[[Claim], Hashable]) -> dict[Hashable, list[Claim]]:
    groups: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind is Kind.COUNT and claim.first(Role.N) and claim.first(Role.OF) and key(claim):
            groups[key(claim)].append(claim)
    return groups


def _number(claim: Claim) -> str:
    """The number when it is large enough not to meet another by chance."""
    part = claim.first(Role.N)
    value = part.value or "" if part else ""
    digits = "".join(letter for letter in value if letter.isdigit())
    return value if digits and int(digits) >= 10 else ""


def _of_one_period(claims: list[Claim]) -> Iterator[list[Claim]]:
    """Claims whose periods could be the same; one without a period could belong to each."""
    groups: list[tuple[str, list[Claim]]] = []
    for claim in claims:
        period = _period(claim)
        group = (
            next((group for group in groups if could_agree(Role.PERIOD, group[0], period)), None) if period else None
        )
        if group:
            group[1].append(claim)
        elif period:
            groups.append((period, [claim]))
    if not groups:
        return iter([claims])
    return iter([[claim for claim in claims if claim in group or not _period(claim)] for _, group in groups])


def _period(claim: Claim) -> str:
    part = claim.first(Role.PERIOD) or claim.first(Role.DATE)
    return (part.value or plain_words(part.quote.text)) if part else ""


def _denied(claims: Iterable[Claim], refers: Refers) -> Iterator[Difference]:
    """Denials that nobody has linked yet, beside what they seem to deny: same type, and nobody else named."""
    claims = tuple(claims)
    for (kind, type), denials in _denials(claims).items():
        standing = [c for c in claims if c.polarity is Polarity.ASSERTED and (c.kind, c.type) == (kind, type)]
        met = [claim for claim in standing if any(_could_deny(denial, claim, refers) for denial in denials)]
        if met:
            sides = (Side(words="asserted", claims=tuple(met)), Side(words="denied", claims=tuple(denials)))
            yield Difference(disagreement=Disagreement.DENIED, kind=kind, type=type, role=None, about="", sides=sides)


def _denials(claims: Iterable[Claim]) -> dict[tuple[Kind, str], list[Claim]]:
    groups: dict[tuple[Kind, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.polarity is Polarity.DENIED and not claim.denies:
            groups[claim.kind, claim.type].append(claim)
    return groups


def _could_deny(denial: Claim, claim: Claim, refers: Refers) -> bool:
    """Whether both could speak of the same: of one person, or a general denial, or "he" within one account."""
    role = _SUBJECT.get(claim.kind, Role.OF)
    denied = refers(denial, role)
    if denied & refers(claim, role) or not denial.all(role):
        return True
    named_by_both = bool(denied) and bool(refers(claim, role))
    return not named_by_both and denial.account.key == claim.account.key


def _from_two_accounts(sides: Iterable[Side]) -> bool:
    return len({claim.account.key for side in sides for claim in side.claims}) > 1


def _first_words(claim: Claim, role: Role, subject: str) -> str:
    parts = claim.all(role)
    named = next((part for part in parts if name_key(part.quote.text) == subject), parts[0])
    return " ".join(named.quote.text.split())


def _text(claim: Claim, role: Role) -> str:
    part = claim.first(role)
    return " ".join(part.quote.text.split()) if part else ""
