"""Characters that change how a text looks without being seen: found, and shown by their numbers."""

import re
import unicodedata

_SOFT_HYPHEN = "\u00ad"
_JOINERS = re.compile("(?<=[\u0600-\u06ff])[\u200c\u200d]")
_KEPT_CONTROLS = "\t\n\r\f"


def has_direction_tricks(text: str) -> bool:
    """Whether `text` holds characters that turn its direction or hide in it; joiners in Arabic script do not count."""
    return any(_hides(letter) and letter != _SOFT_HYPHEN for letter in _JOINERS.sub("", text))


def visible(text: str) -> str:
    """`text` with every hidden character shown by its number, as ⟨U+202E⟩."""
    return "".join(f"⟨U+{ord(letter):04X}⟩" if _hides(letter) else letter for letter in text)


def _hides(letter: str) -> bool:
    category = unicodedata.category(letter)
    return category == "Cf" or (category == "Cc" and letter not in _KEPT_CONTROLS)
