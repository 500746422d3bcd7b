"""Incidents: what sets of act claims refer to."""

from heard.records.queries.pages import IncidentPage
from heard.records.queries.permission import content
from heard.register.member import Member


@content
def incident_page(by: Member, /, key: str) -> IncidentPage:
    """The incident that an act claim of this key speaks of; raises NotFound."""
    raise NotImplementedError
