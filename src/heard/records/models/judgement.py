"""What people decided of mentions, claims and incidents."""

from django.db import models

from heard.records.models.claim import Claim, Mention
from heard.records.models.recorded import KEY, WORD, Recorded, key_once, not_empty, one_of
from heard.register.finding import Conclusion
from heard.register.judgement import Subject, Verdict


class Judgement(Recorded):
    """Two mentions, or two act claims, are the same or not; `left` is the row with the smaller number."""

    key = models.CharField(max_length=KEY)
    subject = models.CharField(max_length=WORD)
    left_mention = models.ForeignKey(Mention, on_delete=models.PROTECT, null=True, related_name="+")
    right_mention = models.ForeignKey(Mention, on_delete=models.PROTECT, null=True, related_name="+")
    left_claim = models.ForeignKey(Claim, on_delete=models.PROTECT, null=True, related_name="+")
    right_claim = models.ForeignKey(Claim, on_delete=models.PROTECT, null=True, related_name="+")
    verdict = models.CharField(max_length=WORD)
    reason = models.TextField()
    supersedes = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="superseded_by")

    class Meta:
        db_table = "judgement"
        constraints = (
            key_once("judgement"),
            not_empty("judgement", "reason"),
            one_of("judgement", "verdict", Verdict),
            models.CheckConstraint(
                condition=models.Q(
                    subject=Subject.MENTIONS.value,
                    left_claim__isnull=True,
                    right_claim__isnull=True,
                    left_mention__lt=models.F("right_mention"),
                )
                | models.Q(
                    subject=Subject.CLAIMS.value,
                    left_mention__isnull=True,
                    right_mention__isnull=True,
                    left_claim__lt=models.F("right_claim"),
                ),
                name="judgement_of_two",
            ),
            models.UniqueConstraint(
                fields=("left_mention", "right_mention"),
                condition=models.Q(supersedes__isnull=True, left_mention__isnull=False),
                name="judgement_first_of_mentions",
            ),
            models.UniqueConstraint(
                fields=("left_claim", "right_claim"),
                condition=models.Q(supersedes__isnull=True, left_claim__isnull=False),
                name="judgement_first_of_claims",
            ),
        )


class UndoneJudgement(Recorded):
    """That a judgement was taken back."""

    judgement = models.OneToOneField(Judgement, on_delete=models.PROTECT, related_name="undoing")
    reason = models.TextField()

    class Meta:
        db_table = "undone_judgement"
        constraints = (not_empty("undone_judgement", "reason"),)


class Finding(Recorded):
    """What a member concludes of the incident (or status) that a claim speaks of."""

    key = models.CharField(max_length=KEY)
    about = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="+")
    standard = models.CharField(max_length=WORD)
    conclusion = models.CharField(max_length=WORD)
    reasons = models.TextField()
    author = models.CharField(max_length=KEY)
    supersedes = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="superseded_by")

    class Meta:
        db_table = "finding"
        constraints = (
            key_once("finding"),
            one_of("finding", "conclusion", Conclusion),
            not_empty("finding", "reasons"),
            not_empty("finding", "standard"),
        )


class FindingGround(Recorded):
    """A claim that supports or contradicts a finding."""

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="grounds", db_index=False)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="+")
    supports = models.BooleanField()

    class Meta:
        db_table = "finding_ground"
        constraints = (models.UniqueConstraint(fields=("finding", "claim"), name="finding_ground_once"),)


class Approval(Recorded):
    """That a second person approves a finding; `author` repeats the finding's, and a trigger holds it to that."""

    finding = models.OneToOneField(Finding, on_delete=models.PROTECT, related_name="approval")
    author = models.CharField(max_length=KEY)
    approver = models.CharField(max_length=KEY)

    class Meta:
        db_table = "approval"
        constraints = (
            models.CheckConstraint(condition=~models.Q(approver=models.F("author")), name="approval_by_another_person"),
        )
