"""Take back the last decision on a draft."""

from heard.custody.acts import Act
from heard.procedures.doing import procedure
from heard.records.models.draft import UNDONE
from heard.records.shelf.claims import put_withdrawal
from heard.records.shelf.drafts import decided_claim, draft_row, put_decision
from heard.register.member import Member

UNDONE_WITH_DRAFT = "the decision on its draft was undone"


def undo_decision(*, by: Member, draft: str, expected: int, reason: str = "") -> None:
    """The draft is open again, and the claim it became is withdrawn.

    Raises Conflict where nothing is decided, where a colleague decided since, or where the claim was corrected since.
    """
    with procedure(by=by, needs="decision.undo") as doing:
        row = draft_row(draft)
        claim = decided_claim(row, expected)
        entry = doing.log(act=Act.DECISION_UNDONE, item=draft, reason=reason)
        if claim is not None:
            said = reason or UNDONE_WITH_DRAFT
            gone = doing.log(act=Act.CLAIM_WITHDRAWN, item=claim.key, reason=said)
            put_withdrawal(claim, reason=said, entry=gone)
        put_decision(row, UNDONE, expected=expected, reason=reason, entry=entry)
