"""Say why an account is urgent, or that it no longer is."""

from heard.custody.acts import Act
from heard.procedures.doing import procedure
from heard.records.shelf.accounts import put_urgency, urgency_of
from heard.register.account import Urgency
from heard.register.member import Member
from heard.terms.errors import Conflict


def set_urgency(*, by: Member, account: str, urgency: Urgency | None) -> None:
    """From now on this is why the account cannot wait; None: it can. Earlier answers stay.

    Raises NotFound, Conflict where that is said already.
    """
    with procedure(by=by, needs="account.urgency") as doing:
        if urgency_of(account) == (urgency is not None, urgency):
            raise Conflict("account", "urgency")
        facts = {"urgency": urgency.value if urgency else ""}
        entry = doing.log(act=Act.URGENCY_CHANGED, item=account, facts=facts)
        put_urgency(account, urgency, entry=entry)
