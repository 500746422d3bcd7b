"""Which claims stand, and how far each account has come."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Substr

from heard.records import models as tables
from heard.records.derive.batches import batches
from heard.records.derive.days import bounds
from heard.records.queries.pages import State
from heard.terms.saying import Role

OPENING = 200  # characters of the text in the inbox
_DATING = (Role.DATE.value, Role.PERIOD.value)


def refresh_claims(claims: Iterable[int]) -> None:
    """Bring the lists up to date for these claims."""
    for piece in batches(sorted(set(claims))):
        tables.ClaimStanding.objects.filter(claim_id__in=piece).delete()
        tables.ClaimStanding.objects.bulk_create(claim_standings(piece))
        refresh_parts(piece)


def refresh_parts(claims: Iterable[int]) -> None:
    """Bring up to date whom and what these claims name."""
    for piece in batches(sorted(set(claims))):
        tables.NamedPart.objects.filter(claim_id__in=piece).delete()
        tables.NamedPart.objects.bulk_create(named_parts(piece))


def claim_standings(claims: list[int]) -> list[tables.ClaimStanding]:
    """The rows of those of these claims that stand."""
    rows = (
        tables.Claim.objects.filter(
            pk__in=claims,
            superseded_by__isnull=True,
            withdrawal__isnull=True,
            account__exhibit__destruction__isnull=True,
        )
        .order_by("pk")
        .values_list("pk", "account_id", "kind", "type", "polarity", "reviewed", "start")
    )
    dates = _dates(claims)
    return [
        tables.ClaimStanding(
            claim_id=pk,
            account_id=account,
            kind=kind,
            type=type,
            polarity=polarity,
            reviewed=reviewed,
            start=start,
            dated=pk in dates,
            earliest=dates.get(pk, (None, None))[0],
            latest=dates.get(pk, (None, None))[1],
        )
        for pk, account, kind, type, polarity, reviewed, start in rows
    ]


def named_parts(claims: list[int]) -> list[tables.NamedPart]:
    """Which referents those of these claims that stand name, and as what."""
    rows = (
        tables.ClaimArgument.objects.filter(claim_id__in=claims, claim__standing__isnull=False, mention__isnull=False)
        .values_list("claim_id", "role", "mention__membership__referent")
        .distinct()
        .order_by()
    )
    return [tables.NamedPart(claim_id=claim, role=role, referent=referent) for claim, role, referent in sorted(rows)]


def refresh_accounts(accounts: Iterable[int]) -> None:
    """Bring the inbox up to date for these accounts."""
    for piece in batches(accounts):
        tables.AccountStanding.objects.filter(account_id__in=piece).delete()
        tables.AccountStanding.objects.bulk_create(account_standings(piece))


def account_standings(accounts: list[int]) -> list[tables.AccountStanding]:
    """The rows of these accounts."""
    latest = tables.Decision.objects.filter(draft=OuterRef("pk")).order_by("-ordinal").values("verdict")[:1]
    drafts = tables.Draft.objects.filter(account_id__in=accounts).annotate(latest=Subquery(latest)).order_by()
    decided = Count("pk", filter=Q(latest__in=["accepted", "edited", "rejected"]))
    counted = {
        account: (number, done)
        for account, number, done in drafts.values("account_id")
        .annotate(number=Count("pk"), done=decided)
        .values_list("account_id", "number", "done")
    }
    rows = tables.Account.objects.filter(pk__in=accounts).annotate(
        gone=Exists(tables.Destruction.objects.filter(exhibit_id=OuterRef("exhibit_id"))),
        failed=Exists(tables.UnreadableAccount.objects.filter(account_id=OuterRef("pk"))),
        read=Exists(tables.Reading.objects.filter(account_id=OuterRef("pk"))),
        urgency=Subquery(_latest(tables.AccountUrgency).values("urgency")[:1]),
        holder=Subquery(_latest(tables.Holding).values("holder__key")[:1]),
    )
    first = tables.AccountText.objects.filter(account_id__in=accounts).annotate(first=Substr("content", 1, 2 * OPENING))
    texts = {
        account: (words, spoken) for account, words, spoken in first.values_list("account_id", "first", "language")
    }
    return [_account_standing(row, texts.get(row.pk), counted.get(row.pk, (0, 0))) for row in rows.order_by("pk")]


def _account_standing(
    row: tables.Account, text: tuple[str, str] | None, counted: tuple[int, int]
) -> tables.AccountStanding:
    first, language = text or ("", "")
    drafts, decided = counted
    return tables.AccountStanding(
        account=row,
        source_id=row.source_id,
        state=_state(row, text is not None, drafts, decided).value,
        urgent=row.urgent if row.urgency is None else bool(row.urgency),  # type: ignore[attr-defined]  # annotated above
        urgency=row.urgency or "",  # type: ignore[attr-defined]  # annotated above
        language=language,
        opening=" ".join(first.split())[:OPENING],
        drafts=drafts,
        decided=decided,
        holder=row.holder or "",  # type: ignore[attr-defined]  # annotated above
    )


def _latest(table: type[tables.Holding] | type[tables.AccountUrgency]) -> QuerySet[Any]:
    """The rows of the account in question, the one that counts first."""
    return table._default_manager.filter(account_id=OuterRef("pk")).order_by("-pk")


def _state(row: tables.Account, has_text: bool, drafts: int, decided: int) -> State:
    if row.gone:  # type: ignore[attr-defined]  # annotated above
        return State.GONE
    if not has_text:
        return State.UNREADABLE if row.failed else State.PENDING  # type: ignore[attr-defined]  # annotated above
    if drafts > decided:
        return State.TO_DECIDE
    return State.DECIDED if row.read else State.UNREAD  # type: ignore[attr-defined]  # annotated above


def _dates(claims: list[int]) -> dict[int, tuple[date | None, date | None]]:
    values: dict[int, list[str | None]] = {}
    rows = tables.ClaimArgument.objects.filter(claim_id__in=claims, role__in=_DATING)
    for claim, value in rows.order_by("claim_id", "ordinal").values_list("claim_id", "value"):
        values.setdefault(claim, []).append(value)
    return {claim: found for claim, said in values.items() if (found := bounds(said))}
