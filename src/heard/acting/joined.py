"""Who claims speak of, where people have judged that differently written names are one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from heard.register.claim import Claim
from heard.register.contradictions import Refers, as_written
from heard.register.plain import name_key
from heard.terms.saying import Role

#: For each claim by key: the role and the referent of each name in it, in the order of its arguments.
Named = Mapping[str, tuple[tuple[Role, str], ...]]


@dataclass(slots=True)
class _Joined:
    """Keys that were joined, each with the smallest of its set."""

    least: dict[str, str] = field(default_factory=dict)

    def of(self, key: str) -> str:
        while key in self.least:
            key = self.least[key]
        return key

    def join(self, one: str, other: str) -> None:
        low, high = sorted((self.of(one), self.of(other)))
        if low != high:
            self.least[high] = low


def refers_by(claims: Iterable[Claim], named: Named) -> Refers:
    """Names count as one when they have one referent, and as `as_written` does where nobody has judged."""
    joined = _Joined()
    for claim in claims:
        for role in Role:
            referents = [referent for known, referent in named.get(claim.key, ()) if known is role]
            arguments = claim.all(role)
            if len(referents) == len(arguments):
                for argument, referent in zip(arguments, referents, strict=True):
                    joined.join(f"name {name_key(argument.quote.text)}", f"referent {referent}")

    def refers(claim: Claim, role: Role) -> frozenset[str]:
        return frozenset(joined.of(f"name {key}") for key in as_written(claim, role))

    return refers
