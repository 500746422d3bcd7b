"""Persons, bodies and places: what sets of mentions refer to."""

from collections.abc import Mapping
from datetime import date

from django.db.models import F, Min, Q, QuerySet

from heard.records import models as tables
from heard.records.derive.days import Bounds
from heard.records.queries.claims import page_of
from heard.records.queries.comparing import ONCE, denials_among, differing, opposed
from heard.records.queries.cursors import counted, write_cursor
from heard.records.queries.judgements import standing_judgements
from heard.records.queries.loading import load_lines
from heard.records.queries.naming import names_of, referent_of, referent_value
from heard.records.queries.pages import PAGE, ClaimLine, Page, PersonPage, PlacePage, Referent, TimelineEvent
from heard.records.queries.permission import content
from heard.register.judgement import Subject
from heard.register.member import Member
from heard.terms.errors import Malformed, NotFound
from heard.terms.saying import Kind, NameKind, Role

SHOWN = 15  # claims that each part of a page shows
TIMELINE = 50  # events that a page shows
COMPARED = 30  # claims about one person that a page compares with each other
_SAYS = (Role.SOURCE, Role.CALLER)
_DATING = (Role.DATE, Role.PERIOD, Role.DURATION)


@content
def referents_page(by: Member, /, kind: NameKind, *, after: str = "") -> Page[Referent]:
    """Persons, bodies or places, those most often named first."""
    rows = tables.Referent.objects.filter(kind=kind.value)
    below = rows.filter(_below(after)) if after else rows
    found = list(below.order_by("-mentions", "-key")[: PAGE + 1])
    last = found[PAGE - 1] if len(found) > PAGE else None
    return Page(
        items=tuple(referent_value(row) for row in found[:PAGE]),
        total=counted(rows),
        after=f"{last.mentions}.{last.key}" if last else "",
    )


@content
def person_page(by: Member, /, key: str) -> PersonPage:
    """The person or body that a mention of this key refers to; raises NotFound.

    Each part shows its newest claims; `claims_page` for this person and role goes on after them.
    """
    person = referent_of(key)
    if person.kind is NameKind.PLACE:
        raise NotFound("person", key)
    says = _newest(person.key, *_SAYS)
    about = {role: _newest(person.key, role) for role in _roles(person.key) if role not in _SAYS}
    dates, compared = _timeline(person.key), _compared(person.key)
    shown = {*says.items, *dates, *compared, *(claim for page in about.values() for claim in page.items)}
    lines = dict(zip(sorted(shown), load_lines(sorted(shown)), strict=True))
    beside = tuple(lines[claim] for claim in compared)
    once = tuple(line for line in beside if line.claim.type in ONCE)
    return PersonPage(
        person=person,
        names=names_of(person.key),
        says=_with_lines(says, lines),
        about=tuple((role, _with_lines(page, lines)) for role, page in about.items()),
        timeline=tuple(_event(lines[claim], *bounds) for claim, bounds in dates.items()),
        contradictions=denials_among(beside) + opposed(beside) + differing(once, roles=_DATING),
        judgements=standing_judgements(Subject.MENTIONS, person.key),
    )


@content
def place_page(by: Member, /, key: str) -> PlacePage:
    """The place that a mention of this key refers to; raises NotFound."""
    place = referent_of(key)
    if place.kind is not NameKind.PLACE:
        raise NotFound("place", key)
    return PlacePage(place=place, names=names_of(place.key), claims=page_of(_naming(place.key)))


def _naming(referent: str, *roles: Role) -> QuerySet[tables.ClaimStanding]:
    """Standing claims that name this referent, in any role or in one of these."""
    parts = tables.NamedPart.objects.filter(referent=referent)
    if roles:
        parts = parts.filter(role__in=[role.value for role in roles])
    return tables.ClaimStanding.objects.filter(claim_id__in=parts.values("claim_id"))


def _newest(referent: str, *roles: Role) -> Page[int]:
    """The newest claims that name this referent in one of these roles, straight from the index."""
    rows = tables.NamedPart.objects.filter(referent=referent, role__in=[role.value for role in roles])
    if len(roles) > 1:  # a claim may name it in both
        rows = tables.NamedPart.objects.filter(pk__in=rows.values("claim_id").annotate(one=Min("pk")).values("one"))
    found = list(rows.order_by("-claim_id").values_list("claim_id", flat=True)[: SHOWN + 1])
    cursor = write_cursor(found[SHOWN - 1]) if len(found) > SHOWN else ""
    return Page(items=tuple(found[:SHOWN]), total=counted(rows), after=cursor)


def _with_lines(page: Page[int], lines: Mapping[int, ClaimLine]) -> Page[ClaimLine]:
    return Page(items=tuple(lines[claim] for claim in page.items), total=page.total, after=page.after)


def _roles(referent: str) -> tuple[Role, ...]:
    said = set(tables.NamedPart.objects.filter(referent=referent).values_list("role", flat=True).distinct())
    return tuple(role for role in Role if role.value in said)


def _timeline(referent: str) -> dict[int, Bounds]:
    """Status claims about this person by the days between which they lie, undated ones last."""
    rows = _naming(referent, Role.PERSON).filter(kind=Kind.STATUS.value)
    ordered = rows.order_by(F("earliest").asc(nulls_last=True), F("latest").asc(nulls_last=True), "claim_id")[:TIMELINE]
    columns = ordered.values_list("claim_id", "earliest", "latest")
    return {claim: (earliest, latest) for claim, earliest, latest in columns}


def _event(line: ClaimLine, earliest: date | None, latest: date | None) -> TimelineEvent:
    return TimelineEvent(line=line, earliest=earliest, latest=latest, words=_date_words(line))


def _date_words(line: ClaimLine) -> str:
    said = (line.claim.first(role) for role in _DATING)
    return next((part.quote.text for part in said if part), "")


def _compared(referent: str) -> list[int]:
    """The newest claims about this person, and what denies them."""
    about = tables.NamedPart.objects.filter(referent=referent, role__in=[Role.VICTIM.value, Role.PERSON.value])
    claims = list(about.order_by("-claim_id").values_list("claim_id", flat=True)[:COMPARED])
    against = tables.Denial.objects.filter(denies_id__in=claims, claim__standing__isnull=False)
    return sorted({*claims, *against.values_list("claim_id", flat=True)})


def _below(after: str) -> Q:
    mentions, dot, key = after.partition(".")
    if not (dot and mentions.isascii() and mentions.isdigit()):
        raise Malformed("place in a list")
    return Q(mentions__lt=int(mentions)) | Q(mentions=int(mentions), key__lt=key)
