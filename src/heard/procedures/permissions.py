"""Who may do what: every permission there is, and the roles that have it."""

from heard.register.member import Member, MemberRole
from heard.terms.errors import NotPermitted

_MACHINE = frozenset(
    {
        "account.add",
        "account.read",
        "account.view",
        "source.add",
        "claim.add",
        "brief.make",
        "bundle.make",
        "custody.check",
    }
)
_DOCUMENTER = _MACHINE | {
    "account.hold",
    "account.urgency",
    "claim.deny",
    "claim.supersede",
    "claim.withdraw",
    "consent.record",
    "decision.undo",
    "draft.decide",
    "exhibit.shred",
    "finding.record",
    "judgement.make",
    "judgement.undo",
    "register.rebuild",
    "source.grade",
}
_REVIEWER = _DOCUMENTER | {"finding.approve"}
_ADMINISTRATOR = frozenset(
    {"home.begin", "member.add", "member.change", "member.remove", "setting.change", "custody.check"}
)

PERMISSIONS: dict[MemberRole, frozenset[str]] = {
    MemberRole.DOCUMENTER: _DOCUMENTER,
    MemberRole.REVIEWER: _REVIEWER,
    MemberRole.ADMINISTRATOR: _ADMINISTRATOR,
    MemberRole.MACHINE: _MACHINE | {"home.begin"},
}
#: What every member may do: note their own coming and going, sign how far the log has come.
EVERYBODY = frozenset({"session.note", "custody.checkpoint"})
KNOWN = frozenset().union(EVERYBODY, *PERMISSIONS.values())


def may(member: Member, permission: str) -> bool:
    """Whether this member may; for pages that show only what can be done."""
    assert permission in KNOWN, f"no permission is called {permission!r}"
    return permission in EVERYBODY or permission in PERMISSIONS[member.role]


def require(member: Member, permission: str) -> None:
    """Raise NotPermitted unless this member may."""
    if not may(member, permission):
        raise NotPermitted(permission)
