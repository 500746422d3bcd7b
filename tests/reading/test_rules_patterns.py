"""Every line of every pattern file: its example is found, its counter-example is not."""

import pytest

from heard.reading.rules import RuleReader
from heard.reading.rules.patterns import Pattern, patterns_of
from heard.reading.rules.phrases import folded
from heard.reading.rules.words import LANGUAGES
from heard.reading.text import Text
from heard.terms.saying import Kind

LINES = [pattern for language in LANGUAGES for pattern in patterns_of(language)]


def types_found(words: str, pattern: Pattern) -> set[tuple[Kind, str]]:
    drafts = RuleReader().read(Text(content=words, language=pattern.language))
    return {(draft.kind, draft.type) for draft in drafts}


@pytest.mark.parametrize("pattern", LINES, ids=lambda pattern: pattern.id)
def test_each_line_finds_its_example(pattern: Pattern) -> None:
    assert (pattern.kind, pattern.type) in types_found(pattern.example, pattern)


@pytest.mark.parametrize("pattern", LINES, ids=lambda pattern: pattern.id)
def test_no_line_finds_its_counter_example(pattern: Pattern) -> None:
    assert (pattern.kind, pattern.type) not in types_found(pattern.counter, pattern)


@pytest.mark.parametrize("pattern", LINES, ids=lambda pattern: pattern.id)
def test_each_line_is_the_one_that_reads_its_example(pattern: Pattern) -> None:
    assert pattern.phrase.expression.search(folded(pattern.example, pattern.language))
