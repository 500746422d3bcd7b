"""Reads a text by rules: sentence by sentence, pattern by pattern, and says for each draft which line proposed it."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from heard.reading.draft import Argument, Draft, NameDraft
from heard.reading.rules.findings import findings_of
from heard.reading.rules.found import Found, Name
from heard.reading.rules.names import find_names
from heard.reading.rules.parties import Scene
from heard.reading.rules.values import Values, values_of
from heard.reading.rules.words import LANGUAGES
from heard.reading.sentences import sentences
from heard.reading.text import Text
from heard.reading.view import View, joined
from heard.terms.saying import Kind, NameKind


class RuleReader:
    """Proposes what the patterns find; works without a model, a network or a clock."""

    name = "rules"
    version = "1"

    def read(self, text: Text) -> Iterable[Draft]:
        """Draft claims in the order of the text."""
        view, scene, values = _open(text)
        found = sorted(
            findings_of(scene, values),
            key=lambda one: (one.start, one.trigger, one.kind, one.type),
        )
        return tuple(_draft(self.name, view, one) for one in found)

    def names(self, text: Text) -> Iterable[NameDraft]:
        """Names of persons, bodies and posts in the order of the text."""
        view, scene, _ = _open(text)
        return tuple(
            NameDraft(text=text, kind=name.kind, quote=view.quote(name.start, name.end)) for name in _shown(scene.names)
        )


def _shown(names: tuple[Name, ...]) -> Iterator[Name]:
    return (name for name in names if name.kind is not NameKind.PLACE)


@lru_cache(maxsize=1)
def _open(text: Text) -> tuple[View, Scene, Values]:
    view = joined(text)
    language = text.language if text.language in LANGUAGES else "en"
    parts = sentences(view.content)
    scene = Scene(view.content, language, parts, find_names(view.content, parts, language))
    return view, scene, values_of(scene)


def _draft(reader: str, view: View, found: Found) -> Draft:
    arguments = tuple(
        Argument(role=part.role, quote=view.quote(part.start, part.end), value=part.value or None)
        for part in found.parts
    )
    return Draft(
        text=view.text,
        kind=found.kind,
        type="" if found.kind is Kind.COUNT else found.type,
        polarity=found.polarity,
        evidence=view.quote(found.start, found.end),
        arguments=arguments,
        maker=f"{reader}/{found.maker}",
        confidence=found.confidence,
    )
