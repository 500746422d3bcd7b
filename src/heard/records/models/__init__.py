"""Every table, under the one app label `records`."""

from heard.records.models.account import (
    Account,
    AccountNote,
    AccountText,
    AccountUrgency,
    Attachment,
    ConsentAnswer,
    Destruction,
    Exhibit,
    Holding,
    Source,
    SourceGrade,
    UnreadableAccount,
)
from heard.records.models.claim import Claim, ClaimArgument, Denial, Mention, Withdrawal
from heard.records.models.custody import (
    CustodyCheckpoint,
    CustodyDetail,
    CustodyEntry,
    CustodyHead,
    CustodyTile,
    ItemKey,
)
from heard.records.models.derived import (
    AccountStanding,
    ClaimStanding,
    IncidentMembership,
    Membership,
    NamedPart,
    Passage,
    Referent,
)
from heard.records.models.draft import Decision, Draft, Reading
from heard.records.models.judgement import Approval, Finding, FindingGround, Judgement, UndoneJudgement
from heard.records.models.member import MemberAccount

__all__ = [
    "Account",
    "AccountNote",
    "AccountStanding",
    "AccountText",
    "AccountUrgency",
    "Approval",
    "Attachment",
    "Claim",
    "ClaimArgument",
    "ClaimStanding",
    "ConsentAnswer",
    "CustodyCheckpoint",
    "CustodyDetail",
    "CustodyEntry",
    "CustodyHead",
    "CustodyTile",
    "Decision",
    "Denial",
    "Destruction",
    "Draft",
    "Exhibit",
    "Finding",
    "FindingGround",
    "Holding",
    "IncidentMembership",
    "ItemKey",
    "Judgement",
    "MemberAccount",
    "Membership",
    "Mention",
    "NamedPart",
    "Passage",
    "Reading",
    "Referent",
    "Source",
    "SourceGrade",
    "UndoneJudgement",
    "UnreadableAccount",
    "Withdrawal",
]
