"""What the reading page shows: the document with its spans lit, the drafts as sentences, the progress."""

from collections import Counter
from dataclasses import dataclass
from typing import Self

from heard.desk.labels import page_language
from heard.desk.lighting import Light, Sheet, lay_out
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

    `graphic`: its quoted words are, or share words with, a passage that is veiled until asked for.
    """

    line: DraftLine
    sentence: Sentence
    number: int
    now: bool
    graphic: bool

    @property
    def draft(self) -> Draft:
        return self.line.draft

    @property
    def denied(self) -> bool:
        return self.draft.polarity is Polarity.DENIED

    @property
    def waits(self) -> bool:
        return self.line.decided is Decided.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The reading page of one account. `now` is the draft being looked at, None where there is none."""

    page: AccountPage
    text: Text
    sheet: Sheet
    cards: tuple[Card, ...]
    now: Card | None
    previous: str
    next: str
    total: int
    decided: int
    outcome: dict[str, int]

    @property
    def finished(self) -> bool:
        return self.decided == self.total

    @classmethod
    def of(cls, page: AccountPage, text: Text, drafts: DraftsPage, *, wanted: str, at: int | None, veil: bool) -> Self:
        """The page with the draft `wanted` chosen, or the first that waits; `at` moves to a place in the text."""
        lines = drafts.drafts
        chosen = _chosen(lines, wanted, at)
        around = at if at is not None else lines[chosen].draft.evidence.start if lines else 0
        lights = tuple(_light(line, now=number == chosen) for number, line in enumerate(lines))
        sheet = lay_out(text, lights, around=min(around, max(len(text.content) - 1, 0)), veil=veil)
        cards = tuple(
            _card(line, page.account, number=number, now=number == chosen, lights=lights)
            for number, line in enumerate(lines)
            if number == chosen or sheet.span.start <= line.draft.evidence.start < sheet.span.end
        )
        return cls(
            page=page,
            text=text,
            sheet=sheet,
            cards=cards,
            now=next((card for card in cards if card.now), None),
            previous=lines[chosen - 1].key if chosen > 0 else "",
            next=lines[chosen + 1].key if chosen + 1 < len(lines) else "",
            total=len(lines),
            decided=drafts.decided,
            outcome=dict(Counter(line.decided.value for line in lines)),
        )


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


def _card(line: DraftLine, account: Account, *, number: int, now: bool, lights: tuple[Light, ...]) -> Card:
    words = sentence(as_claim(line, account), page_language())
    start, end = line.draft.evidence.start, line.draft.evidence.end
    graphic = any(light.graphic and light.start < end and start < light.end for light in lights)
    return Card(line=line, sentence=words, number=number + 1, now=now, graphic=graphic)


def _light(line: DraftLine, *, now: bool) -> Light:
    draft = line.draft
    return Light(
        key=line.key,
        start=draft.evidence.start,
        end=draft.evidence.end,
        kind=draft.kind,
        denied=draft.polarity is Polarity.DENIED,
        settled=line.decided is not Decided.OPEN,
        now=now,
        graphic=is_graphic(draft.kind, draft.type),
    )
