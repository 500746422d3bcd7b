"""Add a claim that no reader proposed."""

from heard.custody.acts import Act
from heard.procedures.doing import procedure
from heard.records.shelf.accounts import account_row
from heard.records.shelf.claims import PERSON, Making, Shelf, said_sha256
from heard.register.claim import Saying
from heard.register.member import Member, MemberRole


def add_claim(*, by: Member, account: str, saying: Saying) -> str:
    """The key of the new claim. Raises NotFound, Misquoted, Malformed (a type that does not exist)."""
    with procedure(by=by, needs="claim.add") as doing:
        shelf = Shelf.of(account_row(account), new_id=doing.new_id)
        key = doing.new_id()
        entry = doing.log(act=Act.CLAIM_ADDED, item=key, after=said_sha256(saying), facts={"account": account})
        maker = by.name if by.role is MemberRole.MACHINE else PERSON
        shelf.put(saying, Making(key=key, maker=maker, reviewed=by.role is not MemberRole.MACHINE, entry=entry))
        shelf.finish()
    return key
