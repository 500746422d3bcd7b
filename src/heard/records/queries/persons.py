"""Persons, bodies and places: what sets of mentions refer to."""

from heard.records.queries.pages import Page, PersonPage, PlacePage, Referent
from heard.records.queries.permission import content
from heard.register.member import Member
from heard.terms.saying import NameKind


@content
def referents_page(by: Member, /, kind: NameKind, *, after: str = "") -> Page[Referent]:
    """Persons, bodies or places, those most often named first."""
    raise NotImplementedError


@content
def person_page(by: Member, /, key: str) -> PersonPage:
    """The person or body that a mention of this key refers to; raises NotFound."""
    raise NotImplementedError


@content
def place_page(by: Member, /, key: str) -> PlacePage:
    """The place that a mention of this key refers to; raises NotFound."""
    raise NotImplementedError
