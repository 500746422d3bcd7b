"""Withdraw a claim that should not have been made."""

from heard.custody.acts import Act
from heard.procedures.doing import procedure
from heard.procedures.reasons import require_reason
from heard.records.shelf.claims import put_withdrawal, standing_claim
from heard.register.member import Member


def withdraw_claim(*, by: Member, claim: str, reason: str) -> None:
    """It stands no longer, and is not erased.

    Raises Conflict where it stands no longer already, NotFound, Malformed (no reason).
    """
    require_reason(reason)
    with procedure(by=by, needs="claim.withdraw") as doing:
        row = standing_claim(claim)
        entry = doing.log(act=Act.CLAIM_WITHDRAWN, item=claim, reason=reason)
        put_withdrawal(row, reason=reason, entry=entry)
