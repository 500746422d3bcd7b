"""In which order a brief prints its claims: by kind, each denial beneath what it denies."""

from collections.abc import Iterable
from dataclasses import dataclass

from heard.register.claim import Claim
from heard.register.contradictions import denials_of
from heard.terms.saying import Kind, Polarity

_ORDER = (Kind.ACT, Kind.STATUS, Kind.COUNT, Kind.DEMAND, Kind.POSITION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A claim with the denials that stand beneath it."""

    claim: Claim
    denials: tuple[Claim, ...] = ()

    @property
    def all(self) -> tuple[Claim, ...]:
        return (self.claim, *self.denials)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The claims under one heading: a kind, or "denial" for denials of nothing that is printed."""

    heading: str
    placed: tuple[Placed, ...]


def layout(claims: Iterable[Claim]) -> tuple[Block, ...]:
    """Every one of `claims` exactly once, in the order of print."""
    claims = tuple(claims)
    denied_by = denials_of(claims)
    beneath: dict[str, tuple[Claim, ...]] = {}
    placed: set[str] = set()
    for claim in claims:
        if claim.polarity is Polarity.ASSERTED:
            free = (denial for denial in denied_by.get(claim.key, ()) if denial.key not in placed)
            beneath[claim.key] = tuple(denial for denial in free if denial.polarity is Polarity.DENIED)
            placed |= {denial.key for denial in beneath[claim.key]}
    top = [claim for claim in claims if claim.key not in placed]
    blocks = [(kind.value, [c for c in top if c.kind is kind and c.polarity is Polarity.ASSERTED]) for kind in _ORDER]
    blocks.append(("denial", [claim for claim in top if claim.polarity is Polarity.DENIED]))
    return tuple(
        Block(heading=heading, placed=tuple(Placed(claim=c, denials=beneath.get(c.key, ())) for c in found))
        for heading, found in blocks
        if found
    )
