"""Log that a member looked at an item."""

from heard.register.member import Member


def note_view(*, by: Member, item: str, page: str) -> None:
    """One custody entry; `page` says what was shown: account, person, incident, place, search."""
    raise NotImplementedError
