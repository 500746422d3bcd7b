"""Page one: who, what, by whose word and what is asked, each with the paragraphs that say so."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from heard.acting.brief import Line, Summary
from heard.acting.words import Words
from heard.register.claim import Claim
from heard.register.contradictions import Refers
from heard.register.plain import name_key, plain
from heard.register.sentences import Prints
from heard.register.vocabulary import claim_type, vocabulary
from heard.register.wording import reads_as_name, speaks_of_self
from heard.terms.names import sound
from heard.terms.saying import Kind, Polarity, Role

Numbered = Iterable[tuple[int, Claim]]
Found = Iterable[tuple[str, str, int]]  # (what counts as one, its words, paragraph)
_SUFFERS = (Role.VICTIM, Role.PERSON, Role.BENEFICIARY)


def summary(numbered: Numbered, prints: Callable[[Claim], Prints], words: Words, *, refers: Refers) -> Summary:
    """The four questions answered from numbered paragraphs; `prints` says what of a claim may be printed."""
    numbered = tuple(sorted(numbered, key=_unclear))
    asserted = tuple((number, claim) for number, claim in numbered if claim.polarity is Polarity.ASSERTED)
    return Summary(
        who=_most_first(_whole_names(_people(asserted, prints, refers))),
        what=(*_in_order(_counts(asserted, prints, words)), *_most_first(_types(asserted, words))),
        by_whose_word=(*_most_first(_speakers(numbered, prints, words)), *_most_first(_sources(numbered, words))),
        asked=_in_order(_demands(asserted, prints, words)),
    )


def _unclear(line: tuple[int, Claim]) -> tuple[object, ...]:
    """The less clear, the greater: numbers without period, what nobody reviewed, low grades, late paragraphs."""
    number, claim = line
    bare = claim.kind is Kind.COUNT and not any(claim.first(role) for role in (Role.PERIOD, Role.DATE))
    return bare, not claim.reviewed, claim.account.source.grade, claim.credibility, number


def _people(numbered: Numbered, prints: Callable[[Claim], Prints], refers: Refers) -> Iterator[tuple[str, str, int]]:
    for number, claim in numbered:
        for role in _SUFFERS:
            names = refers(claim, role)
            for argument in claim.all(role):
                said = prints(claim)(argument)
                if said and reads_as_name(said):
                    one = next(iter(names)) if len(names) == 1 else name_key(said)
                    yield one, " ".join(said.split()), number


def _whole_names(found: Found) -> Iterator[tuple[str, str, int]]:
    """The same, a single name counted with the one full name that holds it, if there is just one."""
    found = tuple(found)
    full = {one: {sound(word) for word in words.split()} for one, words, _ in found if " " in words}
    for one, words, number in sorted(found, key=lambda line: " " not in line[1]):
        holding = [key for key, sounds in full.items() if " " not in words and sound(words) in sounds]
        yield (holding[0] if len(holding) == 1 else one), words, number


def _counts(numbered: Numbered, prints: Callable[[Claim], Prints], words: Words) -> Iterator[tuple[str, str, int]]:
    for number, claim in numbered:
        n, unit = claim.first(Role.N), claim.first(Role.OF)
        if claim.kind is Kind.COUNT and n and unit:
            said = " ".join(f"{prints(claim)(n) or ''} {prints(claim)(unit) or ''}".split())
            foreign = claim.account.language != words.language
            yield plain(said), words.quoted(said) if foreign else said, number


def _types(numbered: Numbered, words: Words) -> Iterator[tuple[str, str, int]]:
    for number, claim in numbered:
        if claim.kind in {Kind.ACT, Kind.STATUS}:
            label = claim_type(claim.kind, claim.type).label(words.language)
            yield label, label, number


def _speakers(numbered: Numbered, prints: Callable[[Claim], Prints], words: Words) -> Iterator[tuple[str, str, int]]:
    """Whoever the accounts let speak by name."""
    for number, claim in numbered:
        for argument in claim.all(Role.SOURCE):
            said = prints(claim)(argument)
            if said and reads_as_name(said) and not speaks_of_self(said):
                yield name_key(said), " ".join(said.split()), number


def _sources(numbered: Numbered, words: Words) -> Iterator[tuple[str, str, int]]:
    for number, claim in numbered:
        source = claim.account.source
        relation = vocabulary("relations").label(source.relation.value, words.language)
        yield source.key, words("told", label=source.label, relation=relation, grade=source.grade), number


def _demands(numbered: Numbered, prints: Callable[[Claim], Prints], words: Words) -> Iterator[tuple[str, str, int]]:
    for number, claim in numbered:
        if claim.kind is Kind.DEMAND:
            label = claim_type(Kind.DEMAND, claim.type).label(words.language)
            measure = claim.first(Role.MEASURE)
            said = prints(claim)(measure) if measure else None
            line = f"{label}: {words.quoted(' '.join(said.split()))}" if said else label
            yield line, line, number


def _in_order(found: Found) -> tuple[Line, ...]:
    """One line for each thing found, in the order they were found."""
    groups: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for one, words, number in found:
        groups[one].append((words, number))
    return tuple(
        Line(words=group[0][0], paragraphs=tuple(sorted({number for _, number in group}))) for group in groups.values()
    )


def _most_first(found: Found) -> tuple[Line, ...]:
    return tuple(sorted(_in_order(found), key=lambda line: -len(line.paragraphs)))
