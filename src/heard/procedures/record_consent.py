"""Keep what a source answered of one use."""

from heard.custody.acts import Act
from heard.procedures.add_source import require_use
from heard.procedures.doing import procedure
from heard.records.shelf.accounts import put_answer
from heard.register.account import Answer
from heard.register.member import Member


def record_consent(*, by: Member, source: str, use: str, answer: Answer, note: str = "") -> None:
    """From now on this answer counts; earlier ones stay. Raises NotFound (source), Malformed (no such use)."""
    require_use(use)
    with procedure(by=by, needs="consent.record") as doing:
        facts = {"use": use, "answer": answer.value}
        entry = doing.log(act=Act.CONSENT_RECORDED, item=source, reason=note, facts=facts)
        put_answer(source, use, answer, note=note, entry=entry)
