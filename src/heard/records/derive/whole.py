"""All derived tables at once: computed from nothing, compared with what is kept, written anew."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db.models import Model

from heard.linking.clusters import cluster
from heard.records import models as tables
from heard.records import search_index
from heard.records.derive import passages, referents, standing
from heard.records.derive.batches import batches
from heard.records.derive.clusters import claim_things, links, mention_things
from heard.register.judgement import Subject


def differences() -> tuple[str, ...]:
    """Table and row of everything derived that is missing, wrong or too many; empty when all is as it follows."""
    return tuple(sorted(_wrong_clusters()) + sorted(_wrong_rows()) + sorted(_wrong_index()))


def mend() -> None:
    """Write every derived table anew."""
    for table in (
        tables.NamedPart,
        tables.ClaimStanding,
        tables.Referent,
        tables.Membership,
        tables.IncidentMembership,
    ):
        table._default_manager.all().delete()
    tables.AccountStanding.objects.all().delete()
    tables.Passage.objects.all().delete()
    search_index.forget_all()
    for piece in batches(_members().items()):
        tables.Membership.objects.bulk_create(tables.Membership(mention_id=pk, referent=key) for pk, key in piece)
    for piece in batches(_incidents().items()):
        tables.IncidentMembership.objects.bulk_create(
            tables.IncidentMembership(claim_id=pk, incident=key) for pk, key in piece
        )
    referents.refresh(_referents())
    standing.refresh_claims(_rows(tables.Claim))
    standing.refresh_accounts(_rows(tables.Account))
    passages.refresh(_rows(tables.Account))


def _wrong_clusters() -> Iterator[str]:
    members = dict(tables.Membership.objects.values_list("mention_id", "referent"))
    incidents = dict(tables.IncidentMembership.objects.values_list("claim_id", "incident"))
    yield from (f"membership {pk}" for pk, _ in members.items() ^ _members().items())
    yield from (f"incident_membership {pk}" for pk, _ in incidents.items() ^ _incidents().items())


def _wrong_rows() -> Iterator[str]:
    yield from _wrong(tables.ClaimStanding, "claim_id", standing.claim_standings, _rows(tables.Claim))
    yield from _wrong(tables.NamedPart, "claim_id", standing.named_parts, _rows(tables.Claim))
    yield from _wrong(tables.AccountStanding, "account_id", standing.account_standings, _rows(tables.Account))
    yield from _wrong(tables.Passage, "account_id", passages.passages_of, _rows(tables.Account))
    known = set(tables.Referent.objects.values_list("key", flat=True))
    yield from _wrong(tables.Referent, "key", referents.referents, sorted(known | set(_referents())))


def _wrong_index() -> Iterator[str]:
    """Rows that the word index holds and should not, or should and does not."""
    passages_here = set(tables.Passage.objects.values_list("pk", flat=True))
    referents_here = set(tables.Referent.objects.values_list("pk", flat=True))
    yield from (f"{search_index.PASSAGES} {row}" for row in search_index.rows(search_index.PASSAGES) ^ passages_here)
    yield from (f"{search_index.NAMES} {row}" for row in search_index.rows(search_index.NAMES) ^ referents_here)


def _wrong(
    table: type[Model], name: str, compute: Callable[[list[Any]], Iterable[Model]], things: Iterable[Any]
) -> Iterator[str]:
    """Rows of `table` that differ from what `compute` makes of the `things` that its column `name` holds."""
    columns = [field.attname for field in table._meta.local_fields if field.attname != "id"]
    for piece in batches(things):
        stored = table._default_manager.filter(**{f"{name}__in": piece})
        different = {_values(row, columns) for row in stored} ^ {_values(row, columns) for row in compute(piece)}
        yield from {f"{table._meta.db_table} {values[columns.index(name)]}" for values in different}


def _values(row: Model, columns: list[str]) -> tuple[Any, ...]:
    return tuple(getattr(row, column) for column in columns)


def _members() -> dict[int, str]:
    keys = dict(tables.Mention.objects.values_list("key", "pk"))
    found = cluster(mention_things(keys.values()), links(Subject.MENTIONS, keys.values()))
    return {keys[key]: name for key, name in found.of.items()}


def _incidents() -> dict[int, str]:
    keys = dict(tables.Claim.objects.filter(kind="act").values_list("key", "pk"))
    found = cluster(claim_things(keys.values()), links(Subject.CLAIMS, keys.values()))
    return {keys[key]: name for key, name in found.of.items()}


def _referents() -> list[str]:
    return sorted(set(tables.Membership.objects.values_list("referent", flat=True)))


def _rows(table: type[Model]) -> list[int]:
    return list(table._default_manager.order_by("pk").values_list("pk", flat=True))
