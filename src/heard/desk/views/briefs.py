"""A brief and its bundle, made from the desk."""

import re
from io import BytesIO
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from heard.acting.permitted import Permitted, permitted
from heard.desk.asking import by
from heard.desk.forms.briefs import BriefForm
from heard.desk.labels import page_language
from heard.desk.views.shown import today
from heard.procedures.make_brief import make_brief
from heard.procedures.make_bundle import make_bundle
from heard.records.queries import accounts, claims, persons
from heard.register.member import Member
from heard.terms.names import fold, visible

_LONGEST_NAME = 60  # characters of a title that its file carries
_KINDS = {
    "bundle": ("bundle.zip", "application/zip"),
    "pdf": ("brief.pdf", "application/pdf"),
    "docx": ("brief.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "json": ("brief.json", "application/json"),
}


@require_http_methods(["GET", "POST"])
def brief(request: HttpRequest) -> HttpResponse:
    """Choose what goes in, for which use and in which language; what consent forbids stays out."""
    form = BriefForm(request.POST or None, known=_known(request), initial=_initial(request))
    if request.method == "POST" and form.is_valid():
        allowed = _allowed(request, form.parts())
        if not allowed.claims or (allowed.left_out.claims and "without" not in request.POST):
            return _asked(request, form, allowed)
        name, media_type = _KINDS[form.cleaned_data["form"]]
        content = _made(by(request), form.cleaned_data["form"], name, form.parts())
        headers = {"Content-Disposition": f'attachment; filename="{_file_name(form.cleaned_data["title"], name)}"'}
        return HttpResponse(content, content_type=media_type, headers=headers)
    context = {"way": "register", "tab": "brief", "form": form, "person": _person(request)}
    return render(request, "desk/brief.html", context, status=422 if form.errors else 200)


def _allowed(request: HttpRequest, parts: dict[str, Any]) -> Permitted:
    """What consent lets into the brief, and how much it leaves out."""
    found = claims.claims_for_brief(by(request), accounts=parts["accounts"], person=parts["person"])
    return permitted(found, use=parts["use"])


def _asked(request: HttpRequest, form: BriefForm, allowed: Permitted) -> HttpResponse:
    """What would be left out, before anything is made; where nothing would be left in, nothing is made."""
    context = {"way": "register", "tab": "brief", "form": form, "person": _person(request), "allowed": allowed}
    return render(request, "desk/brief.html", context, status=200 if allowed.claims else 409)


def _file_name(title: str, name: str) -> str:
    """A name that tells one file from another, in letters that every system keeps."""
    words = re.sub(r"[^a-z0-9]+", "-", fold(title)).strip("-")[:_LONGEST_NAME].strip("-")
    stem, _dot, suffix = name.partition(".")
    return f"{words or stem}-{today().isoformat()}.{suffix}"


def _made(member: Member, kind: str, name: str, parts: dict[str, Any]) -> bytes:
    """The file asked for, made in memory."""
    if kind != "bundle":
        return make_brief(by=member, on=today(), **parts).files[name]
    bundle = BytesIO()
    make_bundle(by=member, on=today(), to=bundle, **parts)
    return bundle.getvalue()


def _known(request: HttpRequest) -> tuple[tuple[str, str], ...]:
    """Key and title of the accounts to choose from: those asked for first, then the newest."""
    asked = [*request.GET.getlist("account"), *request.POST.getlist("accounts")]
    known = {key: visible(accounts.account(by(request), key).title) for key in asked}
    newest = accounts.accounts_page(by(request)).items
    return tuple((known | {line.key: visible(line.title) for line in newest if not line.unreadable}).items())


def _initial(request: HttpRequest) -> dict[str, Any]:
    return {
        "accounts": request.GET.getlist("account"),
        "person": request.GET.get("person", ""),
        "language": page_language(),
        "use": "internal_analysis",
    }


def _person(request: HttpRequest) -> str:
    """The name of the person the brief is about, empty for a brief of accounts."""
    key = request.POST.get("person") or request.GET.get("person", "")
    return persons.person_page(by(request), key).person.name if key else ""
