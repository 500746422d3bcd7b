"""Correct a claim: the new one points at the old one, which stays."""

from heard.custody.acts import Act
from heard.procedures.doing import procedure
from heard.procedures.reasons import require_reason
from heard.records.shelf.claims import PERSON, Making, Shelf, carry_denials, said_sha256, standing_claim
from heard.register.claim import Saying
from heard.register.member import Member


def supersede_claim(*, by: Member, claim: str, saying: Saying, reason: str) -> str:
    """The key of the claim that stands instead, in the same account; its denials stay with it.

    Raises Conflict where a colleague corrected or withdrew it first, NotFound, Misquoted, Malformed.
    """
    require_reason(reason)
    with procedure(by=by, needs="claim.supersede") as doing:
        old = standing_claim(claim)
        key = doing.new_id()
        shelf = Shelf.of(old.account, new_id=doing.new_id)
        doing.log(act=Act.CLAIM_SUPERSEDED, item=claim, reason=reason, facts={"by": key})
        entry = doing.log(act=Act.CLAIM_ADDED, item=key, after=said_sha256(saying), facts={"supersedes": claim})
        new = shelf.put(saying, Making(key=key, maker=PERSON, reviewed=True, entry=entry), supersedes=old)
        carry_denials(old, new, entry=entry)
        shelf.finish()
    return key
