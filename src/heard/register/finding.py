"""A reviewer's assessment against a named standard of proof, approved by a second person."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Conclusion(StrEnum):
    MET = "met"
    NOT_MET = "not_met"
    CANNOT_SAY = "cannot_say"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What `by` concludes of the claims named, and what supports and contradicts it; `approved_by` another person."""

    key: str
    about: str  # key of an act or status claim; its incident is derived
    standard: str  # id of vocabulary/standards
    conclusion: Conclusion
    reasons: str
    supports: tuple[str, ...]
    contradicts: tuple[str, ...]
    by: str
    at: datetime
    approved_by: str = ""
    supersedes: str = ""
