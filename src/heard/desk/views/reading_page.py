"""Puts the reading page together: what it shows, and which part of it answers a request."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from heard.desk.asking import by
from heard.desk.forms.drafts import EditForm, NewClaimForm, RejectForm
from heard.desk.review import Card, Review
from heard.desk.standing import standing
from heard.desk.views.holding import hand
from heard.desk.views.shown import colleagues, trail
from heard.procedures.consenting import READING
from heard.records.queries import accounts, drafts
from heard.records.queries.pages import DraftLine, DraftsPage
from heard.terms.errors import NotFound
from heard.terms.saying import Kind

LAST = "last decided"


def unveiled_key(account: str) -> str:
    """Where a session remembers that graphic passages of this account are shown."""
    return f"unveiled {account}"


def answer(
    request: HttpRequest,
    account: str,
    *,
    wanted: str = "",
    said: str = "",
    also: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    """What a form of the reading page is answered with: the page itself, reached by a redirect without scripts."""
    if status != 200 or request.htmx:  # type: ignore[attr-defined]
        return reading_page(request, account, wanted=wanted, said=said, also=also, status=status)
    if said:
        messages.success(request, said)
    return redirect(f"{reverse('read', args=[account])}?{urlencode({'draft': wanted})}#current")


def reading_page(
    request: HttpRequest,
    account: str,
    *,
    wanted: str,
    said: str = "",
    also: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The whole page, or only its drafts where a script asks for them."""
    context = _context(request, account, wanted) | {"said": said} | (also or {})
    scripted = request.htmx and not request.htmx.boosted  # type: ignore[attr-defined]
    name = "desk/parts/drafts.html" if scripted else "desk/reading.html"
    return render(request, name, context, status=status)


def _context(request: HttpRequest, account: str, wanted: str) -> dict[str, Any]:
    page = accounts.account_page(by(request), account)
    if page.text is None:
        raise NotFound("text")
    all_drafts = drafts.drafts(by(request), account)
    veil = not request.session.get(unveiled_key(account), False)
    review = Review.of(
        page, page.text, all_drafts, standing(by(request), all_drafts), wanted=wanted, at=_place(request), veil=veil
    )
    return {
        "way": "reading",
        "account": page.account,
        "page": page,
        "review": review,
        "readable": page.account.source.consent.allows(READING),
        "veil": veil,
        "kinds": tuple(Kind),
        "last": _last(request, all_drafts, review.now),
        "new_form": NewClaimForm(text=page.text, initial={"polarity": "asserted"}),
        "edit_form": _edit_form(review.now),
        "reject_form": RejectForm(),
        "names": colleagues(request),
        "hand": hand(request, page.holder),
        "trail": trail(request, account),
    }


def _place(request: HttpRequest) -> int | None:
    """The place in the text that was asked for, None for none."""
    at = request.GET.get("at", "")
    return int(at) if at.isdecimal() and len(at) < 10 else None


def _last(request: HttpRequest, all_drafts: DraftsPage, now: Card | None) -> DraftLine | None:
    """The draft this member decided last, unless it is the one being looked at."""
    key = request.session.get(LAST, "")
    shown = now.line.key if now else ""
    return next((line for line in all_drafts.drafts if line.key == key != shown), None)


def _edit_form(card: Card | None) -> EditForm | None:
    return EditForm(draft=card.draft, initial={"expected": card.line.ordinal}) if card else None
