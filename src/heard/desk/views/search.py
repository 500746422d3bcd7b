"""Search over names and words, in all scripts and spellings."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from heard.desk.asking import by
from heard.desk.words import explain
from heard.records import search as searching
from heard.terms.errors import Malformed, TooBroad

_LONGEST = 200  # characters of a question


@require_GET
def search(request: HttpRequest) -> HttpResponse:
    """Persons, bodies and places by any spelling, then passages of accounts."""
    query = request.GET.get("q", "").strip()[:_LONGEST]
    context: dict[str, object] = {"query": query}
    try:
        context |= _found(request, query) if query else {}
    except (TooBroad, Malformed) as unfit:
        context["explanation"] = explain(unfit)
    return render(request, "desk/search.html", context)


def _found(request: HttpRequest, query: str) -> dict[str, object]:
    """Names are shown above the first page of passages only."""
    after = request.GET.get("after", "")
    found = searching.search_texts(by(request), query, after=after)
    names = () if after else searching.search_names(by(request), query).items
    return {"found": found, "found_names": names}
