"""Words in the plain letters they are compared in: no case, no diacritics."""

import re
import unicodedata
from collections.abc import Iterator

_LETTERS = str.maketrans({"ə": "e", "ı": "i", "ё": "е", "’": "'", "ʼ": "'"})
_WORD = re.compile(r"[^\W_]+(?:['’ʼ-][^\W_]+)*")


def plain(words: str) -> str:
    """`words` in small letters without diacritics; what is left is what names are compared by."""
    bare = unicodedata.normalize("NFKD", words.replace("İ", "i").replace("I", "i"))
    return "".join(letter for letter in bare.casefold().translate(_LETTERS) if not unicodedata.combining(letter))


def words_of(text: str) -> Iterator[tuple[int, int, str]]:
    """Every word of `text` as (start, end, plain form)."""
    for found in _WORD.finditer(text):
        yield found.start(), found.end(), plain(found[0])
