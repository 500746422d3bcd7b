"""Keep what a person decided of two mentions or two act claims."""

from heard.custody.acts import Act
from heard.procedures.doing import procedure
from heard.procedures.reasons import require_reason
from heard.records.shelf.judgements import pair, put_judgement
from heard.register.judgement import Subject, Verdict
from heard.register.member import Member


def judge(*, by: Member, subject: Subject, left: str, right: str, verdict: Verdict, reason: str) -> str:
    """The key of the judgement; one on the same pair is superseded. The order of the two does not matter.

    Raises Contradictory (keys of the judgements that stand against it; a person decides which to undo), Conflict where
    a colleague judged the pair at the same time, NotFound, Malformed (no reason, or a thing with itself).
    """
    require_reason(reason)
    with procedure(by=by, needs="judgement.make") as doing:
        two = pair(subject, left, right)
        key = doing.new_id()
        act = Act.MENTIONS_JUDGED if subject is Subject.MENTIONS else Act.CLAIMS_JUDGED
        facts = {"left": left, "right": right, "verdict": verdict.value}
        entry = doing.log(act=act, item=key, reason=reason, facts=facts)
        put_judgement(two, verdict, key=key, reason=reason, entry=entry)
    return key
