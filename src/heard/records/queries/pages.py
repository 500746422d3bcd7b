"""What pages show: small frozen values, and pages of lists that say where they go on."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Generic, TypeVar

from heard.reading.draft import Draft
from heard.reading.text import Text
from heard.register.account import Account, Source, Urgency
from heard.register.claim import Claim
from heard.register.judgement import Judgement
from heard.terms.saying import NameKind, Role

Item = TypeVar("Item")

COUNTED = 1_000  # counting stops here: "more than 1,000"
PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many; where `more` is true, more than `number`, which is then `COUNTED`."""

    number: int
    more: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[Item]):
    """One page of a list: `after` goes into the next call to read on, empty at the end."""

    items: tuple[Item, ...]
    total: Count
    after: str = ""


class State(StrEnum):
    """How far an account has come."""

    PENDING = "pending"  # kept; its text is still to be taken out
    UNREADABLE = "unreadable"  # kept; its text cannot be taken out
    UNREAD = "unread"  # has a text; no reader has read it
    TO_DECIDE = "to_decide"  # drafts wait for a person
    DECIDED = "decided"  # every draft was accepted, edited or rejected
    GONE = "gone"  # its exhibit was destroyed on request


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountLine:
    """One line of the inbox. `opening` is the first words of the text, `unreadable` an error's code.

    `holder` is the key of the member who has it in hand, empty for nobody; `urgency` why it is urgent, None where it is
    not or nobody was asked.
    """

    key: str
    title: str
    received: datetime
    source: Source
    language: str
    state: State
    urgent: bool
    urgency: Urgency | None
    opening: str
    unreadable: str
    decided: int
    drafts: int
    holder: str

    @property
    def waiting(self) -> int:
        """How many drafts nobody has decided."""
        return self.drafts - self.decided


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountPage:
    """An account with its text (None until taken out, or gone) and how far it has come.

    `holder` is the key of the member who has it in hand, empty for nobody; `notes` are those of
    `heard.reading.extract`; `within` is what this came attached to, `attached` what came with it.
    """

    account: Account
    state: State
    urgent: bool
    urgency: Urgency | None
    text: Text | None
    extractor: str
    decided: int
    drafts: int
    claims: Count
    holder: str = ""
    notes: tuple[str, ...] = ()
    within: "AttachedLine | None" = None
    attached: tuple["AttachedLine", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachedLine:
    """An account that came with another: attached to it, or holding it."""

    key: str
    title: str
    state: State


class Decided(StrEnum):
    """What was last decided of a draft. OPEN: nothing, or the last decision was undone."""

    OPEN = "open"
    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision on a draft: `ordinal` counts from 1, `verdict` is accepted, edited, rejected or undone."""

    ordinal: int
    verdict: str
    reason: str
    claim: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftLine:
    """A draft, what was decided of it, and `ordinal`: how many decisions there are, to pass on as `expected`."""

    key: str
    draft: Draft
    page: int
    paragraph: int
    decided: Decided
    ordinal: int
    decisions: tuple[Decision, ...]
    claim: str  # key of the claim it stands as; empty unless accepted or edited


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftsPage:
    """All drafts of an account in the order of its text, and the progress through them."""

    account: str
    drafts: tuple[DraftLine, ...]
    decided: int

    @property
    def waiting(self) -> int:
        return len(self.drafts) - self.decided


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """A claim in a list, with the keys of the referents its parts name: (role, mention, referent), in their order."""

    claim: Claim
    named: tuple[tuple[Role, str, str], ...]
    incident: str  # empty unless an act
    denied_by: tuple[str, ...]
    withdrawn: bool = False
    superseded_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameAt:
    """One mention: as written, at which characters of which account."""

    mention: str
    account: str
    account_title: str
    words: str
    start: int
    end: int
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NameAsWritten:
    """One spelling, how often it stands, and where (the first few)."""

    words: str
    number: int
    where: tuple[NameAt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Referent:
    """What a set of mentions refers to. `key` is the smallest mention key; `name` the spelling most often written."""

    key: str
    kind: NameKind
    name: str
    mentions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEvent:
    """A status claim with the days it can lie between; None is an open or unknown end. `words` as the source has it."""

    line: ClaimLine
    earliest: date | None
    latest: date | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Claims that do not agree: on a value (`role` says of what), or because one denies the other (`role` is None)."""

    role: Role | None
    type: str
    sides: tuple[tuple[str, tuple[ClaimLine, ...]], ...]  # (value or "asserted"/"denied", claims that say so)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage:
    """One person or body: names, what it says, what is said of it by role, detention timeline, contradictions."""

    person: Referent
    names: tuple[NameAsWritten, ...]
    says: Page[ClaimLine]
    about: tuple[tuple[Role, Page[ClaimLine]], ...]
    timeline: tuple[TimelineEvent, ...]
    contradictions: tuple[Contradiction, ...]
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentPage:
    """One incident: its act claims by account, who denies them, how they differ, and the judgements that join them."""

    key: str
    claims: tuple[ClaimLine, ...]
    denials: tuple[ClaimLine, ...]
    contradictions: tuple[Contradiction, ...]
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePage:
    """One place: its names, and the claims that name it."""

    place: Referent
    names: tuple[NameAsWritten, ...]
    claims: Page[ClaimLine]


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyLine:
    """One custody entry of an item, as the trail shows it. `actor` is a pseudonym, `leaf` hexadecimal SHA-256.

    `day` stands in the public leaf, the moment `at` only in the register.
    """

    index: int
    act: str
    item: str
    day: str
    at: datetime
    actor: str
    leaf: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One place a search found. `lit` are spans of `snippet`; `start` is where the snippet begins in the text.

    `exact` is false where only the sound or another script's spelling matches. `claim` is empty unless a claim's
    evidence holds the hit.
    """

    account: str
    account_title: str
    claim: str
    snippet: str
    start: int
    lit: tuple[tuple[int, int], ...]
    exact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NameHit:
    """A person, body or place that a search found under any of its spellings."""

    referent: Referent
    spelling: str
    exact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberLine:
    """A member as administrators see one."""

    key: str
    username: str
    name: str
    role: str
    language: str
    active: bool
