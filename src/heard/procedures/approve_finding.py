"""Approve a colleague's finding."""

from heard.custody.acts import Act
from heard.procedures.doing import procedure
from heard.records.shelf.findings import put_approval, waiting_finding
from heard.register.member import Member
from heard.terms.errors import NotPermitted


def approve_finding(*, by: Member, finding: str) -> None:
    """Raises NotPermitted for the finding's own author, Conflict where it is approved or superseded, NotFound."""
    with procedure(by=by, needs="finding.approve") as doing:
        row = waiting_finding(finding)
        if row.author == by.key:
            raise NotPermitted("finding.approve", "own")
        entry = doing.log(act=Act.FINDING_APPROVED, item=finding)
        put_approval(row, approver=by.key, entry=entry)
