"""What people decided of mentions, claims and incidents."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from heard.records import models as tables
from heard.records.derive.clusters import STANDING
from heard.records.queries.pages import COUNTED
from heard.records.queries.permission import content
from heard.register.finding import Conclusion, Finding
from heard.register.judgement import Judgement, Subject, Verdict
from heard.register.member import Member
from heard.terms.errors import NotFound

SHOWN = 100  # judgements that one page shows
LOOKED_AT = 400  # the latest judgements on one cluster, among which those that stand are looked for
_COLUMNS = (
    "key",
    "subject",
    "left_mention__key",
    "right_mention__key",
    "left_claim__key",
    "right_claim__key",
    "verdict",
    "reason",
    "entry__actor",
    "entry__at",
    "supersedes__key",
)


@content
def judgements_of(by: Member, /, key: str) -> tuple[Judgement, ...]:
    """Standing judgements that name a mention of this person or place, or a claim of this incident, oldest first.

    `key` may be that of any of its mentions or claims; raises NotFound.
    """
    person = tables.Membership.objects.filter(mention__key=key).values_list("referent", flat=True).first()
    if person:
        return standing_judgements(Subject.MENTIONS, person)
    incident = tables.IncidentMembership.objects.filter(claim__key=key).values_list("incident", flat=True).first()
    if incident:
        return standing_judgements(Subject.CLAIMS, incident)
    raise NotFound("judgements", key)


@content
def judgement(by: Member, /, key: str) -> Judgement:
    """One judgement, also when undone or superseded; raises NotFound."""
    found = _values(tables.Judgement.objects.filter(key=key))
    if not found:
        raise NotFound("judgement", key)
    return found[0]


@content
def findings(by: Member, /, *, about: str = "", waiting: bool = False) -> tuple[Finding, ...]:
    """Standing findings, newest first, at most 1,000: of one claim's incident, or all; only those not yet approved."""
    rows = tables.Finding.objects.filter(superseded_by__isnull=True)
    if about:
        incident = tables.IncidentMembership.objects.filter(claim__key=about).values("incident")
        rows = rows.filter(Q(about__key=about) | Q(about__incident__incident__in=incident))
    if waiting:
        rows = rows.filter(approval__isnull=True)
    listed = rows.select_related("about", "entry", "approval", "supersedes").order_by("-pk")[:COUNTED]
    return tuple(_findings(listed))


def standing_judgements(subject: Subject, cluster: str) -> tuple[Judgement, ...]:
    """Standing judgements on any member of this person, place or incident, oldest first; of very many, the latest."""
    if subject is Subject.MENTIONS:
        side, members = "mention", _members(tables.Membership.objects.filter(referent=cluster))
    else:
        side, members = "claim", _members(tables.IncidentMembership.objects.filter(incident=cluster))
    found: set[int] = set()
    for column in (f"left_{side}_id__in", f"right_{side}_id__in"):
        rows = tables.Judgement.objects.filter(**{column: members}).order_by("-pk")
        found.update(rows.values_list("pk", flat=True)[:LOOKED_AT])
    standing = tables.Judgement.objects.filter(STANDING, pk__in=sorted(found)[-LOOKED_AT:]).order_by("-pk")
    latest = list(standing.values_list("pk", flat=True)[:SHOWN])
    return _values(tables.Judgement.objects.filter(pk__in=latest).order_by("pk"))


def _members(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Only their numbers, for the database to look through."""
    return rows.values("pk")


def _values(rows: QuerySet[tables.Judgement]) -> tuple[Judgement, ...]:
    return tuple(
        Judgement(
            key=key,
            subject=Subject(subject),
            left=left_mention or left_claim,
            right=right_mention or right_claim,
            verdict=Verdict(verdict),
            reason=reason,
            by=actor,
            at=at,
            supersedes=earlier or "",
        )
        for (
            key,
            subject,
            left_mention,
            right_mention,
            left_claim,
            right_claim,
            verdict,
            reason,
            actor,
            at,
            earlier,
        ) in rows.values_list(*_COLUMNS)
    )


def _findings(rows: Iterable[tables.Finding]) -> list[Finding]:
    listed = list(rows)
    grounds: dict[int, dict[bool, list[str]]] = {row.pk: {True: [], False: []} for row in listed}
    rests = tables.FindingGround.objects.filter(finding_id__in=list(grounds)).order_by("pk")
    for finding, supports, claim in rests.values_list("finding_id", "supports", "claim__key"):
        grounds[finding][supports].append(claim)
    return [
        Finding(
            key=row.key,
            about=row.about.key,
            standard=row.standard,
            conclusion=Conclusion(row.conclusion),
            reasons=row.reasons,
            supports=tuple(grounds[row.pk][True]),
            contradicts=tuple(grounds[row.pk][False]),
            by=row.author,
            at=row.entry.at,
            approved_by=row.approval.approver if hasattr(row, "approval") else "",
            supersedes=row.supersedes.key if row.supersedes else "",
        )
        for row in listed
    ]
