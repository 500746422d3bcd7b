"""The reading page: a document, its drafts, and what a person decides of them."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from heard.desk.asking import by
from heard.desk.engines import reader
from heard.desk.forms.drafts import AcceptForm, DecisionForm, EditForm, NewClaimForm, RejectForm, UndoForm
from heard.desk.review import next_waiting
from heard.desk.views.reading_page import LAST, answer, reading_page, unveiled_key
from heard.desk.views.shown import seen
from heard.desk.words import explain
from heard.procedures.accept_draft import accept_draft
from heard.procedures.add_claim import add_claim
from heard.procedures.edit_draft import edit_draft
from heard.procedures.read_account import read_account
from heard.procedures.reject_draft import reject_draft
from heard.procedures.undo_decision import undo_decision
from heard.records.queries import accounts, drafts
from heard.records.queries.pages import State
from heard.terms.errors import Conflict, NotFound


@require_GET
def waiting(request: HttpRequest) -> HttpResponse:
    """Accounts whose drafts wait, and those no reader has read."""
    states = (State.TO_DECIDE, State.UNREAD)
    lists = tuple((state, accounts.accounts_page(by(request), state=state)) for state in states)
    return render(request, "desk/reading_list.html", {"lists": lists, "way": "reading"})


@require_GET
def read(request: HttpRequest, account: str) -> HttpResponse:
    """The document on one side, its drafts on the other."""
    page = accounts.account_page(by(request), account)
    if page.text is None:
        return redirect("account", key=account)
    seen(request, item=account, page="account")
    return reading_page(request, account, wanted=request.GET.get("draft", ""))


@require_POST
def propose(request: HttpRequest, account: str) -> HttpResponse:
    """Let the reader propose drafts."""
    read_account(by=by(request), account=account, reader=reader())
    return redirect("read", account=account)


@require_POST
def veil(request: HttpRequest, account: str) -> HttpResponse:
    """Show graphic passages of this account, or hide them again, until log-out."""
    request.session[unveiled_key(account)] = "show" in request.POST
    return redirect(f"{reverse('read', args=[account])}?draft={request.POST.get('draft', '')}")


@require_POST
def accept(request: HttpRequest, account: str, draft: str) -> HttpResponse:
    form = AcceptForm(request.POST)

    def decide() -> None:
        accept_draft(by=by(request), draft=draft, expected=form.seen_decisions(), credibility=form.grade())

    return _decide(request, account, draft, form, decide)


@require_POST
def reject(request: HttpRequest, account: str, draft: str) -> HttpResponse:
    form = RejectForm(request.POST)

    def decide() -> None:
        reject_draft(by=by(request), draft=draft, expected=form.seen_decisions(), reason=form.why())

    return _decide(request, account, draft, form, decide)


@require_POST
def edit(request: HttpRequest, account: str, draft: str) -> HttpResponse:
    form = EditForm(request.POST, draft=drafts.draft(by(request), draft).draft)

    def decide() -> None:
        edit_draft(by=by(request), draft=draft, expected=form.seen_decisions(), reason=form.why(), saying=form.value())

    return _decide(request, account, draft, form, decide)


@require_POST
def undo(request: HttpRequest, account: str, draft: str) -> HttpResponse:
    form = UndoForm(request.POST)
    if not form.is_valid():
        return answer(request, account, wanted=draft, status=422)
    try:
        undo_decision(by=by(request), draft=draft, expected=form.seen_decisions())
    except Conflict as conflict:
        return _overtaken(request, account, draft, conflict)
    request.session.pop(LAST, None)
    return answer(request, account, wanted=draft, said=_("Taken back. The draft waits again."))


@require_POST
def add(request: HttpRequest, account: str) -> HttpResponse:
    """Add a claim from a selection or from typed words."""
    text = accounts.account_page(by(request), account).text
    if text is None:
        raise NotFound("text")
    form = NewClaimForm(request.POST, text=text)
    if not form.is_valid():
        return answer(request, account, also={"new_form": form, "new_open": True}, status=422)
    add_claim(by=by(request), account=account, saying=form.value())
    return answer(request, account, wanted=request.POST.get("draft", ""), said=_("The claim is recorded."))


def _decide(
    request: HttpRequest, account: str, draft: str, form: DecisionForm, decide: Callable[[], None]
) -> HttpResponse:
    """Decide, and go on to the next draft that waits; the one just decided can be taken back."""
    if not form.is_valid():
        return answer(request, account, wanted=draft, also={form.name: form}, status=422)
    try:
        decide()
    except Conflict as conflict:
        return _overtaken(request, account, draft, conflict)
    request.session[LAST] = draft
    return answer(request, account, wanted=next_waiting(drafts.drafts(by(request), account), draft))


def _overtaken(request: HttpRequest, account: str, draft: str, conflict: Conflict) -> HttpResponse:
    """The draft as a colleague left it, and what to do."""
    return answer(request, account, wanted=draft, also={"explanation": explain(conflict)}, status=409)
