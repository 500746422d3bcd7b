"""Findings: recorded by one person, approved by another."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from heard.desk.asking import by
from heard.desk.forms.judging import FindingForm
from heard.desk.labels import page_language
from heard.desk.views.shown import colleagues
from heard.procedures.approve_finding import approve_finding
from heard.procedures.record_finding import record_finding
from heard.records.queries import claims, incidents, judgements
from heard.records.queries.pages import ClaimLine
from heard.register.claim import Claim
from heard.register.sentences import sentence
from heard.terms.saying import Kind


@require_GET
def listed(request: HttpRequest) -> HttpResponse:
    """Findings that wait for a second person, then all others."""
    found = judgements.findings(by(request))
    context = {
        "way": "register",
        "tab": "findings",
        "waiting": [finding for finding in found if not finding.approved_by],
        "approved": [finding for finding in found if finding.approved_by],
        "abouts": {finding.about: _words(request, finding.about) for finding in found},
        "names": colleagues(request),
        "me": by(request).key,
    }
    return render(request, "desk/findings.html", context)


@require_http_methods(["GET", "POST"])
def record(request: HttpRequest, claim: str) -> HttpResponse:
    """Record what is concluded on a claim's incident."""
    line = claims.claim(by(request), claim)
    form = FindingForm(request.POST or None, claims=_choices(_speaking(request, line)))
    if request.method == "POST" and form.is_valid():
        record_finding(by=by(request), about=claim, **form.parts())
        messages.success(request, _("The finding is recorded. It counts when a reviewer other than you approves it."))
        return redirect("findings")
    context = {"way": "register", "line": line, "form": form}
    return render(request, "desk/record_finding.html", context, status=422 if form.errors else 200)


@require_POST
def approve(request: HttpRequest, key: str) -> HttpResponse:
    """Approve a colleague's finding."""
    approve_finding(by=by(request), finding=key)
    messages.success(request, _("The finding is approved."))
    return redirect("findings")


def _words(request: HttpRequest, claim: str) -> str:
    """The claim a finding is about, as a sentence."""
    return sentence(claims.claim(by(request), claim).claim, page_language()).text


def _speaking(request: HttpRequest, line: ClaimLine) -> list[Claim]:
    """The claims that speak of the same incident, denials among them, or the claim alone."""
    if line.claim.kind is not Kind.ACT:
        return [line.claim, *(claims.claim(by(request), key).claim for key in line.denied_by)]
    page = incidents.incident_page(by(request), line.claim.key)
    return [other.claim for other in (*page.claims, *page.denials)]


def _choices(speaking: list[Claim]) -> list[tuple[str, str]]:
    return [(claim.key, f"{claim.account.title}: {sentence(claim, page_language()).text}") for claim in speaking]
