"""The custody record: how far the log has come, and the trail of any item."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from heard.desk.asking import by
from heard.desk.views.shown import as_sentences, trail
from heard.records.queries.custody_log import custody_log
from heard.terms.errors import NotFound


@require_GET
def log(request: HttpRequest) -> HttpResponse:
    """How far the log has come, the last checkpoint, and who has witnessed it."""
    found = custody_log(by(request))
    context = {"way": "custody", "log": found, "latest": as_sentences(request, found.latest)}
    return render(request, "desk/custody.html", context)


@require_GET
def item(request: HttpRequest, item: str) -> HttpResponse:
    """The whole trail of one item, with its hashes."""
    lines = trail(request, item)
    if not lines:
        raise NotFound("item")
    return render(request, "desk/custody_item.html", {"way": "custody", "item": item, "trail": lines})
