"""What follows from claims and judgements: kept for speed, computed again by `rebuild`, never a source of anything."""

from django.db import models

from heard.records.models.account import Account, Source
from heard.records.models.claim import Claim, Mention
from heard.records.models.recorded import KEY, WORD


class AccountStanding(models.Model):
    """How far an account has come, as the inbox lists it."""

    account = models.OneToOneField(Account, on_delete=models.PROTECT, primary_key=True, related_name="standing")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+", db_index=False)
    state = models.CharField(max_length=WORD)
    urgent = models.BooleanField()
    urgency = models.CharField(max_length=WORD, blank=True, default="")
    language = models.CharField(max_length=3, blank=True)
    opening = models.CharField(max_length=200, blank=True)
    drafts = models.IntegerField()
    decided = models.IntegerField()
    holder = models.CharField(max_length=KEY, blank=True, default="")

    class Meta:
        db_table = "account_standing"
        indexes = (
            models.Index(fields=("urgent", "account"), name="account_standing_all"),
            models.Index(fields=("state", "urgent", "account"), name="account_standing_state"),
            models.Index(fields=("language", "urgent", "account"), name="account_standing_language"),
            models.Index(fields=("source", "urgent", "account"), name="account_standing_source"),
            models.Index(fields=("holder", "urgent", "account"), name="account_standing_holder"),
        )


class ClaimStanding(models.Model):
    """A claim that stands (neither superseded, withdrawn nor destroyed), as lists filter it. Dates: null is open."""

    claim = models.OneToOneField(Claim, on_delete=models.PROTECT, primary_key=True, related_name="standing")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=WORD)
    type = models.CharField(max_length=WORD, blank=True)
    polarity = models.CharField(max_length=WORD)
    reviewed = models.BooleanField()
    start = models.IntegerField()
    dated = models.BooleanField()
    earliest = models.DateField(null=True)
    latest = models.DateField(null=True)

    class Meta:
        db_table = "claim_standing"
        indexes = (
            models.Index(fields=("account", "start", "claim"), name="claim_standing_account"),
            models.Index(fields=("kind", "claim"), name="claim_standing_kind"),
            models.Index(fields=("type", "claim"), name="claim_standing_type"),
            models.Index(fields=("polarity", "claim"), name="claim_standing_polarity"),
            models.Index(fields=("reviewed", "claim"), name="claim_standing_reviewed"),
            models.Index(fields=("earliest", "latest", "claim"), name="claim_standing_period"),
        )


class Referent(models.Model):
    """A person, body, post or place: a cluster of mentions. `key` is the smallest key of its mentions."""

    key = models.CharField(max_length=KEY)
    kind = models.CharField(max_length=WORD)
    name = models.TextField()
    mentions = models.IntegerField()

    class Meta:
        db_table = "referent"
        constraints = (models.UniqueConstraint(fields=("key",), name="referent_key_once"),)
        indexes = (models.Index(fields=("kind", "mentions", "key"), name="referent_most_named"),)


class Membership(models.Model):
    """Which referent a mention belongs to."""

    mention = models.OneToOneField(Mention, on_delete=models.PROTECT, primary_key=True, related_name="membership")
    referent = models.CharField(max_length=KEY)

    class Meta:
        db_table = "membership"
        indexes = (models.Index(fields=("referent", "mention"), name="membership_referent"),)


class NamedPart(models.Model):
    """That a standing claim names a referent in a role."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="+", db_index=False)
    role = models.CharField(max_length=WORD)
    referent = models.CharField(max_length=KEY)

    class Meta:
        db_table = "named_part"
        constraints = (models.UniqueConstraint(fields=("claim", "role", "referent"), name="named_part_once"),)
        indexes = (
            models.Index(fields=("referent", "claim", "role"), name="named_part_referent"),
            models.Index(fields=("referent", "role", "claim"), name="named_part_role"),
        )


class IncidentMembership(models.Model):
    """Which incident an act claim speaks of; `incident` is the smallest key of its claims."""

    claim = models.OneToOneField(Claim, on_delete=models.PROTECT, primary_key=True, related_name="incident")
    incident = models.CharField(max_length=KEY)

    class Meta:
        db_table = "incident_membership"
        indexes = (models.Index(fields=("incident", "claim"), name="incident_membership_incident"),)


class Passage(models.Model):
    """A stretch of an account's text as search finds it."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    start = models.IntegerField()
    end = models.IntegerField()

    class Meta:
        db_table = "passage"
        constraints = (models.UniqueConstraint(fields=("account", "start"), name="passage_once"),)
