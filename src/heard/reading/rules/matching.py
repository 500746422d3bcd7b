"""Which patterns fit a sentence: found by the words they wait for, tried one by one."""

import re
from collections.abc import Iterator
from functools import cache

from heard.reading.rules.parties import Scene
from heard.reading.rules.patterns import Pattern, patterns_of
from heard.reading.rules.phrases import Phrase
from heard.reading.sentences import Sentence

#: A year and behind it "and" with another verb: what follows is said of another event.
_NEXT_EVENT = re.compile(r"\b\d{4}\sand\s(?:then\s|later\s)?(?:was\s|were\s)?\w+ed\b")
_WORD = re.compile(r"[^\W_]+")
#: How far, in characters, the words of `unless` may stand from a match to take it back.
UNLESS_REACH = 40


def candidates(scene: Scene, sentence: Sentence) -> Iterator[Pattern]:
    """Patterns one of whose words stands in the sentence, in the order of the files."""
    index, longest = _index(scene.words.language)
    waiting: set[int] = set()
    for word in set(_WORD.findall(scene.small, sentence.start, sentence.end)):
        for length in range(1, min(longest, len(word)) + 1):
            waiting.update(index.get(word[:length], ()))
    patterns = patterns_of(scene.words.language)
    return (patterns[number] for number in sorted(waiting))


def matches(scene: Scene, sentence: Sentence, pattern: Pattern) -> Iterator[re.Match[str]]:
    """Where a pattern fits: what it needs stands in the sentence, and nothing near takes it back."""
    if pattern.needs and not pattern.needs.expression.search(scene.small, sentence.start, sentence.end):
        return
    for match in pattern.phrase.expression.finditer(scene.small, sentence.start, sentence.end):
        if not (pattern.unless and _near(scene, sentence, pattern.unless, match)):
            yield match


@cache
def _index(language: str) -> tuple[dict[str, tuple[int, ...]], int]:
    """Patterns by the word beginnings they wait for, and the length of the longest beginning."""
    found: dict[str, list[int]] = {}
    for number, pattern in enumerate(patterns_of(language)):
        for beginning in pattern.phrase.beginnings:
            found.setdefault(beginning, []).append(number)
    return {word: tuple(numbers) for word, numbers in found.items()}, max(map(len, found), default=0)


def _near(scene: Scene, sentence: Sentence, phrase: Phrase, match: re.Match[str]) -> bool:
    """Whether a phrase stands in a match or within reach of it, whole words only, before a further dated event."""
    low, high = max(sentence.start, match.start() - UNLESS_REACH), min(sentence.end, match.end() + UNLESS_REACH)
    turn = _NEXT_EVENT.search(scene.small, match.end(), high)
    high = turn.start() if turn else high
    while low > sentence.start and scene.small[low - 1].isalnum():
        low -= 1
    while high < sentence.end and scene.small[high].isalnum():
        high += 1
    return bool(phrase.expression.search(scene.small, low, high))
