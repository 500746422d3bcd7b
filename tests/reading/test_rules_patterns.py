"""Every line of every pattern file: its example is found, its counter-example is not."""

import tomllib
from importlib.resources import files

import pytest

from heard.reading.rules import RuleReader
from heard.reading.rules.patterns import Pattern, patterns_of, read_pattern
from heard.reading.rules.phrases import folded
from heard.reading.rules.words import LANGUAGES
from heard.reading.text import Text
from heard.terms.errors import Malformed
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


def test_the_line_shown_to_those_who_add_lines_does_what_it_says() -> None:
    guide = files("heard.reading.rules").joinpath("patterns", "README.md").read_text(encoding="utf-8")
    shown = tomllib.loads(guide.split("```toml")[1].split("```")[0])["pattern"][0]
    pattern = read_pattern(shown, "en")
    assert pattern.phrase.expression.search(folded(pattern.example, "en"))
    assert not pattern.phrase.expression.search(folded(pattern.counter, "en"))


@pytest.mark.parametrize("wrong", ["", "..3", "@nobody beat*", "beat* ..3"])
def test_a_pattern_without_words_or_with_an_unknown_list_is_refused(wrong: str) -> None:
    line = {"id": "x", "kind": "act", "type": "beating", "pattern": wrong, "example": "a", "counter": "b"}
    with pytest.raises(Malformed):
        read_pattern(line, "en")


def test_no_two_lines_share_an_identity() -> None:
    assert len({pattern.id for pattern in LINES}) == len(LINES)
