"""The forms under which search keeps words: as written, and as they sound in any of the scripts."""

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import normalize

_TOKEN = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_PLAIN = str.maketrans("əıöüğşç", "eiougsc")
_CYRILLIC = str.maketrans("абвгдеёжзийклмнопрстуфхцчшщыэюя", "abvhdeejziiklmnoprstufhccssieua", "ъь")
_SOUND = str.maketrans("aoğgqxkcjw", "eehhhhhssv")
_NO_NAMES = frozenset(
    "he she they him her them his their we you it who mr mrs the "
    "on он она они его её их мы вы кто onlar biz siz onu onun".split()
)


def tokens(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and letters of each word."""
    for found in _TOKEN.finditer(text):
        yield found.start(), found.end(), found.group()


@lru_cache(maxsize=65_536)
def as_written(word: str) -> str:
    """The word in small letters, everything else as it stands."""
    return normalize("NFC", word.replace("İ", "i").replace("I", "i").lower().replace("ı", "i"))


@lru_cache(maxsize=65_536)
def as_heard(word: str) -> str:
    """What spellings of one word in any script, with or without diacritics, have in common."""
    latin = as_written(word).translate(_PLAIN).translate(_CYRILLIC)
    plain = "".join(letter for letter in normalize("NFD", latin) if letter.isalnum())
    return plain.translate(_SOUND) or as_written(word)


def name_folded(words: str) -> str:
    """The form that a name's spellings within one telling share; empty where the words are no name."""
    parts = [part for _, _, part in tokens(words)]
    if not any(part[0].isupper() and len(part) > 1 and part.lower() not in _NO_NAMES for part in parts):
        return ""
    return " ".join(as_written(part) for part in parts)
