"""What can be done to an item: the words a custody entry may use."""

from enum import StrEnum


class Act(StrEnum):
    """One thing done to one item; new ones may be added, none is ever renamed or removed."""

    # what every evidence log knows
    RECEIVED = "received"
    SEALED = "sealed"
    HASHED = "hashed"
    DECRYPTED = "decrypted"
    VIEWED = "viewed"
    WORKING_COPY_MADE = "working copy made"
    METADATA_REMOVED = "metadata removed"
    REDACTED = "redacted"
    TRANSLATED = "translated"
    TRANSFERRED_OUT = "transferred out"
    ACKNOWLEDGED = "acknowledged"
    REWRAPPED = "re-wrapped"
    KEY_CEREMONY = "key ceremony"
    INTEGRITY_CHECKED = "integrity re-check"
    CLOCK_CHECKED = "clock check"
    PUBLISHED = "published"
    RETENTION_DECIDED = "retention decision"
    DESTROYED = "destroyed"
    LOG_CHECKPOINTED = "log checkpointed"
    RECIPIENTS_CHANGED = "recipient list changed"
    PADDING = "padding"

    # accounts and what they say
    ACCOUNT_ADDED = "account added"
    ACCOUNT_READ = "account read"
    TEXT_EXTRACTED = "text extracted"
    READING_FAILED = "reading failed"
    DRAFT_MADE = "draft made"
    DRAFT_ACCEPTED = "draft accepted"
    DRAFT_EDITED = "draft edited"
    DRAFT_REJECTED = "draft rejected"
    DECISION_UNDONE = "decision undone"
    CLAIM_ADDED = "claim added"
    CLAIM_SUPERSEDED = "claim superseded"
    CLAIM_WITHDRAWN = "claim withdrawn"
    MENTIONS_JUDGED = "mentions judged"
    CLAIMS_JUDGED = "claims judged"
    JUDGEMENT_UNDONE = "judgement undone"
    FINDING_RECORDED = "finding recorded"
    FINDING_APPROVED = "finding approved"
    CONSENT_RECORDED = "consent recorded"
    SOURCE_ADDED = "source added"
    SOURCE_GRADED = "source graded"
    DENIAL_LINKED = "denial linked"

    # who works on an account
    ACCOUNT_TAKEN = "account taken"
    ACCOUNT_GIVEN_BACK = "account given back"
    ACCOUNT_HANDED_ON = "account handed on"
    URGENCY_CHANGED = "urgency changed"

    # what leaves the house
    BRIEF_MADE = "brief made"
    BUNDLE_MADE = "bundle made"

    # people and settings
    MEMBER_ADDED = "member added"
    MEMBER_CHANGED = "member changed"
    MEMBER_REMOVED = "member removed"
    MEMBER_DEACTIVATED = "member deactivated"
    MEMBER_REACTIVATED = "member reactivated"
    PASSWORD_SET = "password set"  # noqa: S105  # the name of an act
    SECOND_FACTOR_RESET = "second factor reset"
    LOGGED_IN = "logged in"
    LOG_IN_REFUSED = "log-in refused"
    LOGGED_OUT = "logged out"
    UNLOCKED = "unlocked"
    LOCKED = "locked"
    SETTING_CHANGED = "setting changed"
    BACKUP_MADE = "backup made"
    BACKUP_RESTORED = "backup restored"
    REGISTER_REBUILT = "register rebuilt"
