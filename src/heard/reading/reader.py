"""What every reader offers: rules, a learner or a language model, told apart only by their name."""

from collections.abc import Iterable
from typing import Protocol

from heard.reading.draft import Draft, NameDraft
from heard.reading.text import Text


class Reader(Protocol):
    """Proposes draft claims and names for a text; never decides."""

    name: str
    version: str

    def read(self, text: Text) -> Iterable[Draft]:
        """Draft claims in the order of the text."""
        ...

    def names(self, text: Text) -> Iterable[NameDraft]:
        """Names of persons, bodies and posts in the order of the text."""
        ...
