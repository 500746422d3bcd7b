"""Who asks for a page, as procedures and queries want to know it."""

from dataclasses import dataclass

from django.http import HttpRequest

from heard.records.models import MemberAccount
from heard.register.member import Member, MemberRole
from heard.terms.errors import NotPermitted


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """The member who looks at a page, and what the page may offer."""

    name: str
    role: MemberRole
    reads_content: bool
    reviews: bool
    administers: bool


def by(request: HttpRequest) -> Member:
    """The member who asks; raises NotPermitted for a stranger."""
    user = request.user
    if not isinstance(user, MemberAccount):
        raise NotPermitted("log in")
    return user.member


def looking(request: HttpRequest) -> Looking | None:
    """What templates may know of the member; None before log-in."""
    user = getattr(request, "user", None)
    if not isinstance(user, MemberAccount):
        return None
    role = user.member.role
    return Looking(
        name=user.name,
        role=role,
        reads_content=role is not MemberRole.ADMINISTRATOR,
        reviews=role is MemberRole.REVIEWER,
        administers=role is MemberRole.ADMINISTRATOR,
    )
