"""Who has an account in hand: shown on its pages, and changed there."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from heard.desk.asking import by
from heard.desk.forms.holding import HoldingForm
from heard.procedures.hold_account import hold_account
from heard.records.queries import house
from heard.terms.errors import Malformed


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """Who has an account (`now`, empty for nobody), who looks (`me`), and to whom it can be handed."""

    now: str
    me: str
    may_take: bool
    form: HoldingForm


def hand(request: HttpRequest, now: str) -> Hand:
    """What a page of an account shows and offers."""
    me = by(request).key
    form = HoldingForm(members=house.members(by(request)), without=(now, me))
    return Hand(now=now, me=me, may_take=me != now and me in form.able, form=form)


@require_POST
def hold(request: HttpRequest, key: str) -> HttpResponse:
    """Take the account, give it back, or hand it on."""
    form = HoldingForm(request.POST, members=house.members(by(request)))
    if not form.is_valid():
        raise Malformed("holder")
    hold_account(by=by(request), account=key, **form.cleaned_data)
    messages.success(request, _("Who has the account is recorded."))
    return redirect("read", account=key) if "reading" in request.POST else redirect("account", key=key)
