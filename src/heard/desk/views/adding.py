"""Taking an account in: upload, paste, or a typed interview."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from heard.desk.asking import by
from heard.desk.engines import extractor, reader
from heard.desk.forms.accounts import AccountForm, InterviewForm, SourceForm
from heard.procedures.add_source import add_source
from heard.procedures.keep_account import keep_account
from heard.procedures.read_account import read_kept
from heard.records.queries import accounts


@require_http_methods(["GET", "POST"])
def add_account(request: HttpRequest) -> HttpResponse:
    """A file, or pasted words."""
    form = AccountForm(request.POST or None, request.FILES or None)
    return _take_in(request, form, "desk/add_account.html")


@require_http_methods(["GET", "POST"])
def interview(request: HttpRequest) -> HttpResponse:
    """A typed interview, in turns of question and answer."""
    form = InterviewForm(request.POST or None)
    return _take_in(request, form, "desk/interview.html")


def _take_in(request: HttpRequest, form: AccountForm | InterviewForm, template: str) -> HttpResponse:
    source_form = SourceForm(request.POST or None, sources=accounts.sources(by(request)))
    complete = request.method == "POST" and "more" not in request.POST
    if complete and form.is_valid() & source_form.is_valid():
        source = source_form.known() or add_source(by=by(request), **source_form.new_source().parts())
        return _keep(request, form, source)
    context = {"form": form, "source_form": source_form, "way": "inbox"}
    return render(request, template, context, status=422 if complete else 200)


def _keep(request: HttpRequest, form: AccountForm | InterviewForm, source: str) -> HttpResponse:
    """Keep it, take its text out, have drafts proposed; an unreadable file is kept all the same."""
    arrived = form.arrived()
    kept = keep_account(
        by=by(request),
        content=arrived.content,
        file_name=arrived.file_name,
        media_type=arrived.media_type,
        source=source,
        title=form.cleaned_data["title"],
        told=form.cleaned_data["told"],
        urgency=form.why_urgent(),
        extract=extractor(),
    )
    read_kept(kept, by=by(request), reader=reader())
    if kept.unreadable:
        return redirect("account", key=kept.account)
    return redirect("read", account=kept.account)
