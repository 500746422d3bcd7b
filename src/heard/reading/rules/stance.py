"""Whether a sentence asserts what its words name: not where it is feared, forbidden, asked, threatened or denied."""

import re

from heard.reading.rules.parties import Scene
from heard.reading.rules.patterns import Pattern
from heard.reading.sentences import Sentence
from heard.terms.saying import Kind, NameKind, Polarity

_REACH = 45
_QUESTION = re.compile(r"\?[\"'”’»)]*$")
_ACCUSATION_ENDS = re.compile(r"[;:.]|\b(?:who|which|but|after|while|that|he|she|they|was|were|had|has|because|for)\b")
_IN_ARTICLE = re.compile(r"(?:articles?|art\.|стать\w{1,3}|ст\.|maddə\w*|code|section)[^()]{0,30}\([^()]*$")
_JOINED = re.compile(r"(?:\W+[\w-]+){1,6}?\W+and\W+(?:[\w-]+\W+){0,2}")
_TURN = re.compile(
    r",\s(?:and|и|və)\s(?:[\w-]+\s)?[\w-]+,?\s(?:that|что|ki)\b|[,;:]\s(?:but|while|whereas|although|though|however|yet|а|но|однако|хотя|тогда|amma|lakin|ancaq|isə)\b|,(?=\s\w+\sisə\b)"
)
_BREAK = re.compile(r"[,:()]|\b(?:and|but|which|although|while|и|но|а|və|amma)\b")


#: Acts done by accusing; the words of an accusation may carry them.
_ABOUT_ACCUSATIONS = frozenset(["fabricated_charges", "retaliation", "unfair_trial", "arbitrary_detention", "impunity"])
_BEFORE_NOUN = re.compile(
    r"\b(?:the|a|an|his|her|their|our|of|all|these|those|other|many|some|newly|recently|for|with|by|and)\s$"
)
_NOUN = re.compile(r"\s(?!(?:on|in|at|by|to|for|him|her|them|and|with|from|the|a|after|before)\b)\w")


def is_only_named(scene: Scene, sentence: Sentence, pattern: Pattern, start: int, end: int) -> bool:
    """Whether the words name a body, a law, an accusation or a kind of person, and say nothing of what happened."""
    if pattern.kind is Kind.ACT:
        accused = pattern.type not in _ABOUT_ACCUSATIONS and is_accusation(scene, sentence, start)
        return accused or is_in_a_name(scene, sentence, start, end)
    return pattern.kind is Kind.STATUS and _describes_a_noun(scene, sentence, start, end)


def _describes_a_noun(scene: Scene, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a participle only describes its noun: "the arrested students"."""
    if scene.words.language != "en" or not re.fullmatch(r"\w+ed", scene.small[start:end]):
        return False
    leads = _BEFORE_NOUN.search(scene.small, max(sentence.start, start - 16), start)
    return bool(leads and _NOUN.match(scene.small, end, sentence.end))


def is_unreal(scene: Scene, sentence: Sentence, pattern: Pattern, start: int, polarity: Polarity) -> bool:
    """Whether the words are only feared, planned or threatened, or take back what they themselves deny."""
    if is_supposed(scene, sentence, start):
        return True
    if pattern.type != "threat" and is_threatened(scene, sentence, start):
        return True
    return polarity is Polarity.ASSERTED and pattern.type in _NEGATIVE_ITSELF and is_negated(scene, sentence, start)


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


#: Claims whose own words are of something not given or not done.
_NEGATIVE_ITSELF = frozenset(
    [
        "denial_of_medical_care",
        "denial_of_counsel",
        "denial_of_contact",
        "impunity",
        "unfair_trial",
        "inhuman_conditions",
    ]
)
_WAS_NOT = re.compile(
    r"\W{1,3}(?:тоже\s|также\s|вообще\s|da\s|də\s|ever\s)?(?:не\s(?:было|велась|объявля\w+|проводи\w+|применя\w+)"
    r"|(?:did\snot|never)\s(?:take\splace|took\splace|happen\w*|occur\w*)|olmayıb|baş verməyib|yoxdur|olmamışdır)\b"
)
#: Azerbaijani verbs say "not" by their ending.
_NOT_ENDING = r"(?:m[əa]y[ıi]b(?:l[əa]r)?|m[əa]m[ıi]ş(?:d[ıi]r|d[ıi])?(?:l[əa]r)?|m[əa]d[ıi]|m[ıiuü]r)\b"
_VERB_NOT = re.compile(rf"\w{{2,}}{_NOT_ENDING}")
_HELPING_VERB_NOT = re.compile(
    rf"(?:[^\w.;]{{1,3}}[\w-]+)?[^\w.;]{{1,3}}(?:ed|edil|et|ol|olun|ver|veril|qal|göstəril|baş ver|apar|aparıl)"
    rf"(?={_NOT_ENDING})\w+"
)


def says_it_was_not(scene: Scene, sentence: Sentence, pattern: Pattern, start: int, end: int) -> bool:
    """Whether "not", before or behind the words or in their verb, takes back what a pattern found."""
    if pattern.type in _NEGATIVE_ITSELF:
        return False
    if is_negated(scene, sentence, start) or _WAS_NOT.match(scene.small, end, sentence.end):
        return True
    if scene.words.language != "az":
        return False
    helping = _HELPING_VERB_NOT.match(scene.small, end, sentence.end)
    return bool(helping or _VERB_NOT.search(scene.small, start, end))


def is_negated(scene: Scene, sentence: Sentence, start: int) -> bool:
    """Whether "not" or "no" stands right before the words."""
    tail = scene.small[max(sentence.start, start - 24) : start]
    for match in scene.words.anywhere("negations").finditer(tail):
        if len(re.findall(r"\w+", tail[match.end() :])) <= 2 and not re.search(r"[,;:]|\bonly\b", tail[match.end() :]):
            return True
    return False
