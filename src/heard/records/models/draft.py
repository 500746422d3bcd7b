"""What readers proposed, and what people decided of it."""

from typing import ClassVar

from django.db import models

from heard.records.models.account import Account
from heard.records.models.recorded import KEY, WORD, Recorded, key_once, one_of, spans
from heard.terms.saying import Kind, Polarity

ACCEPTED, EDITED, REJECTED, UNDONE = "accepted", "edited", "rejected", "undone"


class Reading(Recorded):
    """That a reader of this name and version read an account."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="readings", db_index=False)
    reader = models.CharField(max_length=100)
    version = models.CharField(max_length=100)
    drafts = models.IntegerField()

    class Meta:
        db_table = "reading"
        constraints = (models.UniqueConstraint(fields=("account", "reader", "version"), name="reading_once"),)


class Draft(Recorded):
    """One proposed claim. `arguments` is a list of [role, start, end, words, value or null]."""

    key = models.CharField(max_length=KEY)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="drafts", db_index=False)
    reading = models.ForeignKey(Reading, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=WORD)
    type = models.CharField(max_length=WORD, blank=True)
    polarity = models.CharField(max_length=WORD)
    start = models.IntegerField()
    end = models.IntegerField()
    quote = models.TextField()
    page = models.IntegerField()
    paragraph = models.IntegerField()
    arguments = models.JSONField()
    maker = models.CharField(max_length=200)
    confidence = models.FloatField()

    class Meta:
        db_table = "draft"
        constraints = (
            key_once("draft"),
            spans("draft"),
            one_of("draft", "kind", Kind),
            one_of("draft", "polarity", Polarity),
            models.CheckConstraint(
                condition=models.Q(confidence__gte=0, confidence__lte=1), name="draft_confidence_is_a_share"
            ),
        )
        indexes = (models.Index(fields=("account", "start", "id"), name="draft_in_order"),)


class Decision(Recorded):
    """What one person decided of one draft; number `ordinal` of its decisions, so that of two at once one wins."""

    VERDICTS: ClassVar[tuple[str, ...]] = (ACCEPTED, EDITED, REJECTED, UNDONE)

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="decisions", db_index=False)
    ordinal = models.PositiveIntegerField()
    verdict = models.CharField(max_length=WORD)
    reason = models.TextField(blank=True)
    claim = models.OneToOneField("Claim", on_delete=models.PROTECT, null=True, related_name="decision")

    class Meta:
        db_table = "decision"
        constraints = (
            models.UniqueConstraint(fields=("draft", "ordinal"), name="decision_one_wins"),
            models.CheckConstraint(condition=models.Q(ordinal__gte=1), name="decision_ordinal_from_1"),
            one_of("decision", "verdict", (ACCEPTED, EDITED, REJECTED, UNDONE)),
            models.CheckConstraint(
                condition=models.Q(verdict__in=[ACCEPTED, EDITED], claim__isnull=False)
                | models.Q(verdict__in=[REJECTED, UNDONE], claim__isnull=True),
                name="decision_makes_a_claim",
            ),
            models.CheckConstraint(
                condition=~models.Q(verdict=REJECTED, reason=""), name="decision_rejects_with_reason"
            ),
        )
