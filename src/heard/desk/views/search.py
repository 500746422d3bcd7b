"""Search over names and words, in all scripts and spellings."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from heard.desk.asking import by
from heard.records import search as searching

_LONGEST = 200  # characters of a question


@require_GET
def search(request: HttpRequest) -> HttpResponse:
    """Persons, bodies and places by any spelling, then passages of accounts."""
    query = request.GET.get("q", "").strip()[:_LONGEST]
    context: dict[str, object] = {"query": query}
    if query:
        context["found_names"] = searching.search_names(by(request), query)
        context["found"] = searching.search_text(by(request), query, after=request.GET.get("after", ""))
    return render(request, "desk/search.html", context)
