"""Claims: the list with its filters, and one claim with all that hangs on it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from heard.desk.asking import by
from heard.desk.forms.accounts import ReasonForm
from heard.desk.forms.drafts import CorrectForm
from heard.desk.forms.lists import ClaimsFilter
from heard.desk.views.shown import colleagues, seen, trail
from heard.procedures.link_denial import link_denial
from heard.procedures.supersede_claim import supersede_claim
from heard.procedures.withdraw_claim import withdraw_claim
from heard.reading.draft import Draft
from heard.records.queries import accounts, claims, judgements
from heard.records.queries.pages import ClaimLine
from heard.register.claim import Claim
from heard.terms.errors import NotFound
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


@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, key: str) -> HttpResponse:
    """Put a corrected claim in the place of this one, which stays in the record."""
    line = claims.claim(by(request), key)
    form = CorrectForm(request.POST or None, draft=_as_draft(request, line.claim))
    if request.method == "POST" and form.is_valid():
        stands = supersede_claim(by=by(request), claim=key, saying=form.value(), reason=form.why())
        messages.success(request, _("The corrected claim stands now. The earlier one stays in the record."))
        return redirect("claim", key=stands)
    context = {"way": "register", "line": line, "form": form}
    return render(request, "desk/correct.html", context, status=422 if form.errors else 200)


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


def _as_draft(request: HttpRequest, claim: Claim) -> Draft:
    """The claim as a draft to change; raises NotFound where its text is destroyed."""
    text = accounts.account_page(by(request), claim.account.key).text
    if text is None:
        raise NotFound("text")
    return Draft(
        text=text,
        kind=claim.kind,
        type=claim.type,
        polarity=claim.polarity,
        evidence=claim.evidence,
        arguments=claim.arguments,
        maker=claim.made_by,
    )


def _could_deny(request: HttpRequest, line: ClaimLine) -> tuple[ClaimLine, ...]:
    """Claims of the same kind that are asserted and not linked yet, newest first."""
    wanted = claims.ClaimFilter(kind=line.claim.kind, polarity=Polarity.ASSERTED)
    page = claims.claims_page(by(request), wanted)
    return tuple(other for other in page.items if other.claim.key not in line.claim.denies)
