"""What happens around every page: headers, limits, the second factor, and errors turned into sentences."""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from heard.desk.asking import looking
from heard.desk.uploads import too_large
from heard.desk.views.failures import explained
from heard.terms.errors import HeardError, NotPermitted, RequestTooLarge

Answer = Callable[[HttpRequest], HttpResponseBase]

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
#: Pages that hold no content; an administrator sees these and no others.
_WITHOUT_CONTENT = frozenset(
    {
        "custody",
        "custody_item",
        "members",
        "member",
        "member_password",
        "member_second_factor",
        "member_deactivate",
        "member_reactivate",
        "settings",
        "set_language",
        "language",
    }
)
#: Prefixes of allauth's own pages: log-in, password, second factor.
_ENTRANCE = ("account_", "mfa_")


_WHY_A_SECOND_FACTOR = _(
    "A password alone can be guessed or taken, so the desk asks for a second factor. Add one here; before that, "
    "nothing else opens."
)


def headers(answer: Answer) -> Answer:
    """Nothing from elsewhere, nothing inline, nothing kept in a browser's cache."""

    def page(request: HttpRequest) -> HttpResponseBase:
        response = answer(request)
        for name, value in _HEADERS.items():
            response.headers[name] = value
        if not request.path.startswith(f"/{settings.STATIC_URL.lstrip('/')}"):
            response.headers["Cache-Control"] = "no-store"
        return response

    return page


def size_limit(answer: Answer) -> Answer:
    """Refuse what is too large before it is taken in."""

    def page(request: HttpRequest) -> HttpResponseBase:
        return explained(request, RequestTooLarge("bytes")) if too_large(request) else answer(request)

    return page


def second_factor(answer: Answer) -> Answer:
    """A member without a second factor is shown how to add one, and nothing else."""

    def page(request: HttpRequest) -> HttpResponseBase:
        open_paths = (reverse("mfa_index"), reverse("account_logout"), reverse("set_language"), "/entrance/")
        lacks = (
            settings.HEARD_SECOND_FACTOR
            and request.user.is_authenticated
            and not request.path.startswith(open_paths)
            and not is_mfa_enabled(request.user)
        )
        if not lacks:
            return answer(request)
        messages.info(request, _WHY_A_SECOND_FACTOR)
        return redirect("mfa_index")

    return page


class Explaining:
    """Every error of Heard becomes a page with sentences; administrators are kept from content."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.answer(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponse | None:
        """Refuse content to an administrator, whatever the view."""
        member = looking(request)
        name = (request.resolver_match.url_name or "") if request.resolver_match else ""
        if member is None or member.reads_content or name in _WITHOUT_CONTENT or name.startswith(_ENTRANCE):
            return None
        return explained(request, NotPermitted("see content"))

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page for an error that has sentences; others go on."""
        return explained(request, error) if isinstance(error, HeardError) else None
