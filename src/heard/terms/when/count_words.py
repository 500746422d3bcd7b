"""Numbers in words and digits: finding them, and what they come to."""

import re
from collections.abc import Iterator
from functools import cache

from heard.terms.errors import Malformed
from heard.terms.when.lexicon import Words, cardinal_pattern, folded, sign_of, sign_words, spaced, words_of
from heard.terms.when.number import Number

LARGEST_WRITTEN = 10**12


def find_numbers(text: str, language: str) -> Iterator[tuple[int, int, Number]]:
    """Numbers in `text` with what is said about them ("more than 80" is `>80`), in order; those of dates included."""
    words = words_of(language)
    for found in _pattern(language).finditer(text):
        if (
            found["word"]
            and not found["before"]
            and folded(found["word"]) in map(folded, words.numbers["alone_is_no_number"])
        ):
            continue
        count = digits_value(found["digits"], words) if found["digits"] else words_value(found["word"], words)
        if count is not None and count < LARGEST_WRITTEN:
            sign = sign_of(words, before=found["before"], after=found["after"])
            yield found.start(), found.end(), Number(count=count, sign=sign)


def parse_number(text: str, language: str) -> Number:
    """The one number that `text` says; raises Malformed when there is none."""
    for _, _, number in find_numbers(text, language):
        return number
    return Number(count=words_value(text, words_of(language)))


def digits_value(digits: str, words: Words) -> int | None:
    """`1,234` as the language groups it; None for a fraction, which counts nobody."""
    plain = re.sub(rf"[{re.escape(words.thousands)}\s\u00a0]", "", digits)
    return int(plain) if plain.isdigit() else None


def words_value(said: str, words: Words) -> int:
    """What number words come to: "two hundred and thirty-one" is 231; raises Malformed for other words."""
    total = group = 0
    cardinals, multipliers = words.cardinals, {folded(word) for word in words.numbers["multipliers"]}
    for word in re.findall(r"\w+", folded(said)):
        if word == words.numbers["and"]:
            continue
        if word not in cardinals:
            raise Malformed("number", word)
        count = cardinals[word]
        if word not in multipliers and word != "dozen":
            group += count
        elif count <= 100:
            group = max(group, 1) * count
        else:
            total, group = total + max(group, 1) * count, 0
    return total + group


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = words_of(language)
    thousands = r"[ \u00a0]" if words.thousands == " " else re.escape(words.thousands)
    digits = rf"\d{{1,3}}(?:{thousands}\d{{3}})+(?!\d)|\d{{1,12}}(?={sign_words(words, 'after')}|(?![.,:/]\d|[-–]?\w))"
    return re.compile(
        rf"(?<![\w.,:/№#-])(?:(?P<before>{sign_words(words, 'before')})\s{{1,4}}|~\s?)?"
        rf"(?<![\w.,:/№#])(?:(?P<digits>{digits})|(?P<word>{spaced(cardinal_pattern(words.numbers))}))"
        rf"(?P<after>{sign_words(words, 'after')})?(?![\w%]|[-–]\w)",
        re.IGNORECASE,
    )
