"""Add a colleague."""

from heard.register.member import Member, MemberRole


def add_member(
    *, by: Member | None, username: str, name: str, role: MemberRole, password: str, language: str = "en"
) -> Member:
    """A member who can log in; `by` is None only for the first member of a home, who must be an administrator
    or a machine. Raises Conflict (user name taken, or not the first), Malformed, NotPermitted."""
    raise NotImplementedError
