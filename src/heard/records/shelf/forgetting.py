"""Forget what an account said once its exhibit was destroyed; rows and custody entries stay, without words."""

from collections.abc import Iterator

from django.db import connection, transaction

from heard.records import models as tables
from heard.records import search_index
from heard.records.derive import clusters, passages, standing
from heard.terms.errors import Conflict

_EMPTIED = (
    "account_text",
    "account",
    "exhibit",
    "draft",
    "claim",
    "claim_argument",
    "mention",
    "passage_words",
    "referent",
    "referent_words",
)


def put_destruction(account: tables.Account, *, reason: str, entry: int) -> None:
    """Keep that the exhibit was destroyed; raises Conflict where it was already."""
    if tables.Destruction.objects.filter(exhibit=account.exhibit).exists():
        raise Conflict("exhibit", account.key)
    tables.Destruction.objects.create(exhibit=account.exhibit, reason=reason, entry_id=entry)


def items_of(account: tables.Account) -> Iterator[str]:
    """The account and everything with an identity that was drawn from it."""
    yield account.key
    for table in (tables.Draft, tables.Claim, tables.Mention):
        yield from table._default_manager.filter(account=account).values_list("key", flat=True)


def forget_words(account: tables.Account) -> None:
    """Empty every word of the account; the database lets this happen only after its destruction was kept."""
    tables.AccountText.objects.filter(account=account).update(content="", sha256="")
    tables.Exhibit.objects.filter(pk=account.exhibit_id).update(name="", sha256="")
    tables.Account.objects.filter(pk=account.pk).update(title="")
    tables.Draft.objects.filter(account=account).update(quote="", arguments=[])
    tables.Claim.objects.filter(account=account).update(quote="")
    tables.ClaimArgument.objects.filter(claim__account=account).update(words="", value="")
    mentions = list(tables.Mention.objects.filter(account=account).values_list("pk", flat=True))
    tables.Mention.objects.filter(account=account).update(words="", folded="")
    standing.refresh_claims(tables.Claim.objects.filter(account=account).values_list("pk", flat=True))
    passages.refresh([account.pk])
    standing.refresh_accounts([account.pk])
    clusters.forget_mentions(mentions)
    search_index.scrub()
    transaction.on_commit(_scrub)


def _scrub() -> None:
    """Overwrite what PostgreSQL still holds of the words; SQLite does so by itself (secure_delete)."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"VACUUM {', '.join(_EMPTIED)}")
