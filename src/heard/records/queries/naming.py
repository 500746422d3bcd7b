"""From any mention to what it refers to, and all the ways it is written."""

from heard.records import models as tables
from heard.records.derive.batches import batches
from heard.records.queries.pages import NameAsWritten, NameAt, Referent
from heard.terms.errors import NotFound
from heard.terms.saying import NameKind

SPELLINGS = 50  # different spellings that a page shows
PLACES = 5  # mentions of each that a page points at


def referent_of(mention: str) -> Referent:
    """What the mention of this key refers to; raises NotFound."""
    member = tables.Membership.objects.filter(mention__key=mention).values_list("referent", flat=True).first()
    row = tables.Referent.objects.filter(key=member).first() if member else None
    if row is None:
        raise NotFound("referent", mention)
    return referent_value(row)


def referent_value(row: tables.Referent) -> Referent:
    return Referent(key=row.key, kind=NameKind(row.kind), name=row.name, mentions=row.mentions)


def names_of(referent: str) -> tuple[NameAsWritten, ...]:
    """Its spellings, the most frequent first, with the first places where each stands."""
    written: dict[str, list[int]] = {}
    rows = tables.Membership.objects.filter(referent=referent).order_by("mention_id")
    for pk, words in rows.values_list("mention_id", "mention__words"):
        written.setdefault(words, []).append(pk)
    chosen = sorted(written.items(), key=lambda item: (-len(item[1]), item[0]))[:SPELLINGS]
    places = _places([pk for _, mentions in chosen for pk in mentions[:PLACES]])
    return tuple(
        NameAsWritten(words=words, number=len(mentions), where=tuple(places[pk] for pk in mentions[:PLACES]))
        for words, mentions in chosen
    )


def _places(mentions: list[int]) -> dict[int, NameAt]:
    columns = ("pk", "key", "account__key", "account__title", "words", "start", "end", "page")
    found: dict[int, NameAt] = {}
    for piece in batches(mentions):
        for pk, key, account, title, words, start, end, page in tables.Mention.objects.filter(pk__in=piece).values_list(
            *columns
        ):
            found[pk] = NameAt(
                mention=key, account=account, account_title=title, words=words, start=start, end=end, page=page
            )
    return found
