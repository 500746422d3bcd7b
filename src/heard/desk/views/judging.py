"""Joining and parting by hand: judgements with a reason, which can be taken back."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from heard.desk.asking import by
from heard.desk.forms.judging import JudgeForm, UndoJudgementForm
from heard.desk.views.shown import colleagues
from heard.procedures.judge import judge
from heard.procedures.undo_judgement import undo_judgement
from heard.records import search
from heard.records.queries import claims, judgements, persons
from heard.records.queries.claims import ClaimFilter
from heard.records.queries.pages import Referent
from heard.register.judgement import Subject
from heard.register.member import Member
from heard.terms.errors import NotFound
from heard.terms.saying import Kind, NameKind


@require_GET
def join(request: HttpRequest, key: str) -> HttpResponse:
    """Look for another person, body or place that may be the same, and judge."""
    here = _referent(by(request), key)
    wanted = request.GET.get("with", here.name)
    found = search.search_names(by(request), wanted, kind=here.kind).items if wanted.strip() else ()
    context = {
        "way": "register",
        "here": here,
        "wanted": wanted,
        "hits": [hit for hit in found if hit.referent.key != here.key],
        "form": JudgeForm(initial={"subject": Subject.MENTIONS.value, "left": here.key}),
        "judgements": judgements.judgements_of(by(request), here.key),
        "names": colleagues(request),
        "undo_form": UndoJudgementForm(),
    }
    return render(request, "desk/join.html", context)


@require_GET
def join_claim(request: HttpRequest, key: str) -> HttpResponse:
    """Look among claims of the same kind for one that tells the same incident, and judge."""
    line = claims.claim(by(request), key)
    if line.claim.kind is not Kind.ACT:
        raise NotFound("incident")
    alike = claims.claims_page(by(request), ClaimFilter(kind=Kind.ACT, type=line.claim.type))
    others = [other for other in alike.items if other.incident != line.incident]
    form = JudgeForm(initial={"subject": Subject.CLAIMS.value, "left": line.claim.key})
    context = {"way": "register", "line": line, "others": others, "form": form}
    return render(request, "desk/join_claim.html", context)


@require_POST
def judge_pair(request: HttpRequest) -> HttpResponse:
    """Keep what was decided of two mentions or two claims."""
    form = JudgeForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose the other one, what they are, and give a reason. Nothing was recorded."))
        return redirect(_back(request))
    value = form.value()
    judge(by=by(request), **value.parts())
    messages.success(request, _("The judgement is recorded. It can be taken back, and what it joined comes apart."))
    return redirect(_page_of(by(request), value.subject, value.left))


@require_POST
def undo(request: HttpRequest, key: str) -> HttpResponse:
    """Take a judgement back."""
    form = UndoJudgementForm(request.POST)
    taken = judgements.judgement(by(request), key)
    if form.is_valid():
        undo_judgement(by=by(request), judgement=key, reason=form.cleaned_data["reason"])
        messages.success(request, _("The judgement is taken back. It stays in the record."))
    return redirect(_page_of(by(request), taken.subject, taken.left))


def _page_of(member: Member, subject: Subject, key: str) -> str:
    """The page of what a mention or a claim refers to."""
    if subject is Subject.CLAIMS:
        return reverse("incident", args=[key])
    here = _referent(member, key)
    return reverse("place" if here.kind is NameKind.PLACE else "person", args=[here.key])


def _referent(member: Member, key: str) -> Referent:
    """The person, body or place that a mention of this key refers to."""
    try:
        return persons.person_page(member, key).person
    except NotFound:
        return persons.place_page(member, key).place


def _back(request: HttpRequest) -> str:
    """The page the form stood on."""
    name = "join_claim" if request.POST.get("subject") == Subject.CLAIMS.value else "join"
    left = request.POST.get("left", "") or "0"
    return f"{reverse(name, args=[left])}?{urlencode({'with': request.POST.get('with', '')})}"
