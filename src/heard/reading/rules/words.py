"""The words of one language that the rules share: lists from the data files, and quick questions about them."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from heard.reading.rules.phrases import folded

LANGUAGES = ("en", "ru", "az")


@dataclass(frozen=True)
class Words:
    """The lists of one language by name; expressions are folded, "_" written as a blank."""

    language: str
    lists: dict[str, tuple[str, ...]]

    def has(self, name: str) -> bool:
        return name in self.lists

    def as_written(self, name: str) -> frozenset[str]:
        """The expressions of a list as the file writes them, "_" read as a blank."""
        if name not in self._written:
            self._written[name] = frozenset(word.replace("_", " ") for word in self.lists.get(name, ()))
        return self._written[name]

    @cached_property
    def _written(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def _expressions(self) -> dict[str, re.Pattern[str]]:
        return {}

    def anywhere(self, *names: str) -> re.Pattern[str]:
        """Finds any expression of these lists as whole words in folded text."""
        key = "+".join(names)
        if key not in self._expressions:
            words = [folded(word, self.language) for name in names for word in self.lists.get(name, ())]
            self._expressions[key] = re.compile(rf"(?<![\w-])(?:{_alternatives(words)})(?![\w])")
        return self._expressions[key]


def _alternatives(words: list[str]) -> str:
    """Longest first, so that "deputy head" wins over "deputy"; "(?!)" where there is nothing."""
    ordered = sorted(set(words), key=len, reverse=True)
    return "|".join(_expression(word) for word in ordered) or "(?!)"


def _expression(word: str) -> str:
    whole = r"[\s-]{1,2}".join(re.escape(part) for part in word.rstrip("*").split("_"))
    return whole + (r"[\w']{0,24}" if word.endswith("*") else "")


@cache
def words_of(language: str) -> Words:
    """The words of a language; those of English for a language without its own."""
    known = language if language in LANGUAGES else "en"
    source = files("heard.reading.rules").joinpath("words", f"{known}.toml").read_text(encoding="utf-8")
    lists = {name: tuple(value.split()) for name, value in tomllib.loads(source)["lists"].items()}
    return Words(known, lists)
