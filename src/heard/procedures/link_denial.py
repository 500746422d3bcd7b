"""Say which claim a denial denies."""

from heard.custody.acts import Act
from heard.procedures.doing import procedure
from heard.records.shelf.claims import put_denial, standing_claim
from heard.register.member import Member
from heard.terms.errors import Malformed
from heard.terms.saying import Polarity


def link_denial(*, by: Member, denial: str, denies: str) -> None:
    """`denial` (a claim with polarity denied) denies the claim `denies`.

    Raises NotFound, Malformed, Conflict (it says so already, or one of the two stands no longer).
    """
    with procedure(by=by, needs="claim.deny") as doing:
        saying, said = standing_claim(denial), standing_claim(denies)
        if saying.polarity != Polarity.DENIED or saying.pk == said.pk:
            raise Malformed("denial", denial)
        entry = doing.log(act=Act.DENIAL_LINKED, item=denial, facts={"denies": denies})
        put_denial(saying, said, entry=entry)
