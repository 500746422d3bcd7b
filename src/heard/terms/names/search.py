"""Keys that a full-text index and a query share, so that any spelling finds the others."""

import re
from collections.abc import Iterable
from functools import lru_cache

from heard.terms.names.bare import bare_forms
from heard.terms.names.fold import fold
from heard.terms.names.sound import sounds

#: Marks a sound key, so that it never equals a word.
SOUND_MARK = "0"
_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_LEAST_SOUNDED = 3


@lru_cache(maxsize=50_000)
def word_keys(word: str) -> tuple[str, ...]:
    """The keys of one word, sorted: its folded form and those without case endings; sound keys, marked with a 0.

    Two words may be the same name when they share a key. Index the keys of every word; in a query, a word
    matches when any of its keys does.
    """
    forms = bare_forms(word)
    folded = {fold(form) for form in forms}
    sounded = {
        SOUND_MARK + key for form in forms if len(form) >= _LEAST_SOUNDED for key in sounds(form) if len(key) > 1
    }
    return tuple(sorted((folded | sounded) - {""}))


def search_keys(text: str) -> list[str]:
    """The keys of every word of `text`, each once, in the order in which they first come."""
    return list(dict.fromkeys(_keys_of(found[0] for found in _WORD.finditer(text))))


def _keys_of(words: Iterable[str]) -> Iterable[str]:
    for word in words:
        yield from word_keys(word)
