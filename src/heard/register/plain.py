"""Words in the plain letters they are compared in: small, Latin, without diacritics and hidden characters."""

import re
import unicodedata
from collections.abc import Iterator

from heard.terms.names import fold, sound

#: Marks and invisible characters: they part no word.
_INSIDE = "\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_INSIDE}]|['’ʼ](?=[^\W_]))*")
_FULL_NAME = 2  # words


def plain(words: str) -> str:
    """`words` folded, hidden characters left out; apostrophes are gone too."""
    return fold(without_hidden(words))


def without_hidden(words: str) -> str:
    """`words` without the characters nobody sees."""
    return "".join(letter for letter in words if unicodedata.category(letter) != "Cf")


def words_of(text: str) -> Iterator[tuple[int, int, str]]:
    """Every word of `text` as (start, end, plain form)."""
    for found in _WORD.finditer(text):
        yield found.start(), found.end(), plain(found[0])


def name_key(words: str) -> str:
    """What spellings of one full name share in any alphabet: how it sounds; a single word is only folded.

    Two people may share it: it sets accounts side by side and decides nothing.
    """
    found = [without_hidden(part[0]) for part in _WORD.finditer(words)]
    if len(found) < _FULL_NAME:
        return " ".join(plain(words).split())
    return " ".join(sound(word) for word in found)
