"""Denials: who denies what, also where a rumour is told in one sentence and denied in the next."""

from dataclasses import replace

from heard.reading.rules.found import Found, Part
from heard.reading.rules.parties import Scene
from heard.reading.rules.setting import Setting
from heard.terms.saying import Kind, Polarity, Role
from heard.terms.span import Span


def denied(found: Found, by: Span | None) -> Found:
    """The finding as a denial; `by` is its source where it has none."""
    sources = (Part(role=Role.SOURCE, start=by.start, end=by.end),) if by else ()
    has_source = any(part.role is Role.SOURCE or (by and part.start == by.start) for part in found.parts)
    return replace(found, polarity=Polarity.DENIED, parts=found.parts if has_source else (*found.parts, *sources))


def without_rumours(
    scene: Scene, setting: Setting, found: tuple[Found, ...], following: Setting | None
) -> tuple[Found, ...]:
    """The findings of a sentence; those it tells as rumours are denials where it or the next sentence denies them."""
    sentence = setting.sentence
    if not found or not scene.words.anywhere("rumours").search(scene.small, sentence.start, sentence.end):
        return found
    by = setting.official
    if by is None and following is not None and _takes_back(scene, following):
        acting = (Span(start=party.start, end=party.end) for party in following.parties if party.acts)
        by = next(iter(following.sources), None) or next(acting, following.official)
    elif by is None:
        return found
    return tuple(denied(one, by) if one.kind in {Kind.ACT, Kind.STATUS} else one for one in found)


def _takes_back(scene: Scene, following: Setting) -> bool:
    """Whether a sentence calls what stands before it untrue, as in "that is untrue" told of it."""
    start, end = following.sentence.start, following.sentence.end
    denies = scene.words.anywhere("denials").search(scene.small, start, end)
    return bool(denies and scene.words.anywhere("refers_back").search(scene.small, start, end))
