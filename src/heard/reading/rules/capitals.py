"""Runs of capitalised words, out of which names are read, and what is known of each word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from heard.reading.rules.phrases import folded
from heard.reading.rules.words import Words, words_of
from heard.reading.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the content, without a possessive ending and without the full stop of a sentence."""

    start: int
    end: int
    word: str

    @property
    def capital(self) -> bool:
        return self.word[0].isupper() and self.word != "I"


Run = list[Token]

_TOKEN = re.compile(r"[^\W_](?:[\w!]|[-/](?=[^\W\d_])|['’‘](?=s\b|[^\W\d_]{2}))*\.?")
_POSSESSIVE = re.compile(r"['’‘]s\b")
_OFFICE = re.compile(r"\s(?:Office|Bureau|Service|Club|Union|Association)\b")
_INITIAL = re.compile(r"[^\W\d_]\.")
_ABBREVIATED = re.compile(r"(?:Mrs?|Ms|Dr|Prof|Capt|Col|Lt|Sgt|Maj|Gen|Sen|Rep)\.")
_JOINTS = frozenset([" ", "  ", "’s ", "'s ", "‘s ", "’ ", "' "])
_GENITIVES = ("nın", "nin", "nun", "nün")


@dataclass(frozen=True)
class Known:
    """The word lists of a language as names need them, as written."""

    words: Words
    never: frozenset[str]
    given: frozenset[str]
    address: frozenset[str]
    titles: frozenset[str]
    bodies: frozenset[str]
    links: frozenset[str]
    known_bodies: frozenset[str]
    places: frozenset[str]
    detention: frozenset[str]
    patronymics: frozenset[str]
    particles: frozenset[str]
    agent_titles: frozenset[str]
    laws: frozenset[str]
    place_words: frozenset[str]
    endings: tuple[str, ...]
    cases: tuple[str, ...]

    def is_title(self, token: Token) -> bool:
        return token.word in self.titles or token.word in self.address

    def is_head(self, token: Token) -> bool:
        """Whether a word makes the run it stands in the name of a body: "Court", "Nazirliyi"."""
        heads = self.bodies | self.detention
        forms = {token.word, self.without_case(token.word), token.word.replace("’", "'").replace("‘", "'")}
        if token.word.isupper() and len(token.word) > 3:
            forms.add(token.word.capitalize())
        return bool(forms & heads)

    def is_noun(self, token: Token) -> bool:
        """Whether a capital word only says what somebody is: "Activists"."""
        small = folded(token.word, self.words.language)
        match = self.words.anywhere("sufferers", "posts").match(small)
        return match is not None and match.end() == len(small) and token.word not in self.given

    def without_case(self, word: str) -> str:
        """The word without its longest case ending; at least three letters stay."""
        return next((word[: -len(end)] for end in self.cases if word.endswith(end) and len(word) - len(end) >= 3), word)


@cache
def known_of(language: str) -> Known:
    """What is known of the words of a language."""
    words = words_of(language)
    return Known(
        words=words,
        never=words.as_written("never_names") | words.as_written("days"),
        given=words.as_written("given_names") | words_of("en").as_written("given_names"),
        address=words.as_written("address"),
        titles=words.as_written("titles"),
        bodies=words.as_written("bodies"),
        links=words.as_written("body_links"),
        known_bodies=words.as_written("known_bodies"),
        places=words.as_written("places"),
        detention=words.as_written("detention_words"),
        patronymics=words.as_written("patronymics"),
        particles=words.as_written("weak_name_words"),
        agent_titles=words.as_written("agent_titles"),
        laws=words_of("en").as_written("law_words"),
        place_words=words.as_written("place_words"),
        endings=words.lists.get("surname_endings", ()),
        cases=tuple(sorted(words.lists.get("case_endings", ()), key=len, reverse=True)),
    )


def is_initial(token: Token) -> bool:
    return bool(_INITIAL.fullmatch(token.word))


def runs(content: str, sentence: Sentence, known: Known) -> Iterator[tuple[Run, bool]]:
    """Runs of capitalised words, linked by a blank or by the small words inside names, and whether one opens it."""
    run: Run = []
    first, opened = True, False
    for token in _tokens(content, sentence.start, sentence.end):
        joined = bool(run) and content[run[-1].end : token.start] in _JOINTS
        small = token.word in known.links or token.word in known.particles or _is_patronymic(token, run, known)
        if joined and (token.capital or small):
            run.append(token)
        else:
            yield from _trimmed(run, opened, known)
            run, opened = ([token], first) if token.capital else ([], False)
        first = False
    yield from _trimmed(run, opened, known)


def _tokens(content: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(content, start, end):
        word = match[0]
        if word.endswith(".") and not _INITIAL.fullmatch(word) and not _ABBREVIATED.fullmatch(word):
            word = word[:-1]
        cut = _POSSESSIVE.search(word)
        if cut and cut.start() > 1 and not _OFFICE.match(content, match.end()):
            word = word[: cut.start()]
        if word:
            yield Token(match.start(), match.start() + len(word), word)


def _is_patronymic(token: Token, run: Run, known: Known) -> bool:
    """Whether "oglu" or "qızı" belongs to the name; behind a genitive it is only somebody's son or daughter."""
    return token.word.casefold() in known.patronymics and not (run and run[-1].word.endswith(_GENITIVES))


def _trimmed(run: Run, opened: bool, known: Known) -> Iterator[tuple[Run, bool]]:
    while run and not run[-1].capital and run[-1].word.casefold() not in known.patronymics:
        run = run[:-1]
    if run:
        yield run, opened
