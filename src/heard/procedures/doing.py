"""One verb: permission first, then one transaction that holds the work and its custody entries, or nothing."""

import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from types import MappingProxyType

from django.db import transaction

from heard.custody.acts import Act
from heard.custody.entry import SALT_LENGTH, Detail, enter
from heard.custody.tree import Frontier
from heard.procedures.permissions import require
from heard.records import log
from heard.records.engine.failures import failures_named
from heard.register.member import Member
from heard.terms.ids import NewId, random_id

_NO_FACTS: Mapping[str, str] = MappingProxyType({})


def _system_clock() -> datetime:
    return datetime.now(UTC)


def _random_salt() -> bytes:
    return secrets.token_bytes(SALT_LENGTH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a procedure takes from outside: the moment, identities, salts, and which program it is."""

    clock: Callable[[], datetime] = _system_clock
    new_id: NewId = random_id
    new_salt: Callable[[], bytes] = _random_salt
    tool: str = f"heard {version('heard')}"


_surroundings: ContextVar[Surroundings] = ContextVar("surroundings", default=Surroundings())  # noqa: B039  # frozen
_under_way: ContextVar[bool] = ContextVar("under_way", default=False)


@contextmanager
def surrounded_by(surroundings: Surroundings) -> Iterator[None]:
    """Run the procedures inside with another clock or another source of identities."""
    token = _surroundings.set(surroundings)
    try:
        yield
    finally:
        _surroundings.reset(token)


@dataclass(slots=True, kw_only=True)
class Doing:
    """A procedure under way, by `member` at `now` (UTC, whole seconds), the only writer until it ends."""

    member: Member
    now: datetime
    _reached: Frontier
    _surroundings: Surroundings
    _entries: list[log.NewEntry] = field(default_factory=list)
    _undo: list[Callable[[], None]] = field(default_factory=list)

    def new_id(self) -> str:
        """A fresh identity for an item."""
        return self._surroundings.new_id()

    def log(  # one argument for each thing an entry records
        self,
        *,
        act: Act,
        item: str,
        reason: str = "",
        before: str | None = None,
        after: str | None = None,
        sealed: str | None = None,
        facts: Mapping[str, str] = _NO_FACTS,
    ) -> int:
        """The index of the custody entry for this act: every row written for it points there.

        `before` and `after` are SHA-256 of readable content and stay private, as `reason` and `facts` do; `sealed` is
        SHA-256 of a sealed file and is public. The entry itself is written with the others when the procedure ends.
        """
        detail = Detail(
            at=self.now,
            by=self.member.key,  # details are opened to strangers in bundles: no colleague is named there
            reason=reason,
            tool=self._surroundings.tool,
            before=before,
            after=after,
            facts=facts,
        )
        salt = self._surroundings.new_salt()
        entry = enter(act=act, item=item, actor=self.member.key, sealed=sealed, detail=detail, salt=salt)
        self._entries.append(log.NewEntry(entry=entry, at=self.now, detail=detail.encoded(), salt=salt))
        return self._reached.size + len(self._entries) - 1

    def settle(self) -> Frontier:
        """Write the entries logged so far; how far the log has come with them."""
        if self._entries:
            self._reached = log.append(self._entries, onto=self._reached)
            self._entries = []
        return self._reached

    def undo_outside(self, undo: Callable[[], None]) -> None:
        """Have `undo` called if the procedure fails: for what was written outside the database."""
        self._undo.append(undo)

    def _take_back(self) -> None:
        while self._undo:
            self._undo.pop()()


@contextmanager
def procedure(*, by: Member, needs: str) -> Iterator[Doing]:
    """Do one verb, all or nothing.

    Raises NotPermitted before anything is touched; DatabaseBusy or StorageFull when the database cannot take it.
    """
    require(by, needs)
    assert not _under_way.get(), "a procedure does one verb; it calls no other"
    surroundings = _surroundings.get()
    doing, token = None, _under_way.set(True)
    try:
        with failures_named(), transaction.atomic():
            reached = log.hold_head()
            now = surroundings.clock().astimezone(UTC).replace(microsecond=0)
            doing = Doing(member=by, now=now, _reached=reached, _surroundings=surroundings)
            yield doing
            doing.settle()
    except BaseException:
        if doing is not None:
            doing._take_back()
        raise
    finally:
        _under_way.reset(token)
