"""Titles and positions that stand by the name of a person: "deputy head", "lawyer"."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from heard.reading.rules.capitals import Known
from heard.reading.rules.found import Name, named
from heard.reading.rules.phrases import folded
from heard.terms.saying import NameKind

_BEFORE = re.compile(r",? (?:of |(?:of|at|for|in) [^,.;]{2,40},? )?")
_AFTER = re.compile(
    r",\s(?:who is |is |was )?(?:the |a |an |one of )?"
    r"(?:imprisoned |former |then |prominent |well-known |current |acting )?"
)
_REACH = 60


def posts_by(content: str, names: list[Name], known: Known) -> Iterator[Name]:
    """The posts right before or right after the persons among `names`."""
    finder = known.words.anywhere("posts")
    small = folded(content, known.words.language)
    taken: set[tuple[int, int]] = set()
    for name in names:
        if name.kind is NameKind.PERSON:
            before = finder.finditer(small, max(0, name.start - _REACH), name.start)
            taken |= {match.span() for match in before if _BEFORE.fullmatch(content, match.end(), name.start)}
            gap = _AFTER.match(content, name.end)
            after = finder.match(small, gap.end()) if gap else None
            taken |= {after.span()} if after else set()
    for start, end in sorted(taken):
        beside = bisect_left(names, end, key=lambda name: name.start)
        if beside == 0 or names[beside - 1].end <= start:
            yield named(start, end, NameKind.POST, content)
