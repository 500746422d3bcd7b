"""The small language patterns are written in, and its translation to regular expressions that run in linear time.

tortur*               a word that begins so
hunger strike*        one word after the other; quotes, commas and hyphens between them do not matter
denied|refused        one of these
under_arrest|in_jail  "_" stands for the blank inside one of several
been?                 may be missing
..4                   up to four words of any kind (".." alone: up to three)
#                     a number in figures or words
@police               one of a list of words
@police?              the same, may be missing
A // B                either of two whole patterns
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from heard.terms.errors import Malformed

Lists = Mapping[str, tuple[str, ...]]

_BETWEEN = r"\W{1,4}"
_REST = r"(?:[\w'-]{0,30})"
_ANY = r"(?:\S{1,60}\s{1,3})"
_FOLDED = (
    {ord(mark): "'" for mark in "’‘ʼ`´"} | {ord(mark): "-" for mark in "–—‐‑−"} | {ord(mark): '"' for mark in "“”„«»"}
)
_ELEMENT = re.compile(r"(?P<gap>\.\.(?P<up_to>\d?))|(?P<number>#)|(?P<words>[^\s?]+)(?P<maybe>\??)")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A compiled pattern: `expression` for folded text and the word beginnings one of which must stand in it."""

    expression: re.Pattern[str]
    beginnings: tuple[str, ...]


def folded(words: str, language: str) -> str:
    """`words` in small letters, marks made plain, every character at its place."""
    capitals = {ord("İ"): "i", ord("I"): "ı"} if language == "az" else {ord("İ"): "i"}
    lowered = words.translate(capitals | _FOLDED)
    return (
        "".join(small if len(small := mark.lower()) == 1 else mark for mark in lowered)
        if not lowered.isascii()
        else lowered.lower()
    )


def compile_phrase(written: str, lists: Lists, language: str) -> Phrase:
    """The phrase `written`; raises Malformed for an unknown list or an empty pattern."""
    either = [_sequence(part.strip(), lists, language) for part in written.split("//")]
    expression = "|".join(f"(?:{expression})" for expression, _ in either)
    beginnings = tuple(sorted({beginning for _, found in either for beginning in found}))
    return Phrase(re.compile(rf"(?<!\w)(?:{expression})"), beginnings)


def _sequence(written: str, lists: Lists, language: str) -> tuple[str, tuple[str, ...]]:
    expression = ""
    best: tuple[str, ...] = ()
    open_end = False
    for element in _ELEMENT.finditer(written):
        if element["gap"]:
            expression += f"{_ANY}{{0,{element['up_to'] or 3}}}" + r"\W{0,2}"
            continue
        options = ("#",) if element["number"] else _options(element["words"], lists, language)
        one = _one_of(options)
        if element["maybe"]:
            expression += f"(?:{one}{_BETWEEN})?"
            continue
        expression += one + _BETWEEN
        open_end = True
        if not element["number"] and _worth(options) > _worth(best):
            best = options
    if not open_end or not best or not expression.endswith(_BETWEEN):
        raise Malformed("pattern", written)
    return expression.removesuffix(_BETWEEN), tuple(_beginning(option) for option in best)


def _options(words: str, lists: Lists, language: str) -> tuple[str, ...]:
    found: list[str] = []
    for word in words.split("|"):
        if word.startswith("@"):
            if word[1:] not in lists:
                raise Malformed("pattern list", word)
            found.extend(lists[word[1:]])
        else:
            found.append(word)
    return tuple(folded(word, language) for word in found)


def _one_of(options: tuple[str, ...]) -> str:
    if options == ("#",):
        return r"(?:\d[\d.,]{0,11}|[\w-]{2,20})(?!\w)"
    exact = sorted((_literal(word) for word in options if not word.endswith("*")), key=len, reverse=True)
    open_ended = sorted((_literal(word[:-1]) for word in options if word.endswith("*")), key=len, reverse=True)
    parts = [f"(?:{'|'.join(exact)})(?!\\w)"] if exact else []
    parts += [f"(?:{'|'.join(open_ended)}){_REST}"] if open_ended else []
    return f"(?:{'|'.join(reversed(parts))})"


def _literal(word: str) -> str:
    return _BETWEEN.join(re.escape(part) for part in word.split("_"))


def _beginning(option: str) -> str:
    return re.split(r"[_*'-]", option, maxsplit=1)[0]


def _worth(options: tuple[str, ...]) -> int:
    """How well these words narrow a search: the length of the shortest beginning, few lists before long ones."""
    return min((len(_beginning(option)) for option in options), default=0) * 10 - len(options) if options else -10_000
