"""Which programs the desk lets read: they change over time, and their names stay with what they made."""

from heard.outside.extraction import extract_apart
from heard.procedures.keep_account import Extract
from heard.reading.reader import Reader
from heard.reading.text import Text
from heard.terms.saying import Role
from heard.terms.span import Quote


class ExtractApart:
    """Takes the text out of a file in a process of its own."""

    name = "extract 1"

    def __call__(self, content: bytes, *, file_name: str) -> Text:
        return extract_apart(content, file_name).text


def extractor() -> Extract:
    """What takes the text out of a file."""
    return ExtractApart()


def reader() -> Reader:
    """What proposes drafts."""
    from heard.reading.rules import RulesReader

    return RulesReader()


def value_of(role: Role, quote: Quote, text: Text) -> str | None:
    """The value of a part, computed from its words; None where they give none."""
    return None
