"""Accept a draft as a claim."""

from dataclasses import replace

from heard.custody.acts import Act
from heard.procedures.doing import procedure
from heard.records.models.draft import ACCEPTED
from heard.records.shelf.claims import Making, Shelf, said_sha256
from heard.records.shelf.drafts import draft_row, open_draft, put_decision, saying_of
from heard.register.member import Member


def accept_draft(*, by: Member, draft: str, expected: int, credibility: str = "6", rule: str = "") -> str:
    """The key of the claim that the draft becomes, as it stands.

    `rule` says by which stated rule it is accepted where nobody has read it: the claim then counts as not reviewed.

    `expected` is how many decisions the member saw (`DraftLine.ordinal`); raises Conflict where there are others by
    now, or where it is accepted already; NotFound; Misquoted where the stored text does not say so.
    """
    with procedure(by=by, needs="draft.decide") as doing:
        row = open_draft(draft_row(draft), expected)
        saying = replace(saying_of(row), credibility=credibility)
        claim = doing.new_id()
        entry = doing.log(
            act=Act.DRAFT_ACCEPTED, item=draft, reason=rule, after=said_sha256(saying), facts={"claim": claim}
        )
        made = doing.log(act=Act.CLAIM_ADDED, item=claim, after=said_sha256(saying), facts={"account": row.account.key})
        shelf = Shelf.of(row.account, new_id=doing.new_id)
        kept = shelf.put(saying, Making(key=claim, maker=row.maker, reviewed=not rule, entry=made))
        shelf.finish()
        put_decision(row, ACCEPTED, expected=expected, claim=kept, reason=rule, entry=entry)
    return claim
