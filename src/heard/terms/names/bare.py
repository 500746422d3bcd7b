"""A word without the case endings that Azerbaijani and Russian add to names."""

from collections.abc import Iterator

from heard.terms.names.fold import lowered

_BACK, _FRONT = "aıou", "əeiöü"
_VOWELS = _BACK + _FRONT
#: Endings with A for a/ə and I for ı/i/u/ü; those in the first list follow a vowel, in the second a consonant.
_AFTER_VOWEL = ("nIn", "nI", "yA", "nA", "yla", "ylə", "sI")
_AFTER_CONSONANT = ("In", "I", "A")
_AFTER_EITHER = ("dAn", "dA", "lA", "lArIn", "lArdAn", "lArdA", "lArA", "lArI", "lAr", "dAkI")
_LEAST_LETTERS = 3
_RUSSIAN = ("ами", "ого", "ому", "ыми", "ым", "ом", "ой", "ою", "ем", "ей", "ых", "а", "у", "е", "ы", "и", "ю", "я")


def bare_forms(word: str) -> tuple[str, ...]:
    """`word` itself and what it may be without a case ending, longest first: "Həsənlinin" gives also "Həsənli"."""
    forms = {word}
    before_apostrophe = word.replace("’", "'").split("'")[0]
    if len(before_apostrophe) >= _LEAST_LETTERS:
        forms.add(before_apostrophe)
    small = _az_lowered(word)
    if len(small) == len(word):
        forms.update(word[:length] for length in _stem_lengths(small))
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


def _az_lowered(word: str) -> str:
    return lowered(word.replace("I", "ı").replace("İ", "i"))


def _stem_lengths(small: str) -> Iterator[int]:
    for ending in _ENDINGS:
        stem = small.removesuffix(ending)
        if stem != small and len(stem) >= _LEAST_LETTERS and _may_follow(stem, ending):
            yield len(stem)
    for ending in _RUSSIAN:
        stem = small.removesuffix(ending)
        if stem != small and len(stem) >= _LEAST_LETTERS:
            yield len(stem)


def _may_follow(stem: str, ending: str) -> bool:
    last = next((letter for letter in reversed(stem) if letter in _VOWELS), "")
    first = next(letter for letter in ending if letter in _VOWELS)
    if (last in _BACK) != (first in _BACK):
        return False
    if ending in _ONLY_AFTER_VOWEL:
        return stem[-1] in _VOWELS
    return ending not in _ONLY_AFTER_CONSONANT or stem[-1] not in _VOWELS


def _harmonies(ending: str) -> Iterator[str]:
    for wide, narrow in (("a", "ı"), ("a", "u"), ("ə", "i"), ("ə", "ü")):
        yield ending.replace("A", wide).replace("I", narrow)


_ONLY_AFTER_VOWEL = frozenset(form for ending in _AFTER_VOWEL for form in _harmonies(ending))
_ONLY_AFTER_CONSONANT = frozenset(form for ending in _AFTER_CONSONANT for form in _harmonies(ending))
_ENDINGS = tuple(
    sorted({form for ending in _AFTER_VOWEL + _AFTER_CONSONANT + _AFTER_EITHER for form in _harmonies(ending)})
)
