"""The claims of an account as they stand now, whatever its drafts first said."""

from dataclasses import dataclass

from heard.records.queries import claims
from heard.records.queries.pages import DraftsPage
from heard.register.claim import Claim
from heard.register.member import Member


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Claims by the key of the draft they came from, and those that a person added, in the order of the text."""

    of_draft: dict[str, Claim]
    added: tuple[Claim, ...]


def standing(by: Member, drafts: DraftsPage) -> Standing:
    """What stands in the register of this account; a draft whose claim was withdrawn has none."""
    lines = {line.claim.key: line.claim for line in claims.claims_of_account(by, drafts.account)}
    latest = {line.key: _latest(by, line.claim, lines) for line in drafts.drafts if line.claim}
    of_draft = {draft: lines[claim] for draft, claim in latest.items() if claim in lines}
    tied = {claim.key for claim in of_draft.values()}
    added = tuple(claim for claim in lines.values() if claim.reviewed and claim.key not in tied)
    return Standing(of_draft=of_draft, added=added)


def _latest(by: Member, key: str, standing: dict[str, Claim]) -> str:
    """The claim that stands instead of this one, or the last that did."""
    while key not in standing:
        later = claims.claim(by, key).superseded_by
        if not later:
            break
        key = later
    return key
