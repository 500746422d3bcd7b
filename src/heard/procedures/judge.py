"""Keep what a person decided of two mentions or two act claims."""

from heard.register.judgement import Subject, Verdict
from heard.register.member import Member


def judge(*, by: Member, subject: Subject, left: str, right: str, verdict: Verdict, reason: str) -> str:
    """The key of the judgement; one on the same pair is superseded. The order of the two does not matter.

    Raises Contradictory (keys of the judgements that stand against it; a person decides which to undo), Conflict where
    a colleague judged the pair at the same time, NotFound, Malformed (no reason, or a thing with itself).
    """
    raise NotImplementedError
