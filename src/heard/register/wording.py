"""Small decisions about words: what reads as a name, what is a pronoun, how a number is said."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from heard.reading.draft import Argument
from heard.register.compared import read_when
from heard.register.vocabulary import read_words
from heard.terms.errors import Malformed
from heard.terms.saying import Role
from heard.terms.when import Duration, Number, duration_said, when_said

_SIGNS = {"": "exact", ">": "more", ">=": "least", "<": "fewer", "<=": "most", "~": "about"}
_NUMBERS = frozenset({Role.N, Role.COUNT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """The language spoken, whether it differs from the account's, and its words for sentences."""

    language: str
    foreign: bool
    words: Mapping[str, Any]


def is_pronoun(words: str) -> bool:
    """Whether these words only point back to somebody named elsewhere."""
    return words.strip().casefold() in _words("self") | _words("pronouns")


def speaks_of_self(words: str) -> bool:
    """Whether these words are the account's own source speaking ("I", "we")."""
    return words.strip().casefold() in _words("self")


def reads_as_name(words: str) -> bool:
    """Whether every word that carries meaning begins with a capital, so that it can stand without quotation marks."""
    found = [word for word in re.findall(r"[^\W\d_][\w’'-]*", words) if word.casefold() not in _words("small_in_names")]
    return bool(found) and all(word[0].isupper() for word in found) and not is_pronoun(words)


def printed_value(argument: Argument, words: str, speech: Speech) -> str | None:
    """What the value of `argument` is called in the language spoken; None: it has none that can be printed."""
    if argument.value is None:
        return None
    if argument.role in _NUMBERS and not speech.foreign:
        return words
    say = _SAID.get(argument.role)
    try:
        return say(argument.value, speech) if say else None
    except Malformed:  # a value in no known form: the words of the source stand for it
        return None


def _number(value: str, speech: Speech) -> str:
    number = Number.parse(value)
    said: str = speech.words["number"][_SIGNS[number.sign]].format(number=number.count)
    return said


def _when(value: str, speech: Speech) -> str:
    when = read_when(value)
    said = when_said(when, speech.language)
    return said if when.is_placed else speech.words["year_missing"].format(date=said)


def _duration(value: str, speech: Speech) -> str:
    return duration_said(Duration.parse(value), speech.language)


_SAID: dict[Role, Callable[[str, Speech], str]] = {
    Role.N: _number,
    Role.COUNT: _number,
    Role.DATE: _when,
    Role.PERIOD: _when,
    Role.DURATION: _duration,
}


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_words("speech")[name].split())
