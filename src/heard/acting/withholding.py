"""Names that a paper must not print: alleged perpetrators by default, and sources who did not agree to be named."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from heard.reading.draft import Argument
from heard.register.claim import Claim
from heard.register.plain import plain, without_hidden, words_of
from heard.register.vocabulary import read_words
from heard.register.wording import is_pronoun
from heard.terms.names import word_keys
from heard.terms.names.search import SOUND_MARK
from heard.terms.saying import NAMING_ROLES, Kind, Role
from heard.terms.span import Quote, Span

_BEFORE = re.compile(r"(?P<word>[^\W\d_][\w'’-]*)(?:\.[ \n]?|[ \n])$")
_AFTER = re.compile(r"[ \n](?P<word>[^\W\d_][\w'’-]*)")
#: Endings that a hidden name may carry in running text.
_NAME_ENDING = r"[^\W\d_]{0,6}"
_PERSONS = NAMING_ROLES - {Role.PLACE, Role.AUTHORITY, Role.BODY}
_DISTRICT = ("district", "rayon")
_LEAST_KEY = 4  # shorter keys are shared by too many names
_LONG_SOUND = 5  # letters, the mark counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Withholding:
    """What must not be printed: name words in plain form, everywhere or in one account, and spans of accounts."""

    everywhere: frozenset[str] = frozenset()
    in_account: Mapping[str, frozenset[str]]
    spans: Mapping[str, tuple[Span, ...]]

    def prints(self, claim: Claim, argument: Argument, *, stands_for: str) -> str | None:
        """The words of this part of `claim` that may be printed; None where they name a person to withhold."""
        words = argument.quote.text
        cleaned = self.clean_quote(argument.quote, account=claim.account.key, stands_for=stands_for)
        if cleaned == words or argument.role not in NAMING_ROLES or _names_a_post(cleaned.replace(stands_for, "")):
            return cleaned
        return None

    def clean_quote(self, quote: Quote, *, account: str, stands_for: str) -> str:
        """The words of `quote` with every name to withhold replaced by `stands_for`."""
        within = [span for span in self.spans.get(account, ()) if span.overlaps(quote.span)]
        clipped = [(max(s.start, quote.start) - quote.start, min(s.end, quote.end) - quote.start) for s in within]
        return self.clean(quote.text, account=account, stands_for=stands_for, spans=clipped)

    def clean(self, text: str, *, account: str, stands_for: str, spans: Iterable[tuple[int, int]] = ()) -> str:
        """`text` with every name to withhold, and every one of `spans` in it, replaced by `stands_for`."""
        return _without(text, self.everywhere | self.in_account.get(account, frozenset()), spans, stands_for)

    def clean_of_all(self, text: str, *, stands_for: str) -> str:
        """`text` of no account, such as a title or a reason, without the names to withhold of any account."""
        return _without(text, self.everywhere.union(*self.in_account.values()), (), stands_for)


def withholding(
    claims: Iterable[Claim], *, name_perpetrators: bool, name_anybody: bool = True, persons: Iterable[str] = ()
) -> Withholding:
    """What papers made of `claims` must not print; with `name_anybody` False no person at all.

    `persons` are the names of other people that their accounts mention.
    """
    claims = tuple(claims)
    everywhere: set[str] = set()
    if not name_anybody:
        everywhere.update(*map(_name_words, persons))
    spans: dict[str, tuple[Span, ...]] = {}
    for claim in claims:
        for argument in claim.arguments:
            hides = (accused(claim, argument) and not name_perpetrators) or (
                argument.role in _PERSONS and not name_anybody
            )
            if hides and not names_no_person(argument.quote.text):
                everywhere |= _name_words(argument.quote.text)
                spans[claim.account.key] = (*spans.get(claim.account.key, ()), *_hidden_spans(argument.quote))
    sources = {claim.account.key: claim.account.source for claim in claims}
    unnamed = {key: frozenset(_name_words(s.name)) for key, s in sources.items() if s.name and not s.shareable_name}
    return Withholding(everywhere=frozenset(everywhere), in_account=unnamed, spans=spans)


def names_no_person(words: str) -> bool:
    """Whether every word is a known word for a post, a unit, a body or a number, or the whole is a pronoun."""
    return is_pronoun(words) or (any(words_of(words)) and not any(_unknown(words)))


def _names_a_post(words: str) -> bool:
    """Whether some of `words` say a post, a unit or a body, and none anything else."""
    found = [word for _, _, word in words_of(words)]
    small = {plain(word) for word in read_words("posts")["small"].split()}
    return names_no_person(words) and not set(found) <= small


def _unknown(words: str) -> Iterator[tuple[int, int, str]]:
    """The words that may be a name, as (start, end, plain form); "Nasimi" in "Nasimi District" is a place."""
    found = [*words_of(words), (0, 0, "")]
    for (start, end, word), (_, _, following) in pairwise(found):
        if not _is_known(word) and not following.startswith(_DISTRICT):
            yield start, end, word


def _hidden_spans(quote: Quote) -> Iterator[Span]:
    """The words of `quote` that may be a name, as spans of the account."""
    return (Span(start=quote.start + start, end=quote.start + end) for start, end, _ in _unknown(quote.text))


def accused(claim: Claim, argument: Argument) -> bool:
    """Perpetrators, and whoever a demand for sanctions or accountability is directed at."""
    if argument.role is Role.PERPETRATOR:
        return True
    return argument.role is Role.TARGET and claim.kind is Kind.DEMAND and claim.type in {"sanctions", "accountability"}


def _name_words(words: str) -> set[str]:
    """The words of a name that can be told from common ones: capitalised, or ending as family names do."""
    return {
        word
        for start, _, word in _unknown(words)
        if len(word) > 1 and (words[start].isupper() or _family_name().fullmatch(word))
    }


def _is_known(word: str) -> bool:
    return word.isdigit() or _known().fullmatch(word) is not None


@cache
def _known() -> re.Pattern[str]:
    lists = read_words("posts")
    forms = []
    for name, groups in lists["endings"].items():
        endings = "".join(f"{_one_of(group)}?" for group in groups)
        forms.append(_one_of(lists[name]) + endings)
    return re.compile("|".join(forms))


def _one_of(words: str) -> str:
    return f"(?:{'|'.join(sorted({re.escape(plain(word)) for word in words.split()}))})"


@cache
def _family_name() -> re.Pattern[str]:
    return re.compile(rf".{{2,}}{_one_of(read_words('posts')['family_name_endings'])}")


@cache
def _hidden_pattern(hidden: frozenset[str]) -> re.Pattern[str]:
    forms = (re.escape(word) + (_NAME_ENDING if len(word) > 3 else "s?") for word in sorted(hidden))
    return re.compile("|".join(forms))


@cache
def _hidden_keys(hidden: frozenset[str]) -> frozenset[str]:
    return frozenset(key for word in hidden for key in _name_keys(word))


def _name_keys(word: str) -> Iterator[str]:
    """What spellings of a name share: its folded forms and how it sounds; a short sound only with its beginning."""
    for key in word_keys(word):
        sounds = key.startswith(SOUND_MARK)
        if len(key) >= (_LONG_SOUND if sounds else _LEAST_KEY):
            yield key
        elif sounds:
            yield f"{key} {plain(word)[:2]}"


def _is_one_of(written: str, word: str, hidden: frozenset[str]) -> bool:
    """Whether a word is a hidden name: with any ending, and where it has a capital, in any spelling and alphabet."""
    if not hidden:
        return False
    if _hidden_pattern(hidden).fullmatch(word):
        return True
    if not written[0].isupper() or _is_known(word):
        return False
    return not _hidden_keys(hidden).isdisjoint(_name_keys(without_hidden(written)))


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


def _without(text: str, hidden: frozenset[str], spans: Iterable[tuple[int, int]], stands_for: str) -> str:
    found = [
        _whole_name(text, (start, end))
        for start, end, word in words_of(text)
        if _is_one_of(text[start:end], word, hidden)
    ]
    return _replaced(text, _merged(text, sorted([*found, *spans])), stands_for)


def _replaced(text: str, spans: Iterable[tuple[int, int]], stands_for: str) -> str:
    pieces, at = [], 0
    for start, end in spans:
        pieces += [text[at:start], stands_for]
        at = end
    return "".join([*pieces, text[at:]])
