"""What a person looks for, as the word index understands it."""

from dataclasses import dataclass

from heard.records.spelling import as_heard, as_written, tokens
from heard.terms.errors import Malformed

MOST = 8  # words of a search; more narrow nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The words of a search: as written, and for each the keys of all its spellings."""

    written: tuple[str, ...]
    heard: tuple[tuple[str, ...], ...]

    def lights(self, word: str) -> bool:
        """Whether a word of a text is one that was looked for, in any spelling."""
        keys = set(as_heard(word))
        return as_written(word) in self.written or any(keys & set(wanted) for wanted in self.heard)

    def exactly(self, words: set[str]) -> bool:
        """Whether these words, as written, hold all that were looked for."""
        return set(self.written) <= words

    @property
    def fts_written(self) -> str:
        """The FTS5 query for the words as written."""
        return "words : (" + " AND ".join(f'"{word}"' for word in self.written) + ")"

    @property
    def fts_heard(self) -> str:
        """The FTS5 query for any spelling."""
        each = ("(" + " OR ".join(f'"{key}"' for key in keys) + ")" for keys in self.heard)
        return "sounds : (" + " AND ".join(each) + ")"

    @property
    def tsquery_written(self) -> str:
        """The tsquery for the words as written; every lexeme is quoted and taken as it is."""
        return " & ".join(f"'{word}'" for word in self.written)

    @property
    def tsquery_heard(self) -> str:
        """The tsquery for any spelling."""
        return " & ".join("(" + " | ".join(f"'{key}'" for key in keys) + ")" for keys in self.heard)


def read_search(words: str) -> Wanted:
    """The words of a search; raises Malformed where there are none."""
    found = list(dict.fromkeys(word for _, _, word in tokens(words)))[:MOST]
    heard = tuple(keys for word in found if (keys := tuple(key for key in as_heard(word) if key)))
    if not heard:
        raise Malformed("search")
    return Wanted(written=tuple(as_written(word) for word in found), heard=heard)
