"""Incidents: what sets of act claims refer to."""

from heard.records import models as tables
from heard.records.queries.comparing import denials_among, differing
from heard.records.queries.judgements import standing_judgements
from heard.records.queries.loading import load_lines
from heard.records.queries.pages import IncidentPage
from heard.records.queries.permission import content
from heard.register.judgement import Subject
from heard.register.member import Member
from heard.terms.errors import NotFound

SHOWN = 200  # claims that the page of one incident shows


@content
def incident_page(by: Member, /, key: str) -> IncidentPage:
    """The incident that an act claim of this key speaks of; raises NotFound."""
    member = tables.IncidentMembership.objects.filter(claim__key=key).values_list("incident", flat=True).first()
    if member is None:
        raise NotFound("incident", key)
    rows = tables.ClaimStanding.objects.filter(claim__incident__incident=member).order_by("account_id", "start")
    claims = list(rows.values_list("claim_id", flat=True)[:SHOWN])
    against = tables.Denial.objects.filter(denies_id__in=claims, claim__standing__isnull=False).order_by("claim_id")
    denying = [pk for pk in dict.fromkeys(against.values_list("claim_id", flat=True)) if pk not in claims]
    lines, denials = load_lines(claims), load_lines(denying)
    return IncidentPage(
        key=member,
        claims=lines,
        denials=denials,
        contradictions=denials_among(lines + denials) + differing(lines),
        judgements=standing_judgements(Subject.CLAIMS, member),
    )
