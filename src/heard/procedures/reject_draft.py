"""Reject a draft."""

from heard.custody.acts import Act
from heard.procedures.doing import procedure
from heard.procedures.reasons import require_reason
from heard.records.models.draft import REJECTED
from heard.records.shelf.drafts import draft_row, open_draft, put_decision
from heard.register.member import Member


def reject_draft(*, by: Member, draft: str, expected: int, reason: str) -> None:
    """Decide that the account does not say this, with a reason; raises Conflict, NotFound, Malformed (no reason)."""
    require_reason(reason)
    with procedure(by=by, needs="draft.decide") as doing:
        row = open_draft(draft_row(draft), expected)
        entry = doing.log(act=Act.DRAFT_REJECTED, item=draft, reason=reason)
        put_decision(row, REJECTED, expected=expected, reason=reason, entry=entry)
