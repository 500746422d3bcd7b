"""Compute every derived table again from claims and judgements."""

from heard.custody.acts import Act
from heard.procedures.doing import procedure
from heard.records.derive.whole import differences, mend
from heard.register.member import Member
from heard.terms.ids import random_id


def rebuild(*, by: Member) -> tuple[str, ...]:
    """The differences found ("table key"), mended on the way; empty when the register was as it should be."""
    with procedure(by=by, needs="register.rebuild") as doing:
        found = differences()
        if found:
            mend()
        doing.log(act=Act.REGISTER_REBUILT, item=random_id(), facts={"differences": str(len(found))})
    return found
