"""Makes a brief of claims: what consent allows, put into sentences, cited, and set beside what contradicts it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from heard.acting.brief import (
    Brief,
    Citation,
    CitedExhibit,
    CitedSource,
    Differing,
    Line,
    Reviewed,
    Said,
    Section,
    Unread,
)
from heard.acting.gaps import gaps
from heard.acting.layout import Placed, layout
from heard.acting.permitted import NAMELESS, permitted
from heard.acting.summary import summary
from heard.acting.withholding import Withholding, withholding
from heard.acting.words import Words
from heard.register.account import Source
from heard.register.claim import Claim
from heard.register.contradictions import (
    Difference,
    Disagreement,
    Refers,
    as_written,
    denials_of,
    differences,
)
from heard.register.sentences import Prints, sentence
from heard.register.vocabulary import claim_type
from heard.terms.saying import Kind

#: The use for which alleged perpetrators are named unless somebody says otherwise.
INSIDE = "internal_analysis"


def compose(  # noqa: PLR0913 - what a brief is made of
    claims: Iterable[Claim],
    *,
    title: str,
    language: str,
    use: str,
    on: date,
    name_perpetrators: bool | None = None,
    refers: Refers = as_written,
    persons: Iterable[str] = (),
    decided: bool = False,
    made_by: str = "",
    unread: Iterable[tuple[str, str]] = (),
) -> Brief:
    """The brief of `claims` for one use of vocabulary/consent, dated `on`.

    `persons` are names that their accounts mention, in claims or not: none is printed for a use without names.

    `name_perpetrators` None: named for analysis inside the organisation, withheld for every other use.
    For uses without names nobody is named, whatever it says. `decided`: it was named for a reason that is recorded.
    `made_by` is who made the paper, as it shall stand on page one; `unread` are files that could not be read, by name,
    with the code of the error.
    Raises NotFound for a use or language that is not in the vocabulary.
    """
    allowed = permitted(claims, use=use)
    named = (use == INSIDE if name_perpetrators is None else name_perpetrators) and use not in NAMELESS
    words = Words(language)
    withheld = withholding(allowed.claims, name_perpetrators=named, name_anybody=use not in NAMELESS, persons=persons)
    writing = _Writing(allowed.claims, withheld, words, refers)
    return Brief(
        title=withheld.clean_of_all(title, stands_for=writing.stands_for),
        language=language,
        use=use,
        on=on,
        reviewed=_reviewed(allowed.claims),
        made_by=withheld.clean_of_all(made_by, stands_for=writing.stands_for),
        names_perpetrators=named,
        names_by_decision=named and (decided or use != INSIDE),
        summary=summary(writing.numbered(), writing.prints, words, refers=refers),
        sections=writing.sections,
        differences=tuple(writing.differing()),
        gaps=gaps(writing.numbered(), refers=refers),
        left_out=allowed.left_out,
        unread=tuple(Unread(name=writing.file_name(name, use), code=code) for name, code in unread),
        sources=tuple(writing.sources(use)),
        exhibits=tuple(writing.exhibits(use)),
    )


def _reviewed(claims: tuple[Claim, ...]) -> Reviewed:
    if not claims:
        return Reviewed.EMPTY
    if all(claim.reviewed for claim in claims):
        return Reviewed.EVERYTHING
    return Reviewed.PART if any(claim.reviewed for claim in claims) else Reviewed.NOTHING


class _Writing:
    """Numbers the claims in the order they are printed, then writes each part of the brief; used once."""

    def __init__(self, claims: tuple[Claim, ...], withheld: Withholding, words: Words, refers: Refers) -> None:
        self.claims = claims
        self.withheld = withheld
        self.words = words
        self.stands_for = words("name_withheld")
        self.blocks = layout(claims)
        self.order = tuple(claim for block in self.blocks for placed in block.placed for claim in placed.all)
        self.number = {claim.key: number for number, claim in enumerate(self.order, start=1)}
        self.exhibit_number = _numbered(claim.account.exhibit.key for claim in self.order)
        self.source_number = _numbered(claim.account.source.key for claim in self.order)
        self.found = differences(claims, refers=refers)
        self.denied_by = denials_of(claims)

    @property
    def sections(self) -> tuple[Section, ...]:
        return tuple(
            Section(heading=block.heading, said=tuple(self._said(placed) for placed in block.placed))
            for block in self.blocks
        )

    def numbered(self) -> tuple[tuple[int, Claim], ...]:
        """Every claim with the number of its paragraph, in order."""
        return tuple((self.number[claim.key], self._with_printable_source(claim)) for claim in self.order)

    # what may be printed

    def clean(self, text: str, account: str = "") -> str:
        return self.withheld.clean(text, account=account, stands_for=self.stands_for)

    def prints(self, claim: Claim) -> Prints:
        return lambda argument: self.withheld.prints(claim, argument, stands_for=self.stands_for)

    # paragraphs

    def _said(self, item: Placed) -> Said:
        said = self._paragraph(item.claim)
        beneath = tuple(self._paragraph(denial) for denial in item.denials)
        numbers = {denial.number for denial in beneath}
        denied = [self.number[denial.key] for denial in self.denied_by.get(item.claim.key, ())]
        return replace(said, denials=beneath, also_denied=tuple(sorted(set(denied) - numbers)))

    def _paragraph(self, claim: Claim) -> Said:
        told = sentence(self._with_printable_source(claim), self.words.language, prints=self.prints(claim))
        return Said(
            number=self.number[claim.key],
            kind=claim.kind,
            type=claim.type,
            polarity=claim.polarity,
            text=told.text,
            withholds=told.withholds,
            citation=self._citation(claim),
            differs=self._differs(claim),
        )

    def _citation(self, claim: Claim) -> Citation:
        quoted = self.withheld.clean_quote(claim.evidence, account=claim.account.key, stands_for=self.stands_for)
        return Citation(
            claim=claim.key,
            exhibit=self.exhibit_number[claim.account.exhibit.key],
            source=self.source_number[claim.account.source.key],
            page=claim.page,
            paragraph=claim.paragraph,
            start=claim.evidence.start,
            end=claim.evidence.end,
            quoted=quoted,
            redacted=quoted != claim.evidence.text,
            grade=claim.account.source.grade,
            credibility=claim.credibility,
            reviewed=claim.reviewed,
            made_by=claim.made_by,
        )

    def _differs(self, claim: Claim) -> tuple[int, ...]:
        others: set[int] = set()
        for difference in self.found:
            mine = [side for side in difference.sides if any(said.key == claim.key for said in side.claims)]
            if mine:
                others |= {self.number[c.key] for side in difference.sides if side not in mine for c in side.claims}
        return tuple(sorted(others))

    # what stands behind them

    def differing(self) -> Iterator[Differing]:
        for difference in self.found:
            yield Differing(
                disagreement=difference.disagreement,
                about=self._about(difference),
                role=difference.role,
                sides=tuple(
                    Line(words=self._side_words(difference, number), paragraphs=self._paragraphs(side.claims))
                    for number, side in enumerate(difference.sides)
                ),
            )

    def _about(self, difference: Difference) -> str:
        counted = difference.kind is Kind.COUNT
        label = "" if counted else claim_type(difference.kind, difference.type).label(self.words.language)
        about = self.clean(difference.about, difference.claims[0].account.key)
        return " — ".join(part for part in (about, label) if part)

    def _side_words(self, difference: Difference, number: int) -> str:
        side = difference.sides[number]
        if difference.disagreement is Disagreement.DENIED:
            return self.words("denied_side" if number else "asserted_side")
        return self.clean(side.words, side.claims[0].account.key)

    def _paragraphs(self, claims: Iterable[Claim]) -> tuple[int, ...]:
        return tuple(sorted(self.number[claim.key] for claim in claims))

    def sources(self, use: str) -> Iterator[CitedSource]:
        by_key = {claim.account.source.key: claim for claim in self.claims}
        for key, number in self.source_number.items():
            source = self._source_as_printed(by_key[key])
            yield CitedSource(
                number=number,
                label=source.label,
                name=source.name,
                relation=source.relation.value,
                grade=source.grade,
                consent=source.consent.answer(use).value,
                asked=use not in source.consent.unasked,
                paragraphs=self._paragraphs(claim for claim in self.claims if claim.account.source.key == key),
            )

    def file_name(self, name: str, use: str) -> str:
        """The name of a file of no account: it may name anybody."""
        return self.stands_for if use in NAMELESS else self.withheld.clean_of_all(name, stands_for=self.stands_for)

    def exhibits(self, use: str) -> Iterator[CitedExhibit]:
        """What is cited. Titles and names of files may name anybody: only for uses with names."""
        accounts = {claim.account.exhibit.key: claim.account for claim in self.claims}
        for key, number in self.exhibit_number.items():
            account = accounts[key]
            yield CitedExhibit(
                number=number,
                key=key,
                sha256=account.exhibit.sha256,
                name=self.stands_for if use in NAMELESS else self.clean(account.exhibit.name, account.key),
                title=self.stands_for if use in NAMELESS else self.clean(account.title, account.key),
                media_type=account.exhibit.media_type,
                size=account.exhibit.size,
                source=self.source_number[account.source.key],
            )

    def _with_printable_source(self, claim: Claim) -> Claim:
        return replace(claim, account=replace(claim.account, source=self._source_as_printed(claim)))

    def _source_as_printed(self, claim: Claim) -> Source:
        source = claim.account.source
        name = source.name if source.shareable_name else ""
        account = claim.account.key
        return replace(source, label=self.clean(source.label, account), name=self.clean(name, account))


def _numbered(keys: Iterable[str]) -> dict[str, int]:
    """A number for each key, from 1, in the order of first appearance."""
    return {key: number for number, key in enumerate(dict.fromkeys(keys), start=1)}
