"""Accept a draft with changes."""

from heard.custody.acts import Act
from heard.procedures.doing import procedure
from heard.records.models.draft import EDITED
from heard.records.shelf.claims import Making, Shelf, said_sha256
from heard.records.shelf.drafts import draft_row, open_draft, put_decision, saying_of
from heard.register.claim import Saying
from heard.register.member import Member


def edit_draft(*, by: Member, draft: str, expected: int, saying: Saying, reason: str = "") -> str:
    """The key of the claim as edited; errors as for `accept_draft`."""
    with procedure(by=by, needs="draft.decide") as doing:
        row = open_draft(draft_row(draft), expected)
        claim = doing.new_id()
        before, after = said_sha256(saying_of(row)), said_sha256(saying)
        entry = doing.log(
            act=Act.DRAFT_EDITED, item=draft, reason=reason, before=before, after=after, facts={"claim": claim}
        )
        made = doing.log(act=Act.CLAIM_ADDED, item=claim, after=after, facts={"account": row.account.key})
        shelf = Shelf.of(row.account, new_id=doing.new_id)
        kept = shelf.put(saying, Making(key=claim, maker=row.maker, reviewed=True, entry=made))
        shelf.finish()
        put_decision(row, EDITED, expected=expected, claim=kept, reason=reason, entry=entry)
    return claim
