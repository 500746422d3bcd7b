"""Take an account in hand, give it back, or hand it to a colleague."""

from heard.custody.acts import Act
from heard.procedures.doing import procedure
from heard.procedures.permissions import may
from heard.records.shelf.holdings import holder_of, put_holding
from heard.records.shelf.members import member_row
from heard.register.member import Member, MemberRole
from heard.terms.errors import Conflict, Malformed


def hold_account(*, by: Member, account: str, holder: str, expected: str) -> None:
    """From now on `holder` has the account in hand; empty: nobody has. It keeps no colleague from reading or deciding.

    `expected` is who had it when `by` looked: raises Conflict where that has changed, or where nothing would change.
    Raises NotFound (account, member), Malformed for a holder who is not active or may not hold accounts.
    """
    with procedure(by=by, needs="account.hold") as doing:
        if holder_of(account) != expected or holder == expected:
            raise Conflict("account", "holder")
        if holder:
            _require_able(holder)
        entry = doing.log(act=_act(by, holder), item=account, facts={"holder": holder})
        put_holding(account, holder, entry=entry)


def _require_able(holder: str) -> None:
    row = member_row(holder)
    if not row.is_active or row.member.role is MemberRole.MACHINE or not may(row.member, "account.hold"):
        raise Malformed("holder")


def _act(by: Member, holder: str) -> Act:
    if not holder:
        return Act.ACCOUNT_GIVEN_BACK
    return Act.ACCOUNT_TAKEN if holder == by.key else Act.ACCOUNT_HANDED_ON
