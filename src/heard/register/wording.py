"""Small decisions about words: what reads as a name, what is a pronoun, how a number is said."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from heard.reading.draft import Argument
from heard.register.vocabulary import read_words
from heard.terms.saying import Role

_NUMBER = re.compile(r"(>=|<=|>|<|~)?(\d+(?:\.\d+)?)")
_MODES = {"": "exact", ">": "more", ">=": "least", "<": "fewer", "<=": "most", "~": "about"}
_NUMBER_ROLES = frozenset({Role.N, Role.COUNT})
_TIME_ROLES = frozenset({Role.DATE, Role.PERIOD, Role.DURATION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """The language spoken, whether it differs from the account's, and how it says numbers."""

    language: str
    foreign: bool
    numbers: Mapping[str, str]


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
    """What the value of `argument` is called in the language spoken; None: there is no value to print."""
    if argument.value is None:
        return None
    if argument.role in _NUMBER_ROLES:
        return words if not speech.foreign else _number(argument.value, speech.numbers)
    return None


def _number(value: str, numbers: Mapping[str, str]) -> str | None:
    found = _NUMBER.fullmatch(value)
    return numbers[_MODES[found[1] or ""]].format(number=found[2]) if found else None


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_words("speech")[name].split())
