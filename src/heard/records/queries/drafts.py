"""The drafts of an account and what was decided of them."""

from heard.records.queries.pages import DraftLine, DraftsPage
from heard.records.queries.permission import content
from heard.register.member import Member


@content
def drafts(by: Member, /, account: str) -> DraftsPage:
    """All drafts of the account in the order of its text, with decisions and progress; raises NotFound."""
    raise NotImplementedError


@content
def draft(by: Member, /, key: str) -> DraftLine:
    """One draft with its decisions; raises NotFound."""
    raise NotImplementedError
