"""Claims with their parts, the mentions they name, and denials."""

from django.db import models

from heard.records.models.account import Account
from heard.records.models.recorded import KEY, WORD, Recorded, key_once, not_empty, one_of, spans
from heard.register.claim import CREDIBILITIES
from heard.terms.saying import Kind, NameKind, Polarity, Role

_COUNT = Kind.COUNT.value


class Claim(Recorded):
    """One thing an account says, at one quote. `maker` names the reader and pattern, or "person"."""

    key = models.CharField(max_length=KEY)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="claims", db_index=False)
    kind = models.CharField(max_length=WORD)
    type = models.CharField(max_length=WORD, blank=True)
    polarity = models.CharField(max_length=WORD)
    start = models.IntegerField()
    end = models.IntegerField()
    quote = models.TextField()
    page = models.IntegerField()
    paragraph = models.IntegerField()
    credibility = models.CharField(max_length=1)
    maker = models.CharField(max_length=200)
    reviewed = models.BooleanField()
    supersedes = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="superseded_by")

    class Meta:
        db_table = "claim"
        constraints = (
            key_once("claim"),
            spans("claim"),
            one_of("claim", "kind", Kind),
            one_of("claim", "polarity", Polarity),
            one_of("claim", "credibility", CREDIBILITIES),
            models.CheckConstraint(
                condition=models.Q(kind=Kind.COUNT.value, type="")
                | ~models.Q(kind=Kind.COUNT.value) & ~models.Q(type=""),
                name="claim_type_fits_kind",
            ),
        )
        indexes = (models.Index(fields=("account", "start", "id"), name="claim_in_order"),)


class Withdrawal(Recorded):
    """That a claim should not have been made; it stands no longer."""

    claim = models.OneToOneField(Claim, on_delete=models.PROTECT, related_name="withdrawal")
    reason = models.TextField()

    class Meta:
        db_table = "withdrawal"
        constraints = (not_empty("withdrawal", "reason"),)


class Mention(Recorded):
    """A person, body, post or place as written at a span of an account's text. `folded` is the name's folded form."""

    key = models.CharField(max_length=KEY)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="mentions", db_index=False)
    kind = models.CharField(max_length=WORD)
    start = models.IntegerField()
    end = models.IntegerField()
    words = models.TextField()
    page = models.IntegerField()
    folded = models.TextField(blank=True)
    maker = models.CharField(max_length=200)

    class Meta:
        db_table = "mention"
        constraints = (
            key_once("mention"),
            spans("mention"),
            one_of("mention", "kind", NameKind),
            models.UniqueConstraint(fields=("account", "start", "end", "kind"), name="mention_once"),
        )


class ClaimArgument(Recorded):
    """One part of a claim: a role, the words, their value where they have one, the mention where they name."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="arguments", db_index=False)
    ordinal = models.PositiveIntegerField()
    role = models.CharField(max_length=WORD)
    start = models.IntegerField()
    end = models.IntegerField()
    words = models.TextField()
    value = models.CharField(max_length=200, null=True)  # null: these words have no value
    mention = models.ForeignKey(Mention, on_delete=models.PROTECT, null=True, related_name="arguments")

    class Meta:
        db_table = "claim_argument"
        constraints = (
            models.UniqueConstraint(fields=("claim", "ordinal"), name="claim_argument_once"),
            one_of("claim_argument", "role", Role),
            spans("claim_argument"),
        )


class Denial(Recorded):
    """That one claim denies another."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="denials", db_index=False)
    denies = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="denied")

    class Meta:
        db_table = "denial"
        constraints = (
            models.UniqueConstraint(fields=("claim", "denies"), name="denial_once"),
            models.CheckConstraint(condition=~models.Q(claim=models.F("denies")), name="denial_of_another"),
        )
