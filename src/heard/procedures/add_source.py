"""Add a source: who tells, and how it stands to what it tells."""

from dataclasses import replace

from heard.custody.acts import Act
from heard.procedures.doing import procedure
from heard.records.shelf.accounts import put_source
from heard.register.account import Consent, Relation, Source
from heard.register.member import Member, MemberRole
from heard.register.vocabulary import vocabulary
from heard.terms.errors import Malformed

_NOT_ASKED = Consent()
GRADES = tuple("ABCDEF")


def add_source(
    *,
    by: Member,
    label: str,
    relation: Relation,
    grade: str = "F",
    consent: Consent = _NOT_ASKED,
    name: str = "",
    shareable_name: bool = False,
) -> str:
    """The key of the source; raises Malformed for an empty label or a grade or use that does not exist.

    A machine asks nobody: the answers it gives are kept as not asked of the source.
    """
    if not label.strip():
        raise Malformed("label")
    require_grade(grade)
    for use, _ in consent.answers:
        require_use(use)
    if by.role is MemberRole.MACHINE:
        consent = replace(consent, unasked=frozenset(use for use, _ in consent.answers))
    with procedure(by=by, needs="source.add") as doing:
        key = doing.new_id()
        source = Source(
            key=key,
            label=label,
            relation=relation,
            grade=grade,
            consent=consent,
            name=name,
            shareable_name=shareable_name,
        )
        facts = {"relation": relation.value, "grade": grade} | {use: answer.value for use, answer in consent.answers}
        put_source(source, entry=doing.log(act=Act.SOURCE_ADDED, item=key, facts=facts))
    return key


def require_grade(grade: str) -> None:
    """Raise Malformed unless there is such a grade."""
    if grade not in GRADES:
        raise Malformed("grade", grade)


def require_use(use: str) -> None:
    """Raise Malformed unless sources are asked about such a use."""
    if use not in vocabulary("consent"):
        raise Malformed("use", use)
