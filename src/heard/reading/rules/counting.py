"""Counts: how many people or cases, of what, over which time, by whose word."""

import re
from collections.abc import Iterator, Sequence

from heard.reading.rules.details import Detail, nearest, places_in, within
from heard.reading.rules.found import Found, Part
from heard.reading.rules.parties import Scene, parties_of
from heard.reading.rules.sources import sources_of
from heard.reading.rules.values import Values
from heard.reading.sentences import Sentence
from heard.terms.saying import Kind, NameKind, Polarity, Role

_CONFIDENCE = 0.7
_OF_THEM = re.compile(r"\s(?:of|из|nəfər)\s(?:them|whom|these|those|which|них|этих|onlardan)\b")
_WORD = re.compile(r"[\w'-]+")
_LISTED = re.compile(r"[^.;]{0,30}?[-:–—]\s*$|\s*$")
_STOP = re.compile(r"[,;:.()\"]|\s(?:and|but|while|since|in|at|on|during|between|и|но|в|с|за|və|in\b)\s")


def counts_of(scene: Scene, values: Values) -> Iterator[Found]:
    """Stated totals of people or cases: a number with what it counts, in a sentence about detention or abuse."""
    about = scene.words.anywhere("count_context")
    paragraphs = _paragraphs(scene)
    for sentence in scene.sentences:
        numbers = within(values.numbers, sentence)
        if sentence.heading or not numbers:
            continue
        around = (paragraphs[max(0, sentence.paragraph - 1)][0], paragraphs[sentence.paragraph][1])
        relevant = bool(about.search(scene.small, *around))
        for number in numbers:
            counted = _counted(scene, sentence, number, relevant=relevant)
            if counted:
                yield _found(scene, sentence, number, counted, values)


def _paragraphs(scene: Scene) -> list[tuple[int, int]]:
    """Where each paragraph that sentences count begins and ends."""
    spans: dict[int, tuple[int, int]] = {}
    for sentence in scene.sentences:
        start, _ = spans.get(sentence.paragraph, (sentence.start, 0))
        spans[sentence.paragraph] = (start, sentence.end)
    last = max(spans, default=-1)
    return [spans.get(number, (0, 0)) for number in range(last + 1)]


def _counted(scene: Scene, sentence: Sentence, number: Detail, *, relevant: bool) -> tuple[int, int] | None:
    """Where the words for what is counted stand; None where the number counts nothing of ours."""
    if _excluded(scene, sentence, number):
        return None
    of_them = _OF_THEM.match(scene.small, number.end, sentence.end)
    if of_them and (relevant or sentence.item):
        return _extent(scene, sentence, of_them.end())
    total = _total_before(scene, sentence, number)
    if total:
        return total
    heads, strong = scene.words.anywhere("count_heads"), scene.words.anywhere("count_strong")
    position = number.end
    for _ in range(5):
        word = re.compile(r"[\s\"'«]{1,3}(?=[\w])").match(scene.small, position, sentence.end)
        if not word:
            return None
        head = heads.match(scene.small, word.end(), sentence.end)
        if head and (relevant or strong.match(scene.small, word.end(), sentence.end)):
            return _extent(scene, sentence, head.end(), start=_first_word(scene, number.end))
        following = _WORD.match(scene.small, word.end())
        if not following or scene.words.anywhere("count_unless").match(scene.small, word.end()):
            return None
        position = following.end()
    return None


_REACHED = re.compile(
    r"(?:\W+[\w'-]+){0,6}?\W+(?:is|was|reached|rose to|risen to|stood at|stands at|exceeds|exceeded|to|has reached|increased to|grew to|grown to|dropped to|fell to|:|-|достигло|составляет|составило|превысило|çatıb|təşkil edir)\W+$"
)
_IN_BRACKETS = re.compile(r"\W{0,2}[(:–—-]\s?$")


def _total_before(scene: Scene, sentence: Sentence, number: Detail) -> tuple[int, int] | None:
    """What stands before its own number: "the number of political prisoners reached 303", "Journalists (12)"."""
    heads = scene.words.anywhere("count_heads")
    for match in heads.finditer(scene.small, max(sentence.start, number.start - 110), number.start):
        between = scene.small[match.end() : number.start]
        before = scene.small[max(sentence.start, match.start() - 40) : match.start()]
        counted = re.search(r"\b(?:number|total|list|toll|count|числ\w|количеств\w|say[ıi]\w*)\b[\w\s-]{0,30}$", before)
        if (counted and _REACHED.fullmatch(between)) or (
            _IN_BRACKETS.fullmatch(between) and (sentence.item or "(" in between)
        ):
            if "(" not in between or scene.small[number.end : number.end + 1] == ")":
                return match.start(), match.end()
    return None


def _first_word(scene: Scene, end: int) -> int:
    match = _WORD.search(scene.small, end)
    return match.start() if match else end


def _excluded(scene: Scene, sentence: Sentence, number: Detail) -> bool:
    """Years, numbers of articles and cells, and small groups whose members are named one by one."""
    bare = number.value.lstrip("<>=~")
    if bare.isdigit() and 1900 <= int(bare) <= 2100 and "," not in scene.content[number.start : number.end]:
        return True
    if bare in {"", "0", "1"}:
        return True
    before = scene.small[max(sentence.start, number.start - 14) : number.start]
    if re.search(
        r"(?:\bno\.?|№|\barticles?|\bst\.|ст\.|стать\w{1,3}|\bday|\bcell|\bblock|\broom|\d[.,/-]|/)\s?$", before
    ):
        return True
    persons = [
        name for name in scene.names_in(number.end, min(sentence.end, number.end + 110)) if name.kind is NameKind.PERSON
    ]
    return len(persons) > 1 and bare.isdigit() and int(bare) <= 6


def _extent(scene: Scene, sentence: Sentence, end: int, *, start: int | None = None) -> tuple[int, int]:
    """What is counted: the noun with what it takes along, up to the next break."""
    begin = end if start is None else start
    stop = _STOP.search(scene.small, end, sentence.end)
    last = stop.start() if stop else sentence.end
    if start is None:
        begin = _first_word(scene, end)
        last = max(last, begin + 1)
    return begin, min(last, begin + 90)


def _found(scene: Scene, sentence: Sentence, number: Detail, counted: tuple[int, int], values: Values) -> Found:
    parties = parties_of(scene, sentence)
    parts = [
        Part(role=Role.N, start=number.start, end=number.end, value=number.value),
        Part(role=Role.OF, start=counted[0], end=counted[1]),
    ]
    parts += _near(scene, sentence, number, values)
    parts += [Part(role=Role.SOURCE, start=span.start, end=span.end) for span in sources_of(scene, sentence, parties)]
    return Found(
        kind=Kind.COUNT,
        type="",
        start=sentence.start,
        end=sentence.end,
        trigger=number.start,
        polarity=Polarity.ASSERTED,
        parts=tuple(parts),
        maker="count",
        confidence=_CONFIDENCE,
    )


def _near(scene: Scene, sentence: Sentence, number: Detail, values: Values) -> list[Part]:
    parts = []
    period = nearest(within(values.dates, sentence), number.start, number.end, reach=140, scene=scene)
    if period:
        parts.append(Part(role=Role.PERIOD, start=period.start, end=period.end, value=period.value))
    place = nearest(places_in(scene, sentence), number.start, number.end, reach=90, scene=scene)
    if place:
        parts.append(Part(role=Role.PLACE, start=place.start, end=place.end))
    return parts
