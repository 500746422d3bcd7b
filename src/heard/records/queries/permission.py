"""Who may ask what of the register: every public query wears one of these marks, and a test looks for it."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from heard.register.member import Member, MemberRole
from heard.terms.errors import NotPermitted

_Rest = ParamSpec("_Rest")
_Answer = TypeVar("_Answer")

#: Administrators see settings and members, never content.
READERS_OF_CONTENT = frozenset({MemberRole.DOCUMENTER, MemberRole.REVIEWER, MemberRole.MACHINE})


def content(query: Callable[Concatenate[Member, _Rest], _Answer]) -> Callable[Concatenate[Member, _Rest], _Answer]:
    """A query that answers with what accounts say: refused to administrators with NotPermitted."""

    @wraps(query)
    def asked(by: Member, /, *args: _Rest.args, **kwargs: _Rest.kwargs) -> _Answer:
        if by.role not in READERS_OF_CONTENT:
            raise NotPermitted("read content", by.role.value)
        return query(by, *args, **kwargs)

    asked.may_ask = "content"  # type: ignore[attr-defined]  # what the test of every query looks for
    return asked


def house(query: Callable[Concatenate[Member, _Rest], _Answer]) -> Callable[Concatenate[Member, _Rest], _Answer]:
    """A query about members and custody that every colleague may ask; it must not answer with content."""

    @wraps(query)
    def asked(by: Member, /, *args: _Rest.args, **kwargs: _Rest.kwargs) -> _Answer:
        return query(by, *args, **kwargs)

    asked.may_ask = "house"  # type: ignore[attr-defined]  # what the test of every query looks for
    return asked
