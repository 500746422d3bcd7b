"""Who works at the desk, and what each may do."""

from dataclasses import dataclass
from enum import StrEnum


class MemberRole(StrEnum):
    DOCUMENTER = "documenter"
    REVIEWER = "reviewer"
    ADMINISTRATOR = "administrator"  # sees settings and members, never content
    MACHINE = "machine"  # reads unattended; reviews nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A colleague. `key` is the pseudonym that custody entries carry; `name` stays inside the register."""

    key: str
    name: str
    role: MemberRole
    language: str = "en"
