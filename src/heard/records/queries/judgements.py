"""What people decided of mentions, claims and incidents."""

from heard.records.queries.permission import content
from heard.register.finding import Finding
from heard.register.judgement import Judgement
from heard.register.member import Member


@content
def judgements_of(by: Member, /, key: str) -> tuple[Judgement, ...]:
    """Standing judgements that name a mention of this person or place, or a claim of this incident, oldest first."""
    raise NotImplementedError


@content
def judgement(by: Member, /, key: str) -> Judgement:
    """One judgement, also when undone or superseded; raises NotFound."""
    raise NotImplementedError


@content
def findings(by: Member, /, *, about: str = "", waiting: bool = False) -> tuple[Finding, ...]:
    """Standing findings, newest first, at most 1,000: of one claim's incident, or all; only those not yet approved."""
    raise NotImplementedError
