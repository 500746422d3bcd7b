"""Which programs the desk lets read: they change over time, and their names stay with what they made."""

from collections.abc import Callable

from heard.outside.extraction import extract_apart
from heard.procedures.keep_account import Extract
from heard.reading.extract import Extraction
from heard.reading.reader import Reader
from heard.reading.rules import RuleReader
from heard.reading.text import Text
from heard.register.vocabulary import LANGUAGES
from heard.terms.errors import Malformed
from heard.terms.saying import Role
from heard.terms.span import Quote
from heard.terms.when import parse, parse_duration, parse_number

_VALUES: dict[Role, Callable[[str, str], str]] = {
    Role.DATE: lambda words, language: parse(words, language).iso,
    Role.PERIOD: lambda words, language: parse(words, language).iso,
    Role.DURATION: lambda words, language: str(parse_duration(words, language)),
    Role.COUNT: lambda words, language: str(parse_number(words, language)),
    Role.N: lambda words, language: str(parse_number(words, language)),
}


class ExtractApart:
    """Takes the text out of a file in a process of its own."""

    name = "extract 1"

    def __call__(self, content: bytes, *, file_name: str) -> Extraction:
        return extract_apart(content, file_name)


def extractor() -> Extract:
    """What takes the text out of a file."""
    return ExtractApart()


def reader() -> Reader:
    """What proposes drafts."""
    return RuleReader()


def value_of(role: Role, quote: Quote, text: Text) -> str | None:
    """The value of a part, computed from its words; None where they give none."""
    language = text.language if text.language in LANGUAGES else "en"
    words = " ".join(quote.text.split())
    try:
        return _VALUES[role](words, language) if role in _VALUES else None
    except Malformed:
        return None
