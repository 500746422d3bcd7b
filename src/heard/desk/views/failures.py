"""Pages for what went wrong."""

from urllib.parse import urlsplit

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from heard.desk.words import explain
from heard.terms.errors import HeardError, Malformed, NotFound


def explained(request: HttpRequest, error: HeardError) -> HttpResponse:
    """A page, or for a scripted request a notice, with the sentences for `error`."""
    explanation = explain(error)
    if getattr(request, "htmx", False):
        response = render(request, "desk/parts/explanation.html", {"explanation": explanation})
        response.headers["HX-Retarget"], response.headers["HX-Reswap"] = "#messages", "innerHTML"
        return response
    context = {"explanation": explanation, "back": _back(request)}
    return render(request, "desk/error.html", context, status=explanation.status)


@login_not_required
def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came from elsewhere, or after the session ended."""
    return explained(request, Malformed("form"))


@login_not_required
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return explained(request, NotFound("page"))


@login_not_required
def broken(request: HttpRequest) -> HttpResponse:
    return explained(request, HeardError())


def _back(request: HttpRequest) -> str:
    """The page before, if it is one of ours and another one."""
    before = urlsplit(request.headers.get("Referer", ""))
    ours = before.netloc == request.get_host() and before.path != request.path
    return f"{before.path}?{before.query}".rstrip("?") if ours else ""
