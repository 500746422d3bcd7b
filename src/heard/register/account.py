"""Who tells something, in which relation, with what grade and consent; and the telling as it arrived."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Relation(StrEnum):
    """How a source stands to what it tells."""

    SELF = "self"
    WITNESS = "witness"
    RELATIVE = "relative"
    LAWYER = "lawyer"
    OFFICIAL = "official"
    DOCUMENT = "document"
    MEMBER = "member"  # a documenter's own note is an account too
    UNKNOWN = "unknown"


class Urgency(StrEnum):
    """Why an account cannot wait."""

    LIFE = "life"
    HEALTH = "health"
    DISAPPEARANCE = "disappearance"
    THREAT = "threat"


class Answer(StrEnum):
    """What a source said of one use. Not asked and refused both forbid; they are not the same."""

    GRANTED = "granted"
    ASK_FIRST = "ask_first"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    NOT_ASKED = "not_asked"


#: The note kept with an answer that whoever made the record gave, because nobody asked the source.
UNASKED_NOTE = "given by whoever ran this, not asked of the source"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """The answers of a source, one per use (ids of vocabulary/consent). A use not listed was not asked.

    `unasked` are the uses whose answer somebody else gave, without asking the source.
    """

    answers: tuple[tuple[str, Answer], ...] = ()
    unasked: frozenset[str] = frozenset()

    def answer(self, use: str) -> Answer:
        return dict(self.answers).get(use, Answer.NOT_ASKED)

    def allows(self, use: str) -> bool:
        return self.answer(use) is Answer.GRANTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who tells it. `label` is how papers may call the source ("a detainee"), `grade` A to F (F: cannot be judged)."""

    key: str
    label: str
    relation: Relation
    grade: str = "F"
    consent: Consent = Consent()
    name: str = ""  # who it is; shown only where consent for that use is granted
    shareable_name: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """A file kept byte for byte, named by the hexadecimal SHA-256 of its bytes."""

    key: str
    sha256: str
    name: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One telling as it arrived. `state` of reading is in `unreadable` (an error's code) or empty; `told` is EDTF."""

    key: str
    title: str
    source: Source
    exhibit: Exhibit
    language: str
    told: str = ""
    received: datetime
    by: str
    unreadable: str = ""
