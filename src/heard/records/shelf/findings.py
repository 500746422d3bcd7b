"""Keep findings and their approvals."""

from heard.records import models as tables
from heard.records.shelf.claims import claim_row
from heard.register.finding import Finding
from heard.register.vocabulary import vocabulary
from heard.terms.errors import Conflict, Malformed, NotFound


def put_finding(finding: Finding, *, entry: int) -> None:
    """Keep a finding with the claims it rests on."""
    vocabulary("standards").term(finding.standard)
    if set(finding.supports) & set(finding.contradicts):
        raise Malformed("finding", "a claim on both sides")
    row = tables.Finding.objects.create(
        key=finding.key,
        about=claim_row(finding.about),
        standard=finding.standard,
        conclusion=finding.conclusion.value,
        reasons=finding.reasons,
        author=finding.by,
        supersedes=_superseded(finding.supersedes) if finding.supersedes else None,
        entry_id=entry,
    )
    grounds = [(key, True) for key in finding.supports] + [(key, False) for key in finding.contradicts]
    tables.FindingGround.objects.bulk_create(
        tables.FindingGround(finding=row, claim=claim_row(key), supports=supports, entry_id=entry)
        for key, supports in grounds
    )


def waiting_finding(key: str) -> tables.Finding:
    """The row of a finding that is neither approved nor superseded; raises NotFound, Conflict."""
    row = _superseded(key)
    if tables.Approval.objects.filter(finding=row).exists():
        raise Conflict("finding", key)
    return row


def put_approval(finding: tables.Finding, *, approver: str, entry: int) -> None:
    """A second person approves."""
    tables.Approval.objects.create(finding=finding, author=finding.author, approver=approver, entry_id=entry)


def _superseded(key: str) -> tables.Finding:
    row = tables.Finding.objects.filter(key=key).first()
    if row is None:
        raise NotFound("finding", key)
    if tables.Finding.objects.filter(supersedes=row).exists():
        raise Conflict("finding", key)
    return row
