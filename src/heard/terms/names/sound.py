"""A coarse key of how a name sounds, one across Azerbaijani, Russian, English and German spellings."""

import re
import unicodedata

from heard.terms.names.fold import CYRILLIC, lowered

#: Written groups to sounds, longest first. K is every velar and h (Russian writes h as г), J every ch and j,
#: S every hiss, and A, U, I the three kinds of vowel.
_GROUPS = {
    "dsch": "J", "tsch": "J", "dzh": "J", "дж": "J", "дч": "J", "sch": "S", "щ": "S", "shch": "S",
    "kh": "K", "gh": "K", "ch": "J", "sh": "S", "zh": "J", "dj": "J", "ck": "K", "ph": "f", "th": "t", "ts": "S",
    "tz": "S", "oo": "U", "ou": "U", "ee": "I", "ae": "A", "ya": "A", "ye": "A", "yu": "U", "yo": "U", "я": "A",
    "ю": "U", "ё": "U",
    "c": "J", "ç": "J", "j": "J", "ч": "J", "ж": "J", "ҹ": "J",
    "g": "K", "ğ": "K", "q": "K", "k": "K", "h": "K", "x": "K", "г": "K", "ғ": "K", "ҝ": "K", "к": "K", "х": "K",
    "һ": "K", "ґ": "K",
    "s": "S", "ş": "S", "z": "S", "с": "S", "ш": "S", "з": "S", "ц": "S", "ß": "S",
    "v": "v", "w": "v", "в": "v",
    "a": "A", "ə": "A", "e": "A", "ä": "A", "ә": "A", "э": "A", "а": "A", "е": "A", "є": "A", "ǝ": "A",
    "o": "U", "ö": "U", "u": "U", "ü": "U", "о": "U", "ө": "U", "у": "U", "ү": "U",
    "i": "I", "ı": "I", "y": "I", "ы": "I", "и": "I", "й": "I", "ј": "I", "і": "I", "ї": "I",
    "ь": "", "ъ": "",
}  # fmt: skip
_PIECES = re.compile(
    "|".join(sorted(map(re.escape, _GROUPS), key=lambda group: (-len(group), group))) + r"|.", re.DOTALL
)
_GLIDE = re.compile(r"^[yйј](?=[aəeouöüаеоуәөүэ])")
_RUSSIAN_ENDING = re.compile(r"of{1,2}$")


def sound(word: str) -> str:
    """The key of one word: its consonants by kind, doubles once, and the kind of its first vowel; "" for no letters."""
    small = _RUSSIAN_ENDING.sub("ov", _GLIDE.sub("", lowered(word)))
    pieces = "".join(_GROUPS.get(piece, _plain(piece)) for piece in _PIECES.findall(small))
    return _kept(pieces)


def sounds(word: str) -> frozenset[str]:
    """All keys a word may have: German hands write ch for x and j for y."""
    small = lowered(word)
    readings = {small, small.replace("ch", "kh"), small.replace("j", "y"), small.replace("ch", "kh").replace("j", "y")}
    return frozenset(sound(reading) for reading in readings) - {""}


def _plain(letter: str) -> str:
    base = unicodedata.normalize("NFKD", CYRILLIC.get(letter, letter))
    return "".join(_GROUPS.get(piece, piece) for piece in base if piece.isalnum())


def _kept(pieces: str) -> str:
    """The first vowel and every consonant, small; the same sound twice running counts once."""
    once = re.sub(r"(.)\1+", r"\1", pieces)
    first = re.search("[AUI]", once)
    end = first.end() if first else 0
    return (once[:end] + re.sub("[AUI]", "", once[end:])).lower()
