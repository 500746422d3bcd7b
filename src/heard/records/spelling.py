"""The forms under which search keeps words: as written, and the keys that all their spellings share."""

import re
from collections.abc import Iterator
from functools import lru_cache

from heard.terms.names import fold, word_keys

_TOKEN = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_APOSTROPHES = str.maketrans("", "", "'’ʼ")
_PRONOUNS = """
he she they him her them his their we you it who mr mrs the
on он она они его её их мы вы кто onlar biz siz onu onun
"""
_NO_NAMES = frozenset(_PRONOUNS.split())


def tokens(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and letters of each word."""
    for found in _TOKEN.finditer(text):
        yield found.start(), found.end(), found.group()


@lru_cache(maxsize=50_000)
def as_written(word: str) -> str:
    """The word in small letters, every other mark as it stands."""
    return word.translate(_APOSTROPHES).replace("İ", "i").casefold()


@lru_cache(maxsize=50_000)
def as_heard(word: str) -> tuple[str, ...]:
    """What spellings of one word in any script, case or grammatical case have in common: they share one key or more."""
    return tuple("".join(letter for letter in key if letter.isalnum()) for key in word_keys(word))


def name_folded(words: str) -> str:
    """The form that a name's spellings within one telling share; empty where the words are no name."""
    parts = [part for _, _, part in tokens(words)]
    if not any(part[0].isupper() and len(part) > 1 and part.lower() not in _NO_NAMES for part in parts):
        return ""
    return " ".join(fold(part) for part in parts)
