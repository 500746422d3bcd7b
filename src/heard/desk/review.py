"""What the reading page shows: the document with its spans lit, the drafts as sentences, the progress."""

from collections import Counter
from dataclasses import dataclass
from typing import Self

from heard.desk.labels import page_language
from heard.desk.lighting import Light, Sheet, lay_out
from heard.desk.standing import Standing
from heard.reading.draft import Draft
from heard.reading.text import Text
from heard.records.queries.pages import AccountPage, Decided, DraftLine, DraftsPage
from heard.register.account import Account
from heard.register.claim import Claim
from heard.register.sentences import Sentence, sentence
from heard.terms.saying import Kind, Polarity

#: What claims of these types tell is veiled until asked for.
GRAPHIC = frozenset({"killing", "torture", "sexual_violence"})


def is_graphic(kind: Kind, type: str) -> bool:
    """Whether the words behind such a claim are hidden until a person asks for them."""
    return kind is Kind.ACT and type in GRAPHIC


def as_claim(line: DraftLine, account: Account) -> Claim:
    """A draft in the form of the claim it would become, for its sentence only."""
    draft = line.draft
    return Claim(
        key=line.key,
        account=account,
        kind=draft.kind,
        type=draft.type,
        polarity=draft.polarity,
        evidence=draft.evidence,
        arguments=draft.arguments,
        page=line.page,
        paragraph=line.paragraph,
        made_by=draft.maker,
        reviewed=False,
        by="",
        at=account.received,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One draft beside the document. `number` counts from 1 through the whole account.

    `said` is the claim it would become, or once decided the claim as it now stands. `graphic`: its quoted words are, or
    share words with, a passage that is veiled until asked for.
    """

    line: DraftLine
    said: Claim
    sentence: Sentence
    number: int
    now: bool
    graphic: bool

    @property
    def draft(self) -> Draft:
        return self.line.draft

    @property
    def denied(self) -> bool:
        return self.said.polarity is Polarity.DENIED

    @property
    def waits(self) -> bool:
        return self.line.decided is Decided.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A claim that a person added, among the drafts."""

    said: Claim
    sentence: Sentence

    @property
    def denied(self) -> bool:
        return self.said.polarity is Polarity.DENIED


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The reading page of one account. `now` is the draft being looked at, None where there is none."""

    page: AccountPage
    text: Text
    sheet: Sheet
    cards: tuple[Card, ...]
    listed: tuple[Card | Added, ...]
    now: Card | None
    previous: str
    next: str
    total: int
    decided: int
    added: int
    outcome: dict[str, int]

    @property
    def finished(self) -> bool:
        return self.decided == self.total

    @classmethod
    def of(
        cls,
        page: AccountPage,
        text: Text,
        drafts: DraftsPage,
        standing: Standing,
        *,
        wanted: str,
        at: int | None,
        veil: bool,
    ) -> Self:
        """The page with the draft `wanted` chosen, or the first that waits; `at` moves to a place in the text."""
        lines = drafts.drafts
        chosen = _chosen(lines, wanted, at)
        around = at if at is not None else lines[chosen].draft.evidence.start if lines else 0
        said = tuple(standing.of_draft.get(line.key) or as_claim(line, page.account) for line in lines)
        of_drafts = tuple(
            _light(claim, key=line.key, settled=line.decided is not Decided.OPEN, now=number == chosen)
            for number, (line, claim) in enumerate(zip(lines, said, strict=True))
        )
        lights = of_drafts + tuple(_light(claim, key=claim.key, settled=True, now=False) for claim in standing.added)
        sheet = lay_out(text, lights, around=min(around, max(len(text.content) - 1, 0)), veil=veil)

        def shown(claim: Claim) -> bool:
            return sheet.span.start <= claim.evidence.start < sheet.span.end

        cards = tuple(
            _card(line, claim, number=number, now=number == chosen, lights=lights)
            for number, (line, claim) in enumerate(zip(lines, said, strict=True))
            if number == chosen or shown(claim)
        )
        return cls(
            page=page,
            text=text,
            sheet=sheet,
            cards=cards,
            listed=_in_order(cards, tuple(claim for claim in standing.added if shown(claim))),
            now=next((card for card in cards if card.now), None),
            previous=lines[chosen - 1].key if chosen > 0 else "",
            next=lines[chosen + 1].key if chosen + 1 < len(lines) else "",
            total=len(lines),
            decided=drafts.decided,
            added=len(standing.added),
            outcome=dict(Counter(line.decided.value for line in lines)),
        )


def _in_order(cards: tuple[Card, ...], added: tuple[Claim, ...]) -> tuple[Card | Added, ...]:
    """Drafts and added claims in the order of the text."""
    by_hand = (Added(said=claim, sentence=sentence(claim, page_language())) for claim in added)
    both: list[Card | Added] = [*cards, *by_hand]
    return tuple(sorted(both, key=lambda one: one.said.evidence.start))


def next_waiting(drafts: DraftsPage, after: str) -> str:
    """The draft to look at after `after`: the next that waits, else the first that does, else `after` itself."""
    keys = [line.key for line in drafts.drafts]
    position = keys.index(after) if after in keys else -1
    in_order = drafts.drafts[position + 1 :] + drafts.drafts[: position + 1]
    return next((line.key for line in in_order if line.decided is Decided.OPEN), after)


def _chosen(lines: tuple[DraftLine, ...], wanted: str, at: int | None) -> int:
    """Position of the draft to show: the one asked for, the first after `at`, or the first that waits; -1 for none."""
    for number, line in enumerate(lines):
        if wanted and line.key == wanted:
            return number
    if at is not None:
        after = (number for number, line in enumerate(lines) if line.draft.evidence.end > at)
        return next(after, len(lines) - 1)
    waiting = (number for number, line in enumerate(lines) if line.decided is Decided.OPEN)
    return next(waiting, 0 if lines else -1)


def _card(line: DraftLine, said: Claim, *, number: int, now: bool, lights: tuple[Light, ...]) -> Card:
    words = sentence(said, page_language())
    start, end = said.evidence.start, said.evidence.end
    graphic = any(light.graphic and light.start < end and start < light.end for light in lights)
    return Card(line=line, said=said, sentence=words, number=number + 1, now=now, graphic=graphic)


def _light(said: Claim, *, key: str, settled: bool, now: bool) -> Light:
    return Light(
        key=key,
        start=said.evidence.start,
        end=said.evidence.end,
        kind=said.kind,
        denied=said.polarity is Polarity.DENIED,
        settled=settled,
        now=now,
        graphic=is_graphic(said.kind, said.type),
    )
