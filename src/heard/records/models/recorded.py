"""What every row of the register has: the custody entry that was written in the same transaction."""

from collections.abc import Iterable

from django.db import models

from heard.records.models.custody import CustodyEntry

KEY = 32  # hexadecimal digits of an identity
HASH = 64  # hexadecimal digits of a SHA-256
WORD = 40  # a controlled word: kind, type, role, verdict


class Recorded(models.Model):
    """A row that exists only with its entry; who made it and when stands there (`entry.actor`, `entry.at`)."""

    #: Indexed, because SQLite looks for the rows that wait for an entry when it is written after them.
    entry = models.ForeignKey(CustodyEntry, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


def key_once(table: str) -> models.UniqueConstraint:
    """No two rows of `table` share a key."""
    return models.UniqueConstraint(fields=("key",), name=f"{table}_key_once")


def one_of(table: str, field: str, words: Iterable[str]) -> models.CheckConstraint:
    """`field` holds one of the words of an enumeration."""
    allowed = models.Q((f"{field}__in", [str(word) for word in words]))
    return models.CheckConstraint(condition=allowed, name=f"{table}_{field}_known")


def spans(table: str) -> models.CheckConstraint:
    """`start` to `end` holds at least one character."""
    return models.CheckConstraint(
        condition=models.Q(start__gte=0, start__lt=models.F("end")), name=f"{table}_spans_something"
    )


def not_empty(table: str, field: str) -> models.CheckConstraint:
    """`field` says something."""
    return models.CheckConstraint(condition=~models.Q((field, "")), name=f"{table}_{field}_said")
