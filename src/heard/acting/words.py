"""The words that a brief itself says, in one language."""

from dataclasses import dataclass

from heard.register.vocabulary import LANGUAGES, read_words
from heard.terms.errors import NotFound


@dataclass(frozen=True, slots=True)
class Words:
    """Sentences and headings of vocabulary/brief in `language`; raises NotFound for a language without them."""

    language: str

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES:
            raise NotFound("brief words", self.language)

    def __call__(self, name: str, **places: object) -> str:
        """The sentence of this name with its places filled."""
        words: str = read_words("brief")[self.language][name]
        return words.format(**places)

    def quoted(self, words: str) -> str:
        """`words` in the quotation marks of the language."""
        marks: str = read_words("sentences")[self.language]["quote"]
        return marks.format(words=words)


def runs(numbers: tuple[int, ...]) -> str:
    """Ascending numbers as readers write them: 1–3, 7, 8."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return ", ".join(", ".join(map(str, run)) if len(run) < 3 else f"{run[0]}–{run[-1]}" for run in found)
