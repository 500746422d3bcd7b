"""Keep what readers propose and what people decide of it."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from django.db.models import OuterRef, Subquery

from heard.reading.draft import Argument, Draft, NameDraft
from heard.reading.reader import Reader
from heard.reading.text import Text
from heard.records import models as tables
from heard.records.derive import clusters, standing
from heard.records.models.draft import ACCEPTED, EDITED, UNDONE
from heard.records.shelf.mentions import Mentions
from heard.register.claim import Saying
from heard.terms.canonical import canonical_bytes
from heard.terms.errors import Conflict, Misquoted, NotFound
from heard.terms.ids import NewId
from heard.terms.saying import Kind, Polarity, Role
from heard.terms.span import Quote


def was_read(account: tables.Account, reader: str, version: str) -> bool:
    """Whether this reader has read the account in this version."""
    return tables.Reading.objects.filter(account=account, reader=reader, version=version).exists()


def put_reading(  # noqa: PLR0913 - all that a reading is
    account: tables.Account,
    text: Text,
    reader: Reader,
    drafts: Sequence[Draft],
    names: Iterable[NameDraft],
    *,
    new_id: NewId,
    entry: int,
) -> None:
    """Keep one reader's drafts and names for one account."""
    reading = tables.Reading.objects.create(
        account=account, reader=reader.name, version=reader.version, drafts=len(drafts), entry_id=entry
    )
    tables.Draft.objects.bulk_create(
        [_draft(draft, reading, text, key=new_id(), entry=entry) for draft in drafts], batch_size=500
    )
    mentions = Mentions(account, text, new_id=new_id)
    mentions.put_names(names, maker=f"{reader.name}/{reader.version}", entry=entry)
    clusters.refresh_mentions(mentions.added)
    standing.refresh_accounts([account.pk])


def put_decision(  # noqa: PLR0913 - all that a decision is
    draft: tables.Draft,
    verdict: str,
    *,
    expected: int,
    claim: tables.Claim | None = None,
    reason: str = "",
    entry: int,
) -> None:
    """Keep the decision that comes after the `expected` ones."""
    tables.Decision.objects.create(
        draft=draft, ordinal=expected + 1, verdict=verdict, reason=reason, claim=claim, entry_id=entry
    )
    standing.refresh_accounts([draft.account_id])


def draft_row(key: str) -> tables.Draft:
    """The row of a draft; raises NotFound, also where its account was destroyed."""
    row = tables.Draft.objects.select_related("account").exclude(quote="").filter(key=key).first()
    if row is None:
        raise NotFound("draft", key)
    return row


def open_draft(draft: tables.Draft, expected: int) -> tables.Draft:
    """The draft itself where nothing stands decided after the `expected` decisions; raises Conflict otherwise."""
    last = _last(draft, expected)
    if last is not None and last.verdict != UNDONE:
        raise Conflict("draft", draft.key)
    return draft


def decided_claim(draft: tables.Draft, expected: int) -> tables.Claim | None:
    """The claim that the last decision made (None: it rejected); raises Conflict where there is nothing to undo."""
    last = _last(draft, expected)
    if last is None or last.verdict == UNDONE:
        raise Conflict("draft", draft.key)
    if last.verdict in {ACCEPTED, EDITED} and not tables.ClaimStanding.objects.filter(claim=last.claim_id).exists():
        raise Conflict("claim", draft.key)
    return last.claim


def open_drafts(account: tables.Account) -> Iterator[tables.Draft]:
    """The drafts on which nothing stands decided and that no unreviewed claim repeats, in the order of the text."""
    taken = set(tables.Claim.objects.filter(account=account).values_list("start", "end", "kind", "type", "maker"))
    latest = tables.Decision.objects.filter(draft=OuterRef("pk")).order_by("-ordinal").values("verdict")[:1]
    rows = tables.Draft.objects.filter(account=account).annotate(latest=Subquery(latest)).order_by("start", "pk")
    for row in rows:
        if row.latest in {None, UNDONE} and (row.start, row.end, row.kind, row.type, row.maker) not in taken:
            yield row


def saying_of(draft: tables.Draft) -> Saying:
    """What a draft says, as the reader proposed it."""
    return Saying(
        kind=Kind(draft.kind),
        type=draft.type,
        polarity=Polarity(draft.polarity),
        evidence=Quote(start=draft.start, end=draft.end, text=draft.quote),
        arguments=arguments_of(draft.arguments),
    )


def arguments_of(stored: Iterable[tuple[str, int, int, str, str | None]]) -> tuple[Argument, ...]:
    """The parts of a draft as they are stored."""
    return tuple(
        Argument(role=Role(role), quote=Quote(start=start, end=end, text=words), value=value)
        for role, start, end, words, value in stored
    )


def drafts_sha256(drafts: Iterable[Draft]) -> str:
    """SHA-256 of everything that the drafts say, in their order."""
    said = [
        [it.kind.value, it.type, it.polarity.value, it.evidence.start, it.evidence.end, it.maker, _stored(it)]
        for it in drafts
    ]
    return sha256(canonical_bytes(said)).hexdigest()


def _stored(draft: Draft) -> list[list[object]]:
    return [
        [part.role.value, part.quote.start, part.quote.end, part.quote.text, part.value] for part in draft.arguments
    ]


def _draft(draft: Draft, reading: tables.Reading, text: Text, *, key: str, entry: int) -> tables.Draft:
    if draft.text.content != text.content:
        raise Misquoted("draft of another text")
    return tables.Draft(
        key=key,
        account_id=reading.account_id,
        reading=reading,
        kind=draft.kind.value,
        type=draft.type,
        polarity=draft.polarity.value,
        start=draft.evidence.start,
        end=draft.evidence.end,
        quote=draft.evidence.text,
        page=text.page_at(draft.evidence.start),
        paragraph=text.paragraph_at(draft.evidence.start),
        arguments=_stored(draft),
        maker=draft.maker,
        confidence=draft.confidence,
        entry_id=entry,
    )


def _last(draft: tables.Draft, expected: int) -> tables.Decision | None:
    last = draft.decisions.select_related("claim").order_by("-ordinal").first()
    if (last.ordinal if last else 0) != expected:
        raise Conflict("draft", draft.key)
    return last
