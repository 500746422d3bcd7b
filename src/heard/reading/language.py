"""The language a document is written in, among those that Heard reads."""

import re
from functools import cache

from lingua import Language, LanguageDetector, LanguageDetectorBuilder

#: Languages that Heard reads; every other one, and text too short to tell, is "und".
READ = {Language.ENGLISH: "en", Language.AZERBAIJANI: "az", Language.RUSSIAN: "ru"}
#: Known only so that they are not taken for one of those.
NEIGHBOURS = (Language.TURKISH, Language.UKRAINIAN, Language.KAZAKH, Language.FRENCH)
#: Characters looked at; a document's first pages decide.
SAMPLE = 20_000
#: As many characters of words without a capital are enough to tell by.
ENOUGH = 24
#: The share of probability from which a language is believed.
SURE = 0.5

_LETTER = re.compile(r"[^\W\d_]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_OLD_AZERBAIJANI = re.compile(r"[ҝҸҹҜј]", re.IGNORECASE)
_SCHWA = re.compile(r"[әӘ]")
_KAZAKH = re.compile(r"[қңұі]", re.IGNORECASE)


def language_of(content: str) -> str:
    """ "en", "az", "ru", or "und"; Azerbaijani in its Cyrillic letters of before 1991 is "az"."""
    sample = content[:SAMPLE]
    if not _LETTER.search(sample):
        return "und"
    if _in_old_letters(sample):
        return "az"
    best = _detector().compute_language_confidence_values(_without_names(sample))[0]
    if best.language == Language.TURKISH and sample.isascii() and len(sample) >= ENOUGH:
        return "az"  # written without its letters it passes for Turkish, which hardly reaches this desk so written
    return READ.get(best.language, "und") if best.value >= SURE else "und"


def _without_names(sample: str) -> str:
    """The words written small, which carry the language; names in a foreign spelling would hide it."""
    small = " ".join(word for word in sample.split() if word[:1].islower())
    return small if len(small) >= ENOUGH else sample


def _in_old_letters(sample: str) -> bool:
    """Whether this is Azerbaijani in Cyrillic: its schwa with its own letters, and no letters of Kazakh."""
    cyrillic = len(_CYRILLIC.findall(sample))
    schwas = len(_SCHWA.findall(sample))
    return schwas * 50 > cyrillic and bool(_OLD_AZERBAIJANI.search(sample)) and not _KAZAKH.search(sample)


@cache
def _detector() -> LanguageDetector:
    return LanguageDetectorBuilder.from_languages(*READ, *NEIGHBOURS).build()
