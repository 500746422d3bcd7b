"""Persons, bodies and places: what sets of mentions refer to."""

from django.db.models import Exists, F, OuterRef, Q

from heard.records import models as tables
from heard.records.queries.claims import page_of
from heard.records.queries.comparing import ONCE, denials_among, differing, opposed
from heard.records.queries.cursors import counted
from heard.records.queries.judgements import standing_judgements
from heard.records.queries.loading import load_lines
from heard.records.queries.naming import names_of, referent_of, referent_value
from heard.records.queries.pages import PAGE, ClaimLine, Page, PersonPage, PlacePage, Referent, TimelineEvent
from heard.records.queries.permission import content
from heard.register.judgement import Subject
from heard.register.member import Member
from heard.terms.errors import Malformed, NotFound
from heard.terms.saying import Kind, NameKind, Role

TIMELINE = 200  # events that a page shows
COMPARED = 200  # claims about one person that a page compares with each other
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
    """The person or body that a mention of this key refers to; raises NotFound."""
    person = referent_of(key)
    if person.kind is NameKind.PLACE:
        raise NotFound("person", key)
    about = tuple((role, claims_naming(person.key, role)) for role in _roles(person.key) if role not in _SAYS)
    compared = _compared(person.key)
    once = tuple(line for line in compared if line.claim.type in ONCE)
    return PersonPage(
        person=person,
        names=names_of(person.key),
        says=_claims_said(person.key),
        about=about,
        timeline=_timeline(person.key),
        contradictions=denials_among(compared) + opposed(compared) + differing(once, roles=_DATING),
        judgements=standing_judgements(Subject.MENTIONS, person.key),
    )


@content
def place_page(by: Member, /, key: str) -> PlacePage:
    """The place that a mention of this key refers to; raises NotFound."""
    place = referent_of(key)
    if place.kind is not NameKind.PLACE:
        raise NotFound("place", key)
    return PlacePage(place=place, names=names_of(place.key), claims=claims_naming(place.key))


def claims_naming(referent: str, *roles: Role, after: str = "") -> Page[ClaimLine]:
    """Standing claims that name this referent, in any role or in one of these, newest first."""
    parts = tables.NamedPart.objects.filter(referent=referent, claim_id=OuterRef("claim_id"))
    if roles:
        parts = parts.filter(role__in=[role.value for role in roles])
    return page_of(tables.ClaimStanding.objects.filter(Exists(parts)), after)


def _claims_said(referent: str) -> Page[ClaimLine]:
    return claims_naming(referent, *_SAYS)


def _roles(referent: str) -> tuple[Role, ...]:
    said = set(tables.NamedPart.objects.filter(referent=referent).values_list("role", flat=True).distinct())
    return tuple(role for role in Role if role.value in said)


def _timeline(referent: str) -> tuple[TimelineEvent, ...]:
    parts = tables.NamedPart.objects.filter(referent=referent, role=Role.PERSON.value, claim_id=OuterRef("claim_id"))
    rows = tables.ClaimStanding.objects.filter(Exists(parts), kind=Kind.STATUS.value)
    ordered = rows.order_by(F("earliest").asc(nulls_last=True), F("latest").asc(nulls_last=True), "claim_id")[:TIMELINE]
    dates = {
        claim: (earliest, latest) for claim, earliest, latest in ordered.values_list("claim_id", "earliest", "latest")
    }
    lines = zip(dates.values(), load_lines(list(dates)), strict=True)
    return tuple(
        TimelineEvent(line=line, earliest=earliest, latest=latest, words=_date_words(line))
        for (earliest, latest), line in lines
    )


def _date_words(line: ClaimLine) -> str:
    said = (line.claim.first(role) for role in _DATING)
    return next((part.quote.text for part in said if part), "")


def _compared(referent: str) -> tuple[ClaimLine, ...]:
    about = tables.NamedPart.objects.filter(referent=referent, role__in=[Role.VICTIM.value, Role.PERSON.value])
    claims = list(about.order_by("-claim_id").values_list("claim_id", flat=True)[:COMPARED])
    against = tables.Denial.objects.filter(denies_id__in=claims, claim__standing__isnull=False)
    return load_lines(sorted({*claims, *against.values_list("claim_id", flat=True)}))


def _below(after: str) -> Q:
    mentions, dot, key = after.partition(".")
    if not (dot and mentions.isascii() and mentions.isdigit()):
        raise Malformed("place in a list")
    return Q(mentions__lt=int(mentions)) | Q(mentions=int(mentions), key__lt=key)
