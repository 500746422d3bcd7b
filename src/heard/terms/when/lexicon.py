"""The words of a language for dates, durations and numbers, made ready once from the files in `words`."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from heard.terms.errors import Malformed
from heard.terms.when.number import Number

LANGUAGES = ("en", "az", "ru")
_NAME = re.compile(r"\{([a-z_]\w*)\}")
_SPACE = re.compile(r"\[[^\]]*\]| \?| ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way of writing a date: what to make of it, and whether it needs a word such as "in" before it."""

    take: str
    weak: bool
    examples: tuple[tuple[str, str], ...]
    near: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Everything one language needs to find dates, durations and numbers."""

    language: str
    months: dict[str, int]
    seasons: dict[str, int]
    months_capitalised: bool
    forms: tuple[Form, ...]
    dates: re.Pattern[str]
    around: dict[str, str]
    numbers: dict[str, Any]
    durations: dict[str, Any]
    thousands: str
    decimal: str
    say: dict[str, Any]

    @property
    def cardinals(self) -> dict[str, int]:
        """Every number word that can stand alone or in a chain, folded."""
        return {folded(word): count for part in ("units", "multipliers") for word, count in self.numbers[part].items()}

    @property
    def alone_is_no_number(self) -> frozenset[str]:
        """Number words that say something else when they stand alone, folded."""
        return frozenset(map(folded, self.numbers["alone_is_no_number"]))


@cache
def words_of(language: str) -> Words:
    """The words of a language; raises Malformed for one that is not kept."""
    if language not in LANGUAGES:
        raise Malformed("language", language)
    data = tomllib.loads((files(__package__) / "words" / f"{language}.toml").read_text(encoding="utf-8"))
    parts = data["parts"] | {
        "months": _any_of(name for names in data["months"] for name in names),
        "seasons": _any_of(name for names in data["seasons"] for name in names),
        "cardinals": cardinal_pattern(data["numbers"]),
    }
    return Words(
        language=language,
        months={folded(name): n for n, names in enumerate(data["months"], 1) for name in names},
        seasons={folded(name): n for n, names in enumerate(data["seasons"], 21) for name in names},
        months_capitalised=data["months_capitalised"],
        forms=tuple(_form(line) for line in data["dates"]),
        dates=_one_pattern([_expanded(line["form"], parts) for line in data["dates"]]),
        around={name: spaced(pattern) for name, pattern in data["around"].items()},
        numbers=data["numbers"],
        durations=data["durations"],
        thousands=data["thousands"],
        decimal=data["decimal"],
        say=data["say"],
    )


def folded(word: str) -> str:
    """A word of the lexicon as it is looked up: small letters, one kind of i, one space."""
    return " ".join(word.casefold().replace("i̇", "i").replace("ı", "i").split())


def spaced(pattern: str) -> str:
    """A pattern in which each space stands for a short run of white space, line ends included."""

    def one(found: re.Match[str]) -> str:
        if found[0].startswith("["):
            return found[0].replace(" ", r"\s")
        return r"\s{0,4}" if found[0] == " ?" else r"\s{1,4}"

    return _SPACE.sub(one, pattern)


def cardinal_pattern(numbers: dict[str, Any]) -> str:
    """A pattern (before `spaced`) for numbers in words: a chain of at most eight words."""
    word = _any_of([*numbers["units"], *numbers["multipliers"]])
    link = f"(?:[- ]|, | {numbers['and']} )" if numbers["and"] else "[- ]"
    return rf"(?:{word}(?!\w)(?:{link}{word}(?!\w)){{0,7}})"


def sign_of(words: Words, *, before: str | None, after: str | None) -> str:
    """The sign for the words found before and after a number."""
    for side, said in (("after", after), ("before", before)):
        if said:
            for line in words.numbers[side]:
                if re.fullmatch(spaced(line["words"]) + r"\s*", said, re.IGNORECASE):
                    return str(line["sign"])
    return Number(count=0).sign


def sign_words(words: Words, side: str) -> str:
    """A pattern of all words that can stand before (or after) a number."""
    return "(?:" + "|".join(spaced(line["words"]) for line in words.numbers[side]) + ")"


def _form(line: dict[str, Any]) -> Form:
    return Form(
        take=line.get("take", "point"),
        weak=line.get("weak", False),
        examples=((line["example"], line["value"]), *((text, value) for text, value in line.get("also", []))),
        near=line.get("near"),
    )


def _any_of(names: Any) -> str:
    return "(?:" + "|".join(re.escape(name) for name in sorted(set(names), key=lambda name: (-len(name), name))) + ")"


def _expanded(form: str, parts: dict[str, str]) -> str:
    while _NAME.search(form):
        form = _NAME.sub(lambda found: parts[found[1]], form)
    return spaced(form)


def _one_pattern(forms: list[str]) -> re.Pattern[str]:
    """All forms as one pattern; the groups of form 3 end in `_3`, and the form itself is the group `form_3`."""
    lines = [re.sub(r"\(\?P<(\w+)>", rf"(?P<\1_{n}>", form) for n, form in enumerate(forms)]
    every = "|".join(f"(?P<form_{n}>{line})" for n, line in enumerate(lines))
    return re.compile(rf"(?<![\w])(?:{every})(?!\w)", re.IGNORECASE)
