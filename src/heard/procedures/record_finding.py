"""Record what a member concludes of a claim's incident against a standard of proof."""

from heard.custody.acts import Act
from heard.procedures.doing import procedure
from heard.procedures.reasons import require_reason
from heard.records.shelf.findings import put_finding
from heard.register.finding import Conclusion, Finding
from heard.register.member import Member


def record_finding(
    *,
    by: Member,
    about: str,
    standard: str,
    conclusion: Conclusion,
    reasons: str,
    supports: tuple[str, ...] = (),
    contradicts: tuple[str, ...] = (),
    supersedes: str = "",
) -> str:
    """The key of the finding; it waits for a second person.

    Raises NotFound (a claim, the standard), Malformed (no reasons; a claim on both sides), Conflict (superseded
    already).
    """
    require_reason(reasons)
    with procedure(by=by, needs="finding.record") as doing:
        finding = Finding(
            key=doing.new_id(),
            about=about,
            standard=standard,
            conclusion=conclusion,
            reasons=reasons,
            supports=supports,
            contradicts=contradicts,
            by=by.key,
            at=doing.now,
            supersedes=supersedes,
        )
        facts = {"about": about, "standard": standard, "conclusion": conclusion.value}
        entry = doing.log(act=Act.FINDING_RECORDED, item=finding.key, reason=reasons, facts=facts)
        put_finding(finding, entry=entry)
    return finding.key
