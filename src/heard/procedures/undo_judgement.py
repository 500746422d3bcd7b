"""Take back a judgement: what it joined comes apart exactly, what it parted may join again."""

from heard.custody.acts import Act
from heard.procedures.doing import procedure
from heard.procedures.reasons import require_reason
from heard.records.shelf.judgements import put_undoing, standing_judgement
from heard.register.member import Member


def undo_judgement(*, by: Member, judgement: str, reason: str) -> None:
    """Raises Conflict where it no longer stands, NotFound, Malformed (no reason)."""
    require_reason(reason)
    with procedure(by=by, needs="judgement.undo") as doing:
        row = standing_judgement(judgement)
        entry = doing.log(act=Act.JUDGEMENT_UNDONE, item=judgement, reason=reason)
        put_undoing(row, reason=reason, entry=entry)
