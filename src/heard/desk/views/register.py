"""The register: persons, bodies, places and incidents, each derived from claims and judgements."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from heard.desk.asking import by
from heard.desk.forms.judging import UndoJudgementForm
from heard.desk.statuses import status_now
from heard.desk.views.shown import colleagues, seen, today, trail
from heard.records.queries import incidents, judgements
from heard.records.queries import persons as referents
from heard.terms.saying import NameKind


@require_GET
def persons(request: HttpRequest) -> HttpResponse:
    return _listed(request, NameKind.PERSON, "persons")


@require_GET
def bodies(request: HttpRequest) -> HttpResponse:
    return _listed(request, NameKind.BODY, "bodies")


@require_GET
def places(request: HttpRequest) -> HttpResponse:
    return _listed(request, NameKind.PLACE, "places")


@require_GET
def person(request: HttpRequest, key: str) -> HttpResponse:
    """One person or body: names, status, timeline, claims by and about, contradictions."""
    page = referents.person_page(by(request), key)
    seen(request, item=page.person.key, page="person")
    context = {
        "way": "register",
        "page": page,
        "status": status_now(page.timeline, today=today()),
        "names": colleagues(request),
        "undo_form": UndoJudgementForm(),
        "trail": trail(request, page.person.key),
    }
    return render(request, "desk/person.html", context)


@require_GET
def place(request: HttpRequest, key: str) -> HttpResponse:
    """One place: its names and what is said to have happened there."""
    page = referents.place_page(by(request), key)
    seen(request, item=page.place.key, page="place")
    context = {
        "way": "register",
        "page": page,
        "judgements": judgements.judgements_of(by(request), page.place.key),
        "names": colleagues(request),
        "undo_form": UndoJudgementForm(),
        "trail": trail(request, page.place.key),
    }
    return render(request, "desk/place.html", context)


@require_GET
def incident(request: HttpRequest, key: str) -> HttpResponse:
    """One incident: its claims by account, denials, differences, judgements, findings."""
    page = incidents.incident_page(by(request), key)
    seen(request, item=page.key, page="incident")
    context = {
        "way": "register",
        "page": page,
        "findings": judgements.findings(by(request), about=page.key),
        "names": colleagues(request),
        "undo_form": UndoJudgementForm(),
        "trail": trail(request, page.key),
    }
    return render(request, "desk/incident.html", context)


def _listed(request: HttpRequest, kind: NameKind, tab: str) -> HttpResponse:
    page = referents.referents_page(by(request), kind, after=request.GET.get("after", ""))
    return render(request, "desk/referents.html", {"way": "register", "page": page, "tab": tab, "kind": kind})
