"""The parts of a demand: who asks which measure of whom, for whom."""

import re

from heard.reading.rules.found import Part
from heard.reading.rules.parties import Party, Scene
from heard.reading.rules.setting import Setting
from heard.terms.saying import Role

#: Words whose subject is asked, not asking: "the authorities must release".
_MODAL = re.compile(r"(?:should|must|shall|ought|need|has to|have to|may not|долж|обязан)")
_STOP = re.compile(r"[,;:.]|\b(?:and|и|və)\b|$")
#: Requests how to handle the letter itself.
_THE_LETTER = re.compile(
    r"\b(?:my|our|his|her|the)\s(?:real\s|full\s)?(?:names?|identity|address|surname|number)\b"
    r"|\bthis\s(?:letter|e-?mail|message|note|text|mail)\b|\bконфиденциальн"
    r"|\b(?:мо[её]|наш[еи]?)\s(?:имя|имени|имена|фамили\w+|адрес)|\bимя\sмо[её]|\b(?:это|этого|данное)\s(?:письмо|сообщение|письма)"
    r"|\badım\w{0,4}\b|\bbu\s(?:məktub|mesaj|yazı)\w*"
)
_HANDLING = re.compile(
    r"\b(?:write|publish|mention|use|print|give|send|share|forward|pass|show|name|quote|disclose|reveal|keep|hide)\b"
    r"|\b(?:пиш\w+|публику\w+|называ\w+|упомина\w+|указыва\w+|передава\w+|пересыла\w+|показыва\w+|скры\w+)"
    r"|\b(?:yaz|ver|göstər|çək|dərc|göndər|paylaş|açıqla)\w*"
)
#: In Azerbaijani whoever asks opens the sentence.
_OPENS = 3
_WE = frozenset(["we", "i", "мы", "я", "biz", "mən"])


def demand_parts(scene: Scene, setting: Setting, start: int, end: int) -> tuple[Part, ...]:
    """The parts around the words of the measure, which stand from `start` to `end`."""
    assert setting.demand is not None, "a demand begins somewhere"
    stop = _measure_end(scene, setting, end)
    between = [party for party in setting.parties if party.start > setting.demand and party.end <= start]
    after = [party for party in setting.parties if start <= party.start < stop and not party.acts]
    asking = _asking(scene, setting.asking) + _asked(setting.asking) if setting.asking else _asking(scene, setting)
    return (
        *asking,
        *(_of(Role.TARGET, party) for party in between if party.acts),
        Part(role=Role.MEASURE, start=start, end=stop),
        *(_of(Role.BENEFICIARY, party) for party in after[:1]),
    )


def asks_about_the_letter(scene: Scene, setting: Setting) -> bool:
    """Whether a request is only how to handle the letter: "please do not write my name"."""
    assert setting.demand is not None, "a demand begins somewhere"
    start, end = setting.demand, setting.sentence.end
    letter = _THE_LETTER.search(scene.small, start, end)
    return bool(letter and _HANDLING.search(scene.small, max(start, letter.start() - 40), min(end, letter.end() + 30)))


def _of(role: Role, party: Party) -> Part:
    return Part(role=role, start=party.start, end=party.end)


def _asking(scene: Scene, setting: Setting) -> list[Part]:
    """Who asks: the party before the words of asking, whoever has the floor, or the source of what "must" be done."""
    assert setting.demand is not None, "a demand begins somewhere"
    before = [party for party in setting.parties if party.end <= setting.demand][-1:]
    if scene.words.language == "az":
        before = [party for party in setting.parties[:1] if party.start - setting.sentence.start < _OPENS]
    speaker = setting.sentence.speaker
    if speaker and (not before or scene.small[before[0].start : before[0].end] in _WE):
        return [Part(role=Role.CALLER, start=speaker.start, end=speaker.end)]
    if _MODAL.match(scene.small, setting.demand):
        told = [Part(role=Role.CALLER, start=span.start, end=span.end) for span in setting.sources]
        return told + [_of(Role.TARGET, party) for party in before if party.acts]
    return [_of(Role.CALLER, party) for party in before]


def _asked(setting: Setting) -> list[Part]:
    """Of whom a sentence asks whose measures follow as a list."""
    assert setting.demand is not None, "a demand begins somewhere"
    return [_of(Role.TARGET, party) for party in setting.parties if party.start > setting.demand and party.acts][:1]


def _measure_end(scene: Scene, setting: Setting, end: int) -> int:
    stop = _STOP.search(scene.small, end, setting.sentence.end)
    return max(end, stop.start() if stop else setting.sentence.end)
