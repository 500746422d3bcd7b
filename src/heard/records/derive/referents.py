"""The name, kind and number of mentions of each person, body and place."""

from collections import Counter
from collections.abc import Iterable

from heard.records import models as tables
from heard.records import search_index
from heard.records.derive.batches import batches


def refresh(keys: Iterable[str]) -> None:
    """Bring these referents up to date; those without mentions go."""
    for piece in batches(sorted(set(keys))):
        old = list(tables.Referent.objects.filter(key__in=piece).values_list("pk", flat=True))
        search_index.forget_names(old)
        tables.Referent.objects.filter(pk__in=old).delete()
        tables.Referent.objects.bulk_create(referents(piece))
        fresh = tables.Referent.objects.filter(key__in=piece)
        spellings = spellings_of(piece)
        search_index.put_names((row.pk, spellings.get(row.key, ())) for row in fresh)


def referents(keys: list[str]) -> list[tables.Referent]:
    """The rows of these referents, from their mentions."""
    written: dict[str, Counter[tuple[str, str]]] = {}
    rows = tables.Mention.objects.filter(membership__referent__in=keys)
    for referent, kind, words in rows.values_list("membership__referent", "kind", "words"):
        written.setdefault(referent, Counter())[(kind, words)] += 1
    return [_referent(key, written[key]) for key in sorted(written)]


def spellings_of(keys: list[str]) -> dict[str, tuple[str, ...]]:
    """The different spellings of these referents' names; words that are no name are left out."""
    rows = tables.Mention.objects.filter(membership__referent__in=keys).exclude(folded="")
    found: dict[str, set[str]] = {}
    for referent, words in rows.values_list("membership__referent", "words").distinct().order_by():
        found.setdefault(referent, set()).add(words)
    return {referent: tuple(sorted(words)) for referent, words in found.items()}


def _referent(key: str, written: Counter[tuple[str, str]]) -> tables.Referent:
    """Named by the spelling most often written; of equals the longest, then the first in the alphabet."""
    (kind, name), _ = min(written.items(), key=lambda item: (-item[1], -len(item[0][1]), item[0]))
    return tables.Referent(key=key, kind=kind, name=name, mentions=written.total())
