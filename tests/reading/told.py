"""What the rules tell of a few words, in forms that tests compare."""

from heard.reading.draft import Draft
from heard.reading.rules import RuleReader
from heard.reading.text import Text
from heard.terms.saying import Role


def read(words: str, language: str = "en") -> tuple[Draft, ...]:
    return tuple(RuleReader().read(Text(content=words, language=language)))


def the(words: str, type: str, language: str = "en") -> Draft:
    """The only draft of a type; fails where there is none or a second."""
    found = [draft for draft in read(words, language) if draft.type == type]
    assert len(found) == 1, [draft.type for draft in read(words, language)]
    return found[0]


def said(draft: Draft, role: Role) -> list[str]:
    return [argument.quote.text for argument in draft.arguments if argument.role is role]


def values(draft: Draft, role: Role) -> list[str | None]:
    return [argument.value for argument in draft.arguments if argument.role is role]


def types(words: str, language: str = "en") -> set[str]:
    return {draft.type for draft in read(words, language)}
