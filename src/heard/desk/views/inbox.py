"""The inbox: one line an account, urgent first."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from heard.desk.asking import by
from heard.desk.forms.lists import InboxFilter
from heard.desk.views.shown import colleagues
from heard.records.queries import accounts


@require_GET
def inbox(request: HttpRequest) -> HttpResponse:
    """What has arrived, urgent first, then newest first."""
    form = InboxFilter(request.GET)
    wanted = form.wanted(me=by(request).key)
    page = accounts.accounts_page(by(request), after=request.GET.get("after", ""), **wanted)
    context = {"page": page, "form": form, "way": "inbox", "names": colleagues(request), "filtered": form.is_set()}
    return render(request, "desk/inbox.html", context)
