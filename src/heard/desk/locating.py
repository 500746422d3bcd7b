"""Finding in a text the exact characters that a person selected or typed."""

import re

from heard.reading.text import Text
from heard.terms.errors import Misquoted
from heard.terms.span import Quote

_SENTENCE_ENDS = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)|\n\s*\n")
_BETWEEN_WORDS = r"[\s\u00ad]+"


def selected(text: Text, *, start: int, end: int, words: str) -> Quote:
    """The quote at a selection; raises Misquoted unless these `words` stand there, apart from blanks."""
    found = text.content[start:end]
    blank_before = len(found) - len(found.lstrip())
    start, end = start + blank_before, end - (len(found) - len(found.rstrip()))
    if start >= end or _bare(text.content[start:end]) != _bare(words):
        raise Misquoted(start, end)
    return text.quote(start, end)


def nearest(text: Text, words: str, *, near: int) -> Quote:
    """Where `words` stand, as close to `near` as they do; raises Misquoted where they stand nowhere."""
    wanted = _pattern(words)
    places = [found.span() for found in wanted.finditer(text.content)]
    if not places:
        raise Misquoted("words")
    start, end = min(places, key=lambda place: abs(place[0] - near))
    return text.quote(start, end)


def from_to(text: Text, *, begins: str, ends: str) -> Quote:
    """From the words a passage begins with to those it ends with, or else to the end of its sentence."""
    first = _pattern(begins).search(text.content)
    if first is None:
        raise Misquoted("begins")
    last = _pattern(ends).search(text.content, first.start()) if ends.strip() else None
    if ends.strip() and last is None:
        raise Misquoted("ends")
    end = last.end() if last else _sentence_end(text.content, first.end())
    return text.quote(first.start(), max(end, first.end()))


def _sentence_end(content: str, position: int) -> int:
    if content[position - 1] in ".!?…":
        return position
    found = _SENTENCE_ENDS.search(content, position)
    if found is None:
        return position + len(content[position:].rstrip())
    return found.end() if found[0].strip() else found.start()


def _pattern(words: str) -> re.Pattern[str]:
    """These words, whatever blanks and line breaks stand between them."""
    parts = [re.escape(part) for part in words.replace("\u00ad", "").split()]
    if not parts:
        raise Misquoted("no words")
    return re.compile(_BETWEEN_WORDS.join(parts))


def _bare(words: str) -> str:
    """Words without blanks, hyphens at line ends and marks that pages show for invisible characters."""
    return re.sub(r"[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff\x00-]+|U\+[0-9A-F]{4}", "", words)
