"""The custody trail in sentences: one for each act that an entry can record."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from heard.custody.acts import Act

SENTENCES: dict[Act, str | Promise] = {
    Act.RECEIVED: _("%(who)s received it."),
    Act.SEALED: _("%(who)s sealed it."),
    Act.HASHED: _("%(who)s took its hash."),
    Act.DECRYPTED: _("%(who)s opened the seal."),
    Act.VIEWED: _("%(who)s looked at it."),
    Act.WORKING_COPY_MADE: _("%(who)s made a working copy."),
    Act.METADATA_REMOVED: _("%(who)s removed metadata from a copy."),
    Act.REDACTED: _("%(who)s blacked out parts of a copy."),
    Act.TRANSLATED: _("%(who)s translated it."),
    Act.TRANSFERRED_OUT: _("%(who)s handed it out."),
    Act.ACKNOWLEDGED: _("%(who)s acknowledged it."),
    Act.REWRAPPED: _("%(who)s wrapped its key again."),
    Act.KEY_CEREMONY: _("%(who)s took part in making keys."),
    Act.INTEGRITY_CHECKED: _("%(who)s checked that it is unchanged."),
    Act.CLOCK_CHECKED: _("%(who)s checked the clock."),
    Act.PUBLISHED: _("%(who)s published it."),
    Act.RETENTION_DECIDED: _("%(who)s decided how long to keep it."),
    Act.DESTROYED: _("%(who)s destroyed it on request."),
    Act.LOG_CHECKPOINTED: _("%(who)s signed how far the log had come."),
    Act.RECIPIENTS_CHANGED: _("%(who)s changed who can open it."),
    Act.PADDING: _("%(who)s wrote an empty entry."),
    Act.ACCOUNT_ADDED: _("%(who)s added the account."),
    Act.ACCOUNT_READ: _("%(who)s had the account read for drafts."),
    Act.TEXT_EXTRACTED: _("%(who)s had the text taken out."),
    Act.READING_FAILED: _("%(who)s tried to have the text taken out, which failed."),
    Act.DRAFT_MADE: _("%(who)s had a draft made."),
    Act.DRAFT_ACCEPTED: _("%(who)s accepted the draft."),
    Act.DRAFT_EDITED: _("%(who)s accepted the draft with changes."),
    Act.DRAFT_REJECTED: _("%(who)s rejected the draft."),
    Act.DECISION_UNDONE: _("%(who)s took the decision back."),
    Act.CLAIM_ADDED: _("%(who)s added the claim."),
    Act.CLAIM_SUPERSEDED: _("%(who)s corrected the claim."),
    Act.CLAIM_WITHDRAWN: _("%(who)s withdrew the claim."),
    Act.MENTIONS_JUDGED: _("%(who)s judged two mentions."),
    Act.CLAIMS_JUDGED: _("%(who)s judged two claims."),
    Act.JUDGEMENT_UNDONE: _("%(who)s took the judgement back."),
    Act.FINDING_RECORDED: _("%(who)s recorded the finding."),
    Act.FINDING_APPROVED: _("%(who)s approved the finding."),
    Act.CONSENT_RECORDED: _("%(who)s recorded an answer about consent."),
    Act.SOURCE_ADDED: _("%(who)s added the source."),
    Act.SOURCE_GRADED: _("%(who)s graded the source."),
    Act.DENIAL_LINKED: _("%(who)s linked a denial."),
    Act.BRIEF_MADE: _("%(who)s made a brief."),
    Act.BUNDLE_MADE: _("%(who)s made a bundle."),
    Act.MEMBER_ADDED: _("%(who)s added a member."),
    Act.MEMBER_CHANGED: _("%(who)s changed a member."),
    Act.MEMBER_REMOVED: _("%(who)s removed a member."),
    Act.MEMBER_DEACTIVATED: _("%(who)s deactivated a member."),
    Act.MEMBER_REACTIVATED: _("%(who)s reactivated a member."),
    Act.PASSWORD_SET: _("%(who)s set a new password for a member."),
    Act.SECOND_FACTOR_RESET: _("%(who)s reset a member's second factor."),
    Act.LOGGED_IN: _("%(who)s logged in."),
    Act.LOG_IN_REFUSED: _("%(who)s was refused at the log-in."),
    Act.LOGGED_OUT: _("%(who)s logged out."),
    Act.UNLOCKED: _("%(who)s unlocked the register."),
    Act.LOCKED: _("%(who)s locked the register."),
    Act.SETTING_CHANGED: _("%(who)s changed a setting."),
    Act.BACKUP_MADE: _("%(who)s made a backup."),
    Act.BACKUP_RESTORED: _("%(who)s restored a backup."),
    Act.REGISTER_REBUILT: _("%(who)s had the register rebuilt."),
}


def act_sentence(act: str, *, who: str) -> str:
    """What was done and by whom, in the language of the page."""
    return str(SENTENCES[Act(act)]) % {"who": who}
