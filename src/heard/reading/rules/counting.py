"""What the numbers of a sentence count: people, cases, names on a list; not years, articles or cells."""

import re
from dataclasses import dataclass

from heard.reading.rules.details import Detail, within
from heard.reading.rules.parties import Scene
from heard.reading.rules.values import Values
from heard.reading.sentences import Sentence
from heard.terms.saying import NameKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A number and the words, from `start` to `end`, for what it counts."""

    number: Detail
    start: int
    end: int

    def covers(self, offset: int) -> bool:
        return self.start <= offset < self.end


_OF_THEM = re.compile(r"\s(?:of|из|nəfər)\s(?:them|whom|these|those|which|них|этих|onlardan)\b")
_WORD = re.compile(r"[\w'-]+")
_GAP = re.compile(r"[\s\"'«]{1,3}(?=\w)")
_STOP = re.compile(r"[,;:.()\"]|\s(?:and|but|while|since|in|at|on|during|between|и|но|в|с|за|və)\s")
#: A second noun behind "and" that is counted with the first: "torture and inhuman treatment".
_AND_NOUN = re.compile(
    r"\s(?:and|и)\s(?!(?:was|were|is|are|has|have|had|that|he|she|they|it|no|not|also|then)\b)"
    r"(?:[^\W\d]+(?:-[^\W\d]+)?\s){0,2}[^\W\d]{3,}(?<![ltл]ed)(?<!ли)(?<!ть)(?<!ся)"
    r"(?=[,;:.)]|\s(?:in|at|on|during|within|since|between|by|from|over|for|alone|against|among|в|за|с|на|по|от)\s|$)"
)
_OF_ACTS = re.compile(r"\sof\s|(?:ев|ов|тов|ий|чая)\s")
_TOTAL = re.compile(r"\b(?:number|total|list|toll|count|числ\w|количеств\w|say[ıi]\w*)\b[\w\s-]{0,30}$")
_REACHED = re.compile(
    r"(?:\W+[\w'-]+){0,6}?\W+(?:is|was|reached|rose to|risen to|stood at|stands at|exceeds|exceeded|to|has reached"
    r"|increased to|grew to|grown to|dropped to|fell to|:|-|достигло|составляет|составило|превысило|çatıb|təşkil edir)"
    r"\W+$"
)
_IN_BRACKETS = re.compile(r"\W{0,2}[(:–—-]\s?$")
_NUMBERED = re.compile(r"(?:\bno\.?|№|\barticles?|\bst\.|ст\.|стать\w{1,3}|\bday|\bcell|\bblock|\broom|\d[.,/-]|/)\s?$")
_LINKS = frozenset(["of", "the", "these", "those", "our", "their", "из", "этих"])
_MANY = 6


def counted_in(scene: Scene, sentence: Sentence, values: Values) -> tuple[Counted, ...]:
    """Every number of a sentence that counts people or cases, where the paragraph is about detention or abuse."""
    numbers = within(values.numbers, sentence)
    if not numbers:
        return ()
    relevant = bool(scene.words.anywhere("count_context").search(scene.small, *scene.around(sentence)))
    found = (_counted(scene, sentence, number, relevant=relevant) for number in numbers)
    return tuple(one for one in found if one)


def _counted(scene: Scene, sentence: Sentence, number: Detail, *, relevant: bool) -> Counted | None:
    if _is_excluded(scene, sentence, number):
        return None
    of_them = _OF_THEM.match(scene.small, number.end, sentence.end)
    if of_them and (relevant or sentence.item):
        return _reaching(scene, sentence, number, _next_word(scene, of_them.end()), of_them.end())
    return _total_before(scene, sentence, number) or _noun_after(scene, sentence, number, relevant=relevant)


def _noun_after(scene: Scene, sentence: Sentence, number: Detail, *, relevant: bool) -> Counted | None:
    """The counted noun within five words behind the number; words for time and money end the search."""
    heads = scene.words.anywhere("count_heads" if relevant else "count_strong")
    position = number.end
    for _ in range(5):
        gap = _GAP.match(scene.small, position, sentence.end)
        if not gap or scene.words.anywhere("count_unless", "agents").match(scene.small, gap.end()):
            return None
        head = heads.match(scene.small, gap.end(), sentence.end)
        if head:
            return _reaching(scene, sentence, number, _noun_start(scene, number.end, head.start()), head.end())
        word = _WORD.match(scene.small, gap.end())
        if not word:
            return None
        position = word.end()
    return None


def _total_before(scene: Scene, sentence: Sentence, number: Detail) -> Counted | None:
    """What stands before its own number: "the number of political prisoners reached 303", "Journalists (12)"."""
    heads = scene.words.anywhere("count_heads")
    for match in heads.finditer(scene.small, max(sentence.start, number.start - 110), number.start):
        between = scene.small[match.end() : number.start]
        before = scene.small[max(sentence.start, match.start() - 40) : match.start()]
        bracketed = "(" in between and scene.small[number.end : number.end + 1] == ")"
        listed = _IN_BRACKETS.fullmatch(between) and (bracketed or (sentence.item and "(" not in between))
        if listed or ("(" not in between and _TOTAL.search(before) and _REACHED.fullmatch(between)):
            return Counted(number=number, start=match.start(), end=match.end())
    return None


def _noun_start(scene: Scene, start: int, head: int) -> int:
    """Where the counted noun begins with its adjectives, behind "of the"."""
    words = [match for match in _WORD.finditer(scene.small, start, head) if match[0] in _LINKS]
    return _next_word(scene, words[-1].end() if words else start)


def _next_word(scene: Scene, position: int) -> int:
    match = _WORD.search(scene.small, position)
    return match.start() if match else position


def _is_excluded(scene: Scene, sentence: Sentence, number: Detail) -> bool:
    """Years, numbers of articles and cells, and small groups whose members are named one by one."""
    bare = number.value.lstrip("<>=~")
    if not bare.isdigit() or int(bare) < 2:
        return True
    if 1900 <= int(bare) <= 2100 and scene.content[number.start : number.end].isdigit():
        return True
    if _NUMBERED.search(scene.small, max(sentence.start, number.start - 14), number.start):
        return True
    names = scene.names_in(number.end, min(sentence.end, number.end + 110))
    return int(bare) <= _MANY and sum(name.kind is NameKind.PERSON for name in names) > 1


def _reaching(scene: Scene, sentence: Sentence, number: Detail, start: int, end: int) -> Counted | None:
    """What is counted: the noun with what it takes along, up to the next break."""
    last = end if scene.words.language == "az" else _phrase_end(scene, sentence, start, end)
    last = min(max(end, last), start + 90, sentence.end)
    if start < last:
        return Counted(number=number, start=start, end=last)
    return Counted(number=number, start=number.end + 1, end=end) if number.end + 1 < end else None


def _phrase_end(scene: Scene, sentence: Sentence, start: int, end: int) -> int:
    """Where the noun ends with what belongs to it, a second noun behind "and" included."""
    stop = _STOP.search(scene.small, end, sentence.end)
    if not stop:
        return sentence.end
    second = _AND_NOUN.match(scene.small, stop.start(), sentence.end)
    return second.end() if second and _OF_ACTS.search(scene.small, start, stop.start()) else stop.start()
