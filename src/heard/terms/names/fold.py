"""Light folding: one small Latin form for a word, whatever its case, diacritics or Cyrillic alphabet."""

import unicodedata

#: Russian letters, and those of the Azerbaijani Cyrillic alphabet of 1958–1991.
CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "ѓ": "g", "д": "d", "е": "e", "ё": "yo", "ә": "a", "ж": "zh",
    "з": "z", "и": "i", "й": "y", "ј": "y", "к": "k", "ҝ": "g", "л": "l", "м": "m", "н": "n", "о": "o", "ө": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ү": "u", "ф": "f", "х": "kh", "һ": "h", "ц": "ts", "ч": "ch",
    "ҹ": "j", "ш": "sh", "щ": "shch", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya", "і": "i", "ї": "yi",
    "є": "ye", "ґ": "g",
}  # fmt: skip
LATIN = {"ə": "a", "ı": "i", "ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "ǝ": "a"}
_APOSTROPHES = "'’‘ʼʹ`´ʻ"
_ONE_TO_ONE = str.maketrans(CYRILLIC | LATIN | dict.fromkeys(_APOSTROPHES, ""))
#: й would lose its breve; it is set apart before letters are taken to pieces.
_KEPT_WHOLE = str.maketrans({"й": "ј", "ё": "йо".replace("й", "ј"), "ї": "јі"})


def fold(word: str) -> str:
    """The word in small plain Latin letters: "Həsənli" and "Гасанлы" give "hasanli" and "gasanli"."""
    small = lowered(word).translate(_KEPT_WHOLE)
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", small) if not unicodedata.combining(letter))
    return bare.replace("дж", "j").translate(_ONE_TO_ONE)


def lowered(word: str) -> str:
    """The word in small letters, NFC; İ and I both give i."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", word).casefold().replace("i̇", "i"))
