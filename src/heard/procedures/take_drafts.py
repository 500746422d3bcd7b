"""Take every open draft of an account as a claim that nobody has reviewed."""

from heard.custody.acts import Act
from heard.procedures.doing import procedure
from heard.records.shelf.accounts import account_row
from heard.records.shelf.claims import Making, Shelf, said_sha256
from heard.records.shelf.drafts import open_drafts, saying_of
from heard.register.member import Member


def take_drafts(*, by: Member, account: str) -> tuple[str, ...]:
    """The keys of the new claims, in the order of the text, all marked as not reviewed; drafts stay open.

    Taken twice, nothing is added: a claim by the same reader's pattern at the same quote is there already.
    """
    with procedure(by=by, needs="claim.add") as doing:
        row = account_row(account)
        shelf = Shelf.of(row, new_id=doing.new_id)
        keys = []
        for draft in open_drafts(row):
            saying = saying_of(draft)
            key = doing.new_id()
            facts = {"account": account, "draft": draft.key}
            entry = doing.log(act=Act.CLAIM_ADDED, item=key, after=said_sha256(saying), facts=facts)
            shelf.put(saying, Making(key=key, maker=draft.maker, reviewed=False, entry=entry))
            keys.append(key)
        shelf.finish()
    return tuple(keys)
