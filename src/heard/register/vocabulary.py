"""The controlled words of the register: acts, roles, grades and the rest, with labels in three languages."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from heard.terms.errors import Malformed, NotFound
from heard.terms.saying import Kind

LANGUAGES = ("en", "az", "ru")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One controlled word. `id` is stable for ever; `facts` are the other fields of its entry, as in the file.

    `needs_native_review` names the languages whose label no native reader has checked.
    """

    id: str
    labels: tuple[tuple[str, str], ...]
    definition: str = ""
    needs_native_review: tuple[str, ...] = ()
    facts: Mapping[str, Any]

    def label(self, language: str) -> str:
        """What this is called in `language`; raises NotFound for a language without labels."""
        for known, words in self.labels:
            if known == language:
                return words
        raise NotFound("label", self.id, language)


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """The terms of one file in its order, found by id."""

    name: str
    meta: Mapping[str, Any]
    terms: tuple[Term, ...]

    def __post_init__(self) -> None:
        if len(self._by_id) != len(self.terms):
            raise Malformed("vocabulary", self.name, "id twice")

    @cached_property
    def _by_id(self) -> dict[str, Term]:
        return {term.id: term for term in self.terms}

    def term(self, id: str) -> Term:
        """The term of this id; raises NotFound."""
        if id not in self._by_id:
            raise NotFound("vocabulary", self.name, id)
        return self._by_id[id]

    def label(self, id: str, language: str) -> str:
        return self.term(id).label(language)

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)

    def __contains__(self, id: object) -> bool:
        return id in self._by_id


@cache
def vocabulary(name: str) -> Vocabulary:
    """The vocabulary of file `name`.toml; raises NotFound when there is none."""
    content = read_words(name)
    meta = content.get("meta", {})
    terms = tuple(_term(entry, tuple(meta.get("needs_native_review", ()))) for entry in content.get("terms", ()))
    return Vocabulary(name=name, meta=MappingProxyType(meta), terms=terms)


@cache
def read_words(name: str) -> dict[str, Any]:
    """The data file `name`.toml as it stands; treat as read-only. Raises NotFound when there is none."""
    file = files("heard.vocabulary").joinpath(f"{name}.toml")
    if not file.is_file():
        raise NotFound("vocabulary", name)
    return tomllib.loads(file.read_text(encoding="utf-8"))


def needs_native_review(name: str) -> tuple[str, ...]:
    """The languages in which no native reader has checked the words of file `name`.toml."""
    return tuple(read_words(name).get("meta", {}).get("needs_native_review", ()))


def _term(entry: dict[str, Any], unreviewed: tuple[str, ...]) -> Term:
    facts = {key: value for key, value in entry.items() if key not in {"id", "label", "definition"}}
    return Term(
        id=entry["id"],
        labels=tuple((language, entry["label"][language]) for language in LANGUAGES),
        definition=entry.get("definition", ""),
        needs_native_review=tuple(entry.get("needs_native_review", unreviewed)),
        facts=MappingProxyType(facts),
    )


def claim_type(kind: Kind, type: str) -> Term:
    """The type of a claim, with its labels and the acts or events it can stand for; raises NotFound."""
    return vocabulary("types").term(f"{kind.value}.{type}")


def acts_of(type: str) -> tuple[Term, ...]:
    """The acts, or groups of acts, that an act claim of this type can stand for."""
    return tuple(vocabulary("acts").term(id) for id in claim_type(Kind.ACT, type).facts["acts"])


def events_of(type: str) -> tuple[Term, ...]:
    """The detention events that a status claim of this type can stand for."""
    return tuple(vocabulary("detention_events").term(id) for id in claim_type(Kind.STATUS, type).facts["events"])
