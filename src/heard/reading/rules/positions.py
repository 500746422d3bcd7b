"""Positions: who holds which post in which body, as the clause around the words says."""

import re

from heard.reading.rules.details import nearest
from heard.reading.rules.found import Part
from heard.reading.rules.parties import Scene
from heard.reading.rules.setting import Setting
from heard.reading.rules.stage import Trigger
from heard.terms.saying import NameKind, Role

_REACH = 160
_NEAR = 70
_DEPUTY = re.compile(r"\smüavin\w{0,4}")
_OF = re.compile(r"\s(?:of|at|in)\s(?:the\s)?")
_BODY_BEHIND = re.compile(
    r"\s(?:(?:of|at|in)\s(?:the\s|a\s)?)?(?P<body>[^\W\d_][\w'-]*(?:\s[^\W\d_][\w'-]*){0,3}?)(?=[,.;:)]|\s(?:in|on|by|and|after|from|since|в|на|и|с|после|указом)\s|\s\d|$)"
)
_BODY_BEFORE = re.compile(r"(?P<body>[^\W\d_][\w'-]*)\s$")


def position_parts(scene: Scene, setting: Setting, trigger: Trigger) -> tuple[Part, ...] | None:
    """Holder, post, body, date and source; None where nobody is named to hold a post."""
    holder = _holder(scene, setting, trigger)
    if holder is None:
        return None
    parts = [Part(role=Role.HOLDER, start=holder[0], end=holder[1])]
    post = _post(scene, setting, trigger, holder)
    if post:
        parts += [Part(role=Role.POST, start=post[0], end=post[1]), *_body(scene, setting, post)]
    day = nearest(setting.dates, trigger.start, trigger.end, reach=_REACH, scene=scene)
    if day:
        parts.append(Part(role=Role.DATE, start=day.start, end=day.end, value=day.value))
    told = (Part(role=Role.SOURCE, start=span.start, end=span.end) for span in setting.sources)
    return (*parts, *(part for part in told if part.start != parts[0].start))


def _holder(scene: Scene, setting: Setting, trigger: Trigger) -> tuple[int, int] | None:
    """The person named nearest before the words in the same sentence; else behind them; else whom "he" points at."""
    sentence = setting.sentence
    persons = [name for name in scene.names_in(sentence.start, sentence.end) if name.kind is NameKind.PERSON]
    before = [name for name in persons if name.end <= trigger.start]
    near = before[-1:] or [name for name in persons if name.start - trigger.end < _NEAR][:1]
    if near:
        return near[0].start, near[0].end
    pointed = setting.focus and any(
        scene.small[party.start : party.end] in scene.words.as_written("singular_pronouns") for party in setting.parties
    )
    return (setting.focus.start, setting.focus.end) if pointed and setting.focus else None


def _post(scene: Scene, setting: Setting, trigger: Trigger, holder: tuple[int, int]) -> tuple[int, int] | None:
    """The noun for a post nearest to the words, a row of them as one: "deputy head"."""
    found = [
        match.span()
        for match in scene.words.anywhere("posts").finditer(scene.small, setting.sentence.start, setting.sentence.end)
        if match.start() >= holder[1] or match.end() < holder[0] - 1
    ]
    near = [span for span in found if abs(span[0] - trigger.start) < _NEAR]
    if not near:
        return None
    behind = [span for span in near if span[0] >= trigger.start]
    start, end = behind[0] if behind and scene.words.language != "az" else near[-1]
    for low, high in near:
        end = high if scene.small[end:low] == " " else end
        start = low if scene.small[high:start] == " " else start
    deputy = _DEPUTY.match(scene.small, end)
    return start, deputy.end() if deputy else end


def _body(scene: Scene, setting: Setting, post: tuple[int, int]) -> list[Part]:
    """The body a post belongs to: behind it, "of the colony"; in Azerbaijani the word before it."""
    if scene.words.language == "az":
        match = _BODY_BEFORE.search(scene.content, setting.sentence.start, post[0])
    elif scene.words.language == "en" and not _OF.match(scene.small, post[1]):
        match = None
    else:
        match = _BODY_BEHIND.match(scene.content, post[1], setting.sentence.end)
    return [Part(role=Role.BODY, start=match.start("body"), end=match.end("body"))] if match else []
