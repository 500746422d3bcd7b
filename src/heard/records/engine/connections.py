"""The connections this process has open, so that locking can close them all."""

from typing import Protocol
from weakref import WeakSet


class Closable(Protocol):
    def close(self) -> None: ...


_opened: WeakSet[Closable] = WeakSet()


def remember(connection: Closable) -> None:
    _opened.add(connection)


def close_all() -> None:
    """Close every connection, whichever thread opened it; what it was doing is rolled back by the database."""
    for connection in list(_opened):
        connection.close()
    _opened.clear()
