"""Sources, exhibits, accounts and their texts."""

from django.db import models

from heard.reading.extract import LONGEST_NOTE
from heard.records.models.member import MemberAccount
from heard.records.models.recorded import HASH, KEY, WORD, Recorded, key_once, not_empty, one_of
from heard.register.account import Answer, Relation, Urgency

GRADES = "ABCDEF"


class Source(Recorded):
    """Who tells something."""

    key = models.CharField(max_length=KEY)
    label = models.CharField(max_length=200)
    relation = models.CharField(max_length=WORD)
    name = models.CharField(max_length=300, blank=True)
    shareable_name = models.BooleanField()

    class Meta:
        db_table = "source"
        constraints = (key_once("source"), one_of("source", "relation", Relation), not_empty("source", "label"))


class SourceGrade(Recorded):
    """How reliable a source is, from this row on; the latest counts."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="grades")
    grade = models.CharField(max_length=1)
    reason = models.TextField(blank=True)

    class Meta:
        db_table = "source_grade"
        constraints = (one_of("source_grade", "grade", GRADES),)


class ConsentAnswer(Recorded):
    """What a source said of one use, from this row on; the latest per use counts."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="answers")
    use = models.CharField(max_length=WORD)
    answer = models.CharField(max_length=WORD)
    note = models.TextField(blank=True)

    class Meta:
        db_table = "consent_answer"
        constraints = (one_of("consent_answer", "answer", Answer), not_empty("consent_answer", "use"))


class Exhibit(Recorded):
    """A file kept byte for byte. `sha256` is of its bytes, `sealed` of the sealed file, which is named by it."""

    key = models.CharField(max_length=KEY)
    sha256 = models.CharField(max_length=HASH)
    sealed = models.CharField(max_length=HASH)
    name = models.CharField(max_length=300)
    media_type = models.CharField(max_length=200)
    size = models.BigIntegerField()

    class Meta:
        db_table = "exhibit"
        constraints = (
            key_once("exhibit"),
            models.CheckConstraint(condition=models.Q(size__gt=0), name="exhibit_holds_something"),
        )
        indexes = (models.Index(fields=("sha256",), name="exhibit_sha256"),)


class Destruction(Recorded):
    """An exhibit destroyed on request."""

    exhibit = models.OneToOneField(Exhibit, on_delete=models.PROTECT, related_name="destruction")
    reason = models.TextField()

    class Meta:
        db_table = "destruction"
        constraints = (not_empty("destruction", "reason"),)


class Account(Recorded):
    """One telling as it arrived; its title is empty once it was destroyed."""

    key = models.CharField(max_length=KEY)
    title = models.CharField(max_length=500)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+")
    exhibit = models.OneToOneField(Exhibit, on_delete=models.PROTECT, related_name="account")
    told = models.CharField(max_length=100, blank=True)
    urgent = models.BooleanField()

    class Meta:
        db_table = "account"
        constraints = (key_once("account"),)


class AccountText(Recorded):
    """The text of an account, taken out once; every offset refers to it. The starts are lists of offsets."""

    account = models.OneToOneField(Account, on_delete=models.PROTECT, primary_key=True, related_name="text")
    content = models.TextField()
    sha256 = models.CharField(max_length=HASH)
    language = models.CharField(max_length=3)
    page_starts = models.JSONField()
    paragraph_starts = models.JSONField()
    extractor = models.CharField(max_length=100)

    class Meta:
        db_table = "account_text"


class UnreadableAccount(Recorded):
    """That, and why (an error's code), the text of an account could not be taken out at the time."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="failures")
    code = models.CharField(max_length=WORD)
    extractor = models.CharField(max_length=100)

    class Meta:
        db_table = "unreadable_account"
        constraints = (not_empty("unreadable_account", "code"),)


class AccountNote(Recorded):
    """One thing to know about how an account's text was taken out: a note of `heard.reading.extract`."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="notes")
    said = models.CharField(max_length=LONGEST_NOTE)

    class Meta:
        db_table = "account_note"
        constraints = (not_empty("account_note", "said"),)


class Holding(Recorded):
    """Who has an account in hand from this row on, empty for nobody; the latest counts."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="holdings")
    holder = models.ForeignKey(MemberAccount, on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        db_table = "holding"


class AccountUrgency(Recorded):
    """Why an account cannot wait, from this row on, empty where it can; the latest counts."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="urgencies")
    urgency = models.CharField(max_length=WORD, blank=True)

    class Meta:
        db_table = "account_urgency"
        constraints = (one_of("account_urgency", "urgency", ("", *Urgency)),)


class Attachment(Recorded):
    """That an account came attached to another: `within` it, and with `arrival`, which came by itself."""

    account = models.OneToOneField(Account, on_delete=models.PROTECT, primary_key=True, related_name="attachment")
    within = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="attached")
    arrival = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    depth = models.PositiveSmallIntegerField()

    class Meta:
        db_table = "attachment"
        constraints = (models.CheckConstraint(condition=models.Q(depth__gte=1), name="attachment_within_something"),)
