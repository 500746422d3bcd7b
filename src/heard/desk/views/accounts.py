"""One account: its source and consent, its state, its original, its trail."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from heard.desk.asking import by
from heard.desk.forms.accounts import ConsentForm, GradeForm, ReasonForm, UrgencyForm
from heard.desk.labels import choices
from heard.desk.views.holding import hand
from heard.desk.views.shown import colleagues, seen, trail
from heard.desk.words import explain_code
from heard.procedures.grade_source import grade_source
from heard.procedures.record_consent import record_consent
from heard.procedures.set_urgency import set_urgency
from heard.procedures.shred_exhibit import shred_exhibit
from heard.records.queries import accounts
from heard.register.account import Answer


@require_GET
def about(request: HttpRequest, key: str) -> HttpResponse:
    """The account without its text: where it came from and what may be done with it."""
    page = accounts.account_page(by(request), key)
    seen(request, item=key, page="account")
    context = {
        "way": "inbox",
        "page": page,
        "account": page.account,
        "names": colleagues(request),
        "hand": hand(request, page.holder),
        "answers": [(words, page.account.source.consent.answer(use).value) for use, words in choices("consent")],
        "explanation": explain_code(page.account.unreadable) if page.account.unreadable else None,
        "consent_form": ConsentForm(),
        "grade_form": GradeForm(initial={"grade": page.account.source.grade}),
        "urgency_form": UrgencyForm(initial={"urgency": page.urgency.value if page.urgency else ""}),
        "destroy_form": ReasonForm(prefix="destroy"),
        "trail": trail(request, key),
    }
    return render(request, "desk/account.html", context)


@require_POST
def consent(request: HttpRequest, key: str) -> HttpResponse:
    """Record what the source answered of one use."""
    form = ConsentForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        source = accounts.account(by(request), key).source.key
        record_consent(by=by(request), source=source, use=said["use"], answer=Answer(said["answer"]), note=said["note"])
        messages.success(request, _("The answer is recorded and counts from now on."))
    return redirect("account", key=key)


@require_POST
def grade(request: HttpRequest, key: str) -> HttpResponse:
    """Grade the source."""
    form = GradeForm(request.POST)
    if form.is_valid():
        source = accounts.account(by(request), key).source.key
        grade_source(by=by(request), source=source, **form.cleaned_data)
        messages.success(request, _("The grade is recorded and counts from now on."))
    return redirect("account", key=key)


@require_POST
def urgency(request: HttpRequest, key: str) -> HttpResponse:
    """Say why the account is urgent, or that it no longer is."""
    form = UrgencyForm(request.POST)
    if form.is_valid():
        set_urgency(by=by(request), account=key, urgency=form.why_urgent())
        messages.success(request, _("How urgent it is, and why, is recorded."))
    return redirect("account", key=key)


@require_POST
def destroy(request: HttpRequest, key: str) -> HttpResponse:
    """Destroy the account at its source's request; this cannot be undone."""
    form = ReasonForm(request.POST, prefix="destroy")
    if form.is_valid():
        shred_exhibit(by=by(request), account=key, reason=form.cleaned_data["reason"])
        messages.success(request, _("The account is destroyed. That it existed stays in the log."))
    return redirect("account", key=key)
