"""Who says it: what makes a sentence testimony."""

import re
from collections.abc import Sequence

from heard.reading.rules.parties import Party, Scene, Sort
from heard.reading.sentences import Sentence
from heard.terms.span import Span

_AFTER_ACCORDING = 80
_INVERTED = re.compile(r"[\"',]\W{0,3}$")


def sources_of(scene: Scene, sentence: Sentence, parties: Sequence[Party]) -> tuple[Span, ...]:
    """Who says this sentence: named by "according to", the subject of a verb of saying, or who has the floor."""
    found = (
        _according(scene, sentence, parties)
        or _said(scene, sentence, parties)
        or _declared_by(scene, sentence, parties)
    )
    if found:
        return tuple(Span(start=party.start, end=party.end) for party in found)
    return (sentence.speaker,) if sentence.speaker else ()


def _according(scene: Scene, sentence: Sentence, parties: Sequence[Party]) -> tuple[Party, ...]:
    for match in scene.words.anywhere("according").finditer(scene.small, sentence.start, sentence.end):
        for party in parties:
            if match.end() <= party.start <= match.end() + _AFTER_ACCORDING and party.sort is not Sort.PRONOUN:
                return (party,)
        for party in parties:
            if match.end() <= party.start <= match.end() + 12:
                return (party,)
    if scene.words.has("according_after"):
        for match in scene.words.anywhere("according_after").finditer(scene.small, sentence.start, sentence.end):
            near = [party for party in parties if party.end <= match.start() and match.start() - party.end < 40]
            if near:
                return (near[-1],)
    return ()


def _said(scene: Scene, sentence: Sentence, parties: Sequence[Party]) -> tuple[Party, ...]:
    for match in scene.words.anywhere("says").finditer(scene.small, sentence.start, sentence.end):
        if _PASSIVE.search(scene.small, max(sentence.start, match.start() - 24), match.start()):
            continue
        if _CALLS_A_STRIKE.match(scene.small, match.end()):
            continue
        before = [party for party in parties if party.end <= match.start()]
        subject = next((party for party in reversed(before) if _is_subject(scene, party, match.start())), None)
        subject = subject or _of_first_verb(scene, sentence, before, match.start())
        if subject:
            return _all_who_say(scene, subject, before, match.start())
        if _INVERTED.search(scene.small, sentence.start, match.start()) or scene.words.language != "en":
            for party in parties:
                if match.end() <= party.start <= match.end() + 90 and (
                    party.sort is Sort.PERSON or party.start <= match.end() + 30
                ):
                    return (party,)
    return ()


_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are)\s(?:\w+ly\s|also\s)?$")


def _declared_by(scene: Scene, sentence: Sentence, parties: Sequence[Party]) -> tuple[Party, ...]:
    """Whoever something was declared by: "declared a prisoner of conscience by X"."""
    for match in scene.words.anywhere("says_passively").finditer(scene.small, sentence.start, sentence.end):
        if _PASSIVE.search(scene.small, max(sentence.start, match.start() - 24), match.start()):
            for party in parties:
                near = match.end() <= party.start <= match.end() + 80
                if near and scene.small.endswith(("by ", "by the "), match.end(), party.start):
                    return (party,)
    return ()


_SUBJECT_TO_VERB = re.compile(
    r"[\s,]*(?:(?:\w+ly|also|has|have|had|who|further|then|later|again|once|is|are|was|he|she|himself|herself|"
    r"yesterday|today|added|and|is quoted as|was quoted as|сам|также|ранее|позже|dünən|bu gün|isə|da|də)[\s,]+){0,4}|"
    r",[^,;]{2,80},\s(?:\w+ly\s|also\s)?|\s(?:of|from|at|in|to)\s[^,;]{2,50}\s(?:has\s|have\s|had\s|also\s)?"
    r"|['’]s [\w-]+(?: [\w-]+){0,2} "
)


#: "Declared a hunger strike" tells nothing.
_CALLS_A_STRIKE = re.compile(r"\W(?:(?:a|an|the|his|her|their|о|новую|сухую)\s)?(?:hunger|голодовк|забастовк|aclı)")
#: Endings no subject has in Russian.
_OBLIQUE = re.compile(r"(?:ых|их|ого|его|ому|ему|ым|им|ыми|ими|ами|ями|ам|ям|ах|ях|ов|ев|ую|юю)$")
_SECOND_VERB = re.compile(r"(?:,|\s)\s?(?:и|а также|və)\s(?:\w+\s)?$")
_HE = frozenset(["он", "она", "они", "o", "onlar", "я", "мы", "mən", "biz"])


def _of_first_verb(scene: Scene, sentence: Sentence, before: Sequence[Party], verb: int) -> Party | None:
    """Who opens a sentence of two verbs: "She recalled the beatings of prisoners, and said that"."""
    if not before or not _SECOND_VERB.search(scene.small, max(sentence.start, verb - 24), verb):
        return None
    first = before[0]
    opens = first.start - sentence.start < 3
    return first if opens and (first.sort is Sort.PERSON or scene.small[first.start : first.end] in _HE) else None


def _is_subject(scene: Scene, party: Party, verb: int) -> bool:
    if scene.words.language == "ru" and party.sort is Sort.SUFFERER:
        return verb - party.end < 45 and not _OBLIQUE.search(scene.small, party.start, party.end)
    if scene.words.language != "en":
        return verb - party.end < 45
    return bool(_SUBJECT_TO_VERB.fullmatch(scene.small[party.end : verb]))


def _all_who_say(scene: Scene, subject: Party, before: Sequence[Party], verb: int) -> tuple[Party, ...]:
    """The subject and whom it is named with: "his relatives, as well as his lawyer"."""
    position = before.index(subject)
    found = [subject]
    while position > 0 and re.fullmatch(
        r",? (?:and|as well as|or) (?:his |her |their |the )?(?:\w+ ){0,2}",
        scene.small[before[position - 1].end : found[0].start],
    ):
        position -= 1
        found.insert(0, before[position])
    return tuple(found)
