"""Words in the plain letters they are compared in: no case, no diacritics."""

import re
import unicodedata
from collections.abc import Iterator

_LETTERS = str.maketrans({"ə": "e", "ı": "i", "ё": "е", "’": "'", "ʼ": "'"})
_INSIDE = (
    "\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"  # marks and invisible characters part no word
)
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_INSIDE}]|['’ʼ](?=[^\W_]))*")


def plain(words: str) -> str:
    """`words` in small letters without diacritics; what is left is what names are compared by."""
    bare = unicodedata.normalize("NFKD", words.replace("İ", "i").replace("I", "i"))
    kept = (
        letter for letter in bare.casefold().translate(_LETTERS) if unicodedata.category(letter) not in {"Mn", "Cf"}
    )
    return "".join(kept)


def words_of(text: str) -> Iterator[tuple[int, int, str]]:
    """Every word of `text` as (start, end, plain form)."""
    for found in _WORD.finditer(text):
        yield found.start(), found.end(), plain(found[0])
