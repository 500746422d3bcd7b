"""Names that a paper must not print: alleged perpetrators by default, and sources who did not agree to be named."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from heard.reading.draft import Argument
from heard.register.claim import Claim
from heard.register.plain import plain, words_of
from heard.register.vocabulary import read_words
from heard.register.wording import is_pronoun
from heard.terms.saying import Kind, Role

_BEFORE = re.compile(r"(?P<word>[^\W\d_][\w'’-]*)(?:\.[ \n]?|[ \n])$")
_AFTER = re.compile(r"[ \n](?P<word>[^\W\d_][\w'’-]*)")
#: Endings that a hidden name may carry in running text.
_NAME_ENDING = r"(?:['’]?[^\W\d_]{0,6})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Withholding:
    """What must not be printed. `everywhere`: name words, in plain form; `of_sources`: by account key."""

    perpetrators: bool
    everywhere: frozenset[str] = frozenset()
    of_sources: tuple[tuple[str, frozenset[str]], ...] = field(default=())

    def hides(self, claim: Claim, argument: Argument) -> bool:
        """Whether the words of this part of `claim` must not be printed."""
        if self.perpetrators and _accused(claim, argument) and not names_no_person(argument.quote.text):
            return True
        return self._holds_name(argument.quote.text, claim.account.key)

    def clean(self, text: str, *, account: str, stands_for: str, spans: Iterable[tuple[int, int]] = ()) -> str:
        """`text` with every hidden name, and every one of `spans` in it, replaced by `stands_for`."""
        hidden = self._names(account)
        found = [_whole_name(text, (start, end)) for start, end, word in words_of(text) if _is_one_of(word, hidden)]
        return _replaced(text, _merged(text, sorted([*found, *spans])), stands_for)

    def _holds_name(self, text: str, account: str) -> bool:
        hidden = self._names(account)
        return any(_is_one_of(word, hidden) for _, _, word in words_of(text))

    def _names(self, account: str) -> frozenset[str]:
        return self.everywhere | dict(self.of_sources).get(account, frozenset())


def withholding(claims: Iterable[Claim], *, name_perpetrators: bool) -> Withholding:
    """What papers made of `claims` must not print."""
    claims = tuple(claims)
    accused: set[str] = set()
    if not name_perpetrators:
        for claim in claims:
            for argument in claim.arguments:
                if _accused(claim, argument):
                    accused |= _name_words(argument.quote.text)
    sources = {claim.account.key: claim.account.source for claim in claims}
    unnamed = tuple(
        (account, frozenset(_name_words(source.name)))
        for account, source in sorted(sources.items())
        if source.name and not source.shareable_name
    )
    return Withholding(perpetrators=not name_perpetrators, everywhere=frozenset(accused), of_sources=unnamed)


def names_no_person(words: str) -> bool:
    """Whether every word is a known word for a post, a unit, a body or a number, or the whole is a pronoun."""
    found = [word for _, _, word in words_of(words)]
    return is_pronoun(words) or (bool(found) and all(_is_known(word) for word in found))


def _accused(claim: Claim, argument: Argument) -> bool:
    """Perpetrators, and whoever a demand for sanctions or accountability is directed at."""
    if argument.role is Role.PERPETRATOR:
        return True
    return argument.role is Role.TARGET and claim.kind is Kind.DEMAND and claim.type in {"sanctions", "accountability"}


def _name_words(words: str) -> set[str]:
    """The words of a name that can be told from common ones: capitalised, or ending as family names do."""
    return {
        word
        for start, _, word in words_of(words)
        if len(word) > 1 and not _is_known(word) and (words[start].isupper() or _family_name().fullmatch(word))
    }


def _is_known(word: str) -> bool:
    return word.isdigit() or _known().fullmatch(word) is not None


@cache
def _known() -> re.Pattern[str]:
    lists = read_words("posts")
    forms = []
    for name, endings in lists["endings"].items():
        stems = _one_of(lists[name])
        forms.append(f"{stems}(?:{_one_of(endings)})?")
    return re.compile("|".join(forms))


def _one_of(words: str) -> str:
    return f"(?:{'|'.join(sorted({re.escape(plain(word)) for word in words.split()}))})"


@cache
def _family_name() -> re.Pattern[str]:
    return re.compile(rf".{{2,}}{_one_of(read_words('posts')['family_name_endings'])}")


@cache
def _hidden_pattern(hidden: frozenset[str]) -> re.Pattern[str]:
    return re.compile(
        f"(?:{'|'.join(re.escape(word) for word in sorted(hidden, key=len, reverse=True))}){_NAME_ENDING}"
    )


def _is_one_of(word: str, hidden: frozenset[str]) -> bool:
    return bool(hidden) and _hidden_pattern(hidden).fullmatch(word) is not None


def _whole_name(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """`span` with the initials and capitalised words that stand directly beside it: a first name, a father's name."""
    start, end = span
    while (before := _BEFORE.search(text[max(0, start - 60) : start])) and _belongs(before["word"]):
        start -= len(before[0])
    while (after := _AFTER.match(text, end)) and _belongs(after["word"]):
        end = after.end("word")
    return start, end


def _belongs(word: str) -> bool:
    return word[0].isupper() and not _is_known(plain(word))


def _merged(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans that touch, or that only blanks part, made one."""
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and not text[merged[-1][1] : start].strip(" \n\t.-"):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _replaced(text: str, spans: Iterable[tuple[int, int]], stands_for: str) -> str:
    pieces, at = [], 0
    for start, end in spans:
        pieces += [text[at:start], stands_for]
        at = end
    return "".join([*pieces, text[at:]])
