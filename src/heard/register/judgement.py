"""What a person decided of two mentions or two claims: reversible, superseded, never erased."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Subject(StrEnum):
    MENTIONS = "mentions"
    CLAIMS = "claims"


class Verdict(StrEnum):
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Two mentions are (or are not) one referent; two act claims are (or are not) one incident."""

    key: str
    subject: Subject
    left: str
    right: str
    verdict: Verdict
    reason: str
    by: str
    at: datetime
    supersedes: str = ""
