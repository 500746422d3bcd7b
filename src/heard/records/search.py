"""Search over texts, claims and names, whatever script or spelling the words come in."""

from heard.records.queries.pages import Hit, NameHit, Page
from heard.records.queries.permission import content
from heard.register.member import Member
from heard.terms.saying import NameKind

BUDGET = 2.0  # seconds a search may take before it is refused as too broad


@content
def search_texts(by: Member, /, words: str, *, after: str = "", budget: float = BUDGET) -> Page[Hit]:
    """Paragraphs that hold all the words: as written first, then in other spellings; raises TooBroad, Malformed."""
    raise NotImplementedError


@content
def search_names(
    by: Member, /, words: str, *, kind: NameKind | None = None, after: str = "", budget: float = BUDGET
) -> Page[NameHit]:
    """Persons, bodies and places with a spelling that holds all the words; raises TooBroad, Malformed."""
    raise NotImplementedError
