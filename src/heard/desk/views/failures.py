"""Pages for what went wrong."""

import sys
from urllib.parse import urlsplit

from django.contrib.auth.decorators import login_not_required
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from heard.desk.words import explain
from heard.records.engine.failures import failures_named
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
    """Whatever else went wrong; the page asks nothing of the register, which may be what is broken."""
    explanation = explain(_named(sys.exc_info()[1]))
    return HttpResponse(render_to_string("desk/bare.html", {"explanation": explanation}), status=explanation.status)


def _named(wrong: BaseException | None) -> HeardError:
    """What went wrong outside a procedure: a busy database or a full disk by name, anything else without one."""
    if not isinstance(wrong, OperationalError | OSError):
        return HeardError()
    try:
        with failures_named():
            raise wrong
    except HeardError as named:
        return named
    except (OperationalError, OSError):
        return HeardError()


def _back(request: HttpRequest) -> str:
    """The page before, if it is one of ours and another one."""
    before = urlsplit(request.headers.get("Referer", ""))
    ours = before.netloc == request.get_host() and before.path != request.path
    return f"{before.path}?{before.query}".rstrip("?") if ours else ""
