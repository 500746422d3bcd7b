"""Whether a sentence asserts what its words name: not where it is feared, forbidden, asked, threatened or denied."""

import re

from heard.reading.rules.parties import Scene
from heard.reading.sentences import Sentence
from heard.terms.saying import NameKind, Polarity

_REACH = 45
_QUESTION = re.compile(r"\?[\"'”’»)]*$")
_ACCUSATION_ENDS = re.compile(r"[;:.]|\b(?:who|which|but|after|while|that|he|she|they|was|were|had|has|because|for)\b")
_IN_ARTICLE = re.compile(r"(?:articles?|art\.|стать\w{1,3}|ст\.|maddə\w*|code|section)[^()]{0,30}\([^()]*$")
_JOINED = re.compile(r"(?:\W+[\w-]+){1,6}?\W+and\W+(?:[\w-]+\W+){0,2}")
_TURN = re.compile(
    r"[,;:]\s(?:but|while|whereas|although|though|however|yet|а|но|однако|хотя|тогда|amma|lakin|ancaq|isə)\b|,(?=\s\w+\sisə\b)"
)
_BREAK = re.compile(r"[,:()]|\b(?:and|but|which|although|while|и|но|а|və|amma)\b")


def is_question(scene: Scene, sentence: Sentence) -> bool:
    return bool(_QUESTION.search(scene.small, sentence.start, sentence.end))


def is_supposed(scene: Scene, sentence: Sentence, at: int) -> bool:
    """Whether a word of fear, plan, ban or condition governs the words that begin at `at`."""
    for match in scene.words.anywhere("supposed").finditer(scene.small, max(sentence.start, at - _REACH), at):
        between = scene.small[match.end() : at]
        if not _BREAK.search(between) or (
            _JOINED.fullmatch(between) and not _BREAK.search(between.replace(" and ", " "))
        ):
            return True
    return False


def is_in_a_name(scene: Scene, sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words stand in the name of a body or a law: "Special Rapporteur on torture"."""
    for name in scene.names_in(max(sentence.start, start - 120), sentence.end):
        if name.kind is NameKind.BODY and name.start <= start and end <= name.end:
            return True
    for match in scene.words.anywhere("boilerplate").finditer(scene.small, max(sentence.start, start - 40), start):
        between = scene.small[match.end() : start]
        if len(between.split()) <= 3 and not _BREAK.search(between):
            return True
    return False


def is_accusation(scene: Scene, sentence: Sentence, start: int) -> bool:
    """Whether the words say what somebody is accused of, or recite an article of a code."""
    for match in scene.words.anywhere("accusing").finditer(scene.small, max(sentence.start, start - 110), start):
        if not _ACCUSATION_ENDS.search(scene.small[match.end() : start]):
            return True
    return bool(_IN_ARTICLE.search(scene.small, max(sentence.start, start - 260), start))


def is_threatened(scene: Scene, sentence: Sentence, at: int) -> bool:
    """Whether the words are what somebody threatens with."""
    for match in scene.words.anywhere("threatening").finditer(scene.small, max(sentence.start, at - 70), at):
        if not re.search(r"[,;:]|\b(?:and|then|until|but)\b", scene.small[match.end() : at]):
            return True
    return False


def polarity_of(scene: Scene, sentence: Sentence, start: int, end: int) -> Polarity:
    """Denied where the clause around the words reports a denial, or says that it was not so."""
    low, high = _clause(scene, sentence, start, end)
    denied = scene.words.anywhere("denials").search(scene.small, low, high)
    return Polarity.DENIED if denied else Polarity.ASSERTED


def _clause(scene: Scene, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The stretch around the words between turns such as "but" and "while"."""
    low, high = sentence.start, sentence.end
    for match in _TURN.finditer(scene.small, sentence.start, sentence.end):
        if match.end() <= start:
            low = match.end()
        elif match.start() >= end:
            return low, match.start()
    return low, high


def is_negated(scene: Scene, sentence: Sentence, start: int) -> bool:
    """Whether "not" or "no" stands right before the words."""
    tail = scene.small[max(sentence.start, start - 24) : start]
    for match in scene.words.anywhere("negations").finditer(tail):
        if len(re.findall(r"\w+", tail[match.end() :])) <= 2 and not re.search(r"[,;:]|\bonly\b", tail[match.end() :]):
            return True
    return False
