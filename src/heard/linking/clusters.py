"""From judgements to clusters: which things are one, which must stay apart, and where people contradict each other.

Three rules, in this order:
1. Things judged the same are one, through any number of steps.
2. Where two things joined by rule 1 are also judged different, people contradict each other: none of the judgements
   that join them counts until a person decides, and the contradiction is reported.
3. Things that are alike within one telling are one by default. A judgement of difference always outweighs a default.

The answer depends only on the set of things and judgements, never on their order.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from heard.register.judgement import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A mention or a claim. Things with the same `alike` are one by default, in the order of `place`; empty: none."""

    key: str
    alike: str = ""
    place: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A standing judgement of two things; `key` is the judgement's."""

    key: str
    left: str
    right: str
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """`apart` says two things differ, while `joining`, step by step, say they are the same: keys of judgements."""

    apart: str
    joining: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clusters:
    """`of` gives each thing's cluster, named by the smallest key in it."""

    of: Mapping[str, str]
    contradictions: tuple[Contradiction, ...] = ()


def cluster(things: Iterable[Thing], links: Iterable[Link]) -> Clusters:
    """What the things refer to. Links to things that are not among `things` are left aside."""
    known = {thing.key: thing for thing in things}
    within = sorted((link for link in links if link.left in known and link.right in known), key=lambda link: link.key)
    same = [link for link in within if link.verdict is Verdict.SAME]
    different = [link for link in within if link.verdict is Verdict.DIFFERENT]
    contradictions, doubtful = _contradictions(known, same, different)
    groups = _Groups(known)
    for link in same:
        if link.key not in doubtful:
            groups.join(link.left, link.right)
    for link in different:
        groups.keep_apart(link.left, link.right)
    _join_alike(known.values(), groups)
    return Clusters(of=MappingProxyType(groups.names()), contradictions=contradictions)


@dataclass(slots=True)
class _Groups:
    """Sets that grow by joining, and which of them must stay apart."""

    keys: Iterable[str]
    _above: dict[str, str] = field(init=False)
    _apart: dict[str, set[str]] = field(init=False)

    def __post_init__(self) -> None:
        self._above = {key: key for key in self.keys}
        self._apart = defaultdict(set)

    def top(self, key: str) -> str:
        while self._above[key] != key:
            self._above[key] = key = self._above[self._above[key]]
        return key

    def join(self, left: str, right: str) -> None:
        upper, lower = sorted((self.top(left), self.top(right)))
        if upper == lower:
            return
        self._above[lower] = upper
        for other in self._apart.pop(lower, ()):
            self._apart[other].discard(lower)
            self._apart[other].add(upper)
            self._apart[upper].add(other)

    def keep_apart(self, left: str, right: str) -> None:
        self._apart[self.top(left)].add(self.top(right))
        self._apart[self.top(right)].add(self.top(left))

    def must_stay_apart(self, left: str, right: str) -> bool:
        return self.top(right) in self._apart.get(self.top(left), ())

    def names(self) -> dict[str, str]:
        return {key: self.top(key) for key in self._above}


def _contradictions(
    known: Iterable[str], same: list[Link], different: list[Link]
) -> tuple[tuple[Contradiction, ...], frozenset[str]]:
    """What contradicts, and the keys of every joining judgement that therefore does not count."""
    groups = _Groups(known)
    for link in same:
        groups.join(link.left, link.right)
    broken = [link for link in different if groups.top(link.left) == groups.top(link.right)]
    tops = {groups.top(link.left) for link in broken}
    doubtful = frozenset(link.key for link in same if groups.top(link.left) in tops)
    found = tuple(Contradiction(apart=link.key, joining=_path(same, link.left, link.right)) for link in broken)
    return found, doubtful


def _path(same: Iterable[Link], start: str, end: str) -> tuple[str, ...]:
    """The fewest judgements that lead from `start` to `end`."""
    steps: dict[str, list[Link]] = defaultdict(list)
    for link in same:
        steps[link.left].append(link)
        steps[link.right].append(link)
    came: dict[str, tuple[str, str]] = {start: (start, "")}
    waiting = deque([start])
    while end not in came:
        here = waiting.popleft()
        for link in steps[here]:
            there = link.right if link.left == here else link.left
            if there not in came:
                came[there] = (here, link.key)
                waiting.append(there)
    path = []
    while end != start:
        end, key = came[end]
        path.append(key)
    return tuple(reversed(path))


def _join_alike(things: Iterable[Thing], groups: _Groups) -> None:
    alike: dict[str, list[Thing]] = defaultdict(list)
    for thing in things:
        if thing.alike:
            alike[thing.alike].append(thing)
    for name in sorted(alike):
        heads: list[str] = []
        for thing in sorted(alike[name], key=lambda thing: (thing.place, thing.key)):
            head = next((head for head in heads if not groups.must_stay_apart(head, thing.key)), None)
            if head is None:
                heads.append(thing.key)
            else:
                groups.join(head, thing.key)
