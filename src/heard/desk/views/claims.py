"""Claims: the list with its filters, and one claim with all that hangs on it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from heard.desk.asking import by
from heard.desk.forms.accounts import ReasonForm
from heard.desk.forms.lists import ClaimsFilter
from heard.desk.views.shown import colleagues, seen, trail
from heard.procedures.link_denial import link_denial
from heard.procedures.withdraw_claim import withdraw_claim
from heard.records.queries import claims, judgements
from heard.records.queries.pages import ClaimLine
from heard.terms.saying import Polarity


@require_GET
def listed(request: HttpRequest) -> HttpResponse:
    """Standing claims, newest first."""
    form = ClaimsFilter(request.GET)
    page = claims.claims_page(by(request), form.wanted(), after=request.GET.get("after", ""))
    context = {"way": "register", "tab": "claims", "page": page, "form": form, "filtered": form.is_set()}
    return render(request, "desk/claims.html", context)


@require_GET
def about(request: HttpRequest, key: str) -> HttpResponse:
    """One claim: its words, what it denies and who denies it, its findings, its trail."""
    line = claims.claim(by(request), key)
    seen(request, item=key, page="claim")
    claim = line.claim
    context = {
        "way": "register",
        "line": line,
        "claim": claim,
        "denied_by": [claims.claim(by(request), other) for other in line.denied_by],
        "denies": [claims.claim(by(request), other) for other in claim.denies],
        "could_deny": _could_deny(request, line) if claim.polarity is Polarity.DENIED else (),
        "findings": judgements.findings(by(request), about=key),
        "names": colleagues(request),
        "withdraw_form": ReasonForm(),
        "trail": trail(request, key),
    }
    return render(request, "desk/claim.html", context)


@require_POST
def withdraw(request: HttpRequest, key: str) -> HttpResponse:
    """Withdraw a claim that should not have been made."""
    form = ReasonForm(request.POST)
    if form.is_valid():
        withdraw_claim(by=by(request), claim=key, reason=form.cleaned_data["reason"])
        messages.success(request, _("The claim stands no longer. It stays in the record."))
    return redirect("claim", key=key)


@require_POST
def denies(request: HttpRequest, key: str) -> HttpResponse:
    """Say which claim this denial denies."""
    link_denial(by=by(request), denial=key, denies=request.POST.get("denies", ""))
    messages.success(request, _("The denial now stands beside what it denies."))
    return redirect("claim", key=key)


def _could_deny(request: HttpRequest, line: ClaimLine) -> tuple[ClaimLine, ...]:
    """Claims of the same kind that are asserted and not linked yet, newest first."""
    wanted = claims.ClaimFilter(kind=line.claim.kind, polarity=Polarity.ASSERTED)
    page = claims.claims_page(by(request), wanted)
    return tuple(other for other in page.items if other.claim.key not in line.claim.denies)
