"""Which claims the consent of their sources lets a paper use."""

from collections.abc import Iterable
from dataclasses import dataclass

from heard.acting.brief import LeftOut
from heard.register.claim import Claim
from heard.register.vocabulary import vocabulary

#: Uses that a source was asked about without names: a paper for them names nobody, and no exhibit goes with it.
NAMELESS = frozenset({"anonymous_statistics", "press_anonymised"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Permitted:
    """The claims that may be used, in their order, and how much was left out."""

    claims: tuple[Claim, ...]
    left_out: LeftOut


def permitted(claims: Iterable[Claim], *, use: str) -> Permitted:
    """Split by what each source answered to `use`; anything but a yes is a no. Raises NotFound for an unknown use."""
    vocabulary("consent").term(use)
    claims = tuple(claims)
    left = [claim for claim in claims if not claim.account.source.consent.allows(use)]
    return Permitted(
        claims=tuple(claim for claim in claims if claim.account.source.consent.allows(use)),
        left_out=LeftOut(claims=len(left), sources=len({claim.account.source.key for claim in left})),
    )
