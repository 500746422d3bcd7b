"""Grade the reliability of a source."""

from heard.custody.acts import Act
from heard.procedures.add_source import require_grade
from heard.procedures.doing import procedure
from heard.procedures.reasons import require_reason
from heard.records.shelf.accounts import put_grade
from heard.register.member import Member


def grade_source(*, by: Member, source: str, grade: str, reason: str) -> None:
    """From now on this grade (A to F) counts; earlier ones stay. Raises NotFound, Malformed."""
    require_grade(grade)
    require_reason(reason)
    with procedure(by=by, needs="source.grade") as doing:
        entry = doing.log(act=Act.SOURCE_GRADED, item=source, reason=reason, facts={"grade": grade})
        put_grade(source, grade, reason=reason, entry=entry)
