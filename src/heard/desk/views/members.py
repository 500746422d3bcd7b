"""Settings: one's own, and for the administrator the members."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from heard.desk.asking import by
from heard.desk.forms.accounts import ReasonForm
from heard.desk.forms.members import MemberForm, PasswordForm
from heard.desk.views.shown import trail
from heard.procedures.add_member import add_member
from heard.procedures.deactivate_member import deactivate_member
from heard.procedures.reactivate_member import reactivate_member
from heard.procedures.reset_second_factor import reset_second_factor
from heard.procedures.set_member_password import set_member_password
from heard.records.queries import house


@require_GET
def settings_page(request: HttpRequest) -> HttpResponse:
    """One's own log-in, and how the desk is set."""
    context = {
        "way": "settings",
        "second_factor": settings.HEARD_SECOND_FACTOR,
        "idle": settings.SESSION_COOKIE_AGE // 60,
    }
    return render(request, "desk/settings.html", context)


@require_http_methods(["GET", "POST"])
def listed(request: HttpRequest) -> HttpResponse:
    """All members; the administrator adds one here."""
    form = MemberForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        add_member(by=by(request), **form.parts())
        messages.success(request, _("The member is added."))
        return redirect("members")
    context = {"way": "settings", "members": house.members(by(request)), "form": form}
    return render(request, "desk/members.html", context, status=422 if form.errors else 200)


@require_GET
def about(request: HttpRequest, key: str) -> HttpResponse:
    """One member; an administrator looks after the log-in here."""
    return _about(request, key)


@require_POST
def password(request: HttpRequest, key: str) -> HttpResponse:
    """Set a new password."""
    form = PasswordForm(request.POST, prefix="password")
    if not form.is_valid():
        return _about(request, key, password_form=form)
    set_member_password(by=by(request), member=key, password=form.cleaned_data["password"])
    messages.success(request, _("The new password counts from now on. What was open is closed."))
    return redirect("member", key=key)


@require_POST
def second_factor(request: HttpRequest, key: str) -> HttpResponse:
    """Reset a lost second factor."""
    form = ReasonForm(request.POST, prefix="factor")
    if not form.is_valid():
        return _about(request, key, factor_form=form)
    reset_second_factor(by=by(request), member=key, reason=form.cleaned_data["reason"])
    messages.success(request, _("The second factor is reset. The next log-in asks for a new one."))
    return redirect("member", key=key)


@require_POST
def deactivate(request: HttpRequest, key: str) -> HttpResponse:
    """Shut a member out."""
    form = ReasonForm(request.POST, prefix="active")
    if not form.is_valid():
        return _about(request, key, active_form=form)
    me = by(request).key
    deactivate_member(by=by(request), member=key, reason=form.cleaned_data["reason"])
    if key == me:
        return redirect("account_login")
    messages.success(request, _("The member is deactivated. What was open is closed."))
    return redirect("member", key=key)


@require_POST
def reactivate(request: HttpRequest, key: str) -> HttpResponse:
    """Let a member in again."""
    form = ReasonForm(request.POST, prefix="active")
    if not form.is_valid():
        return _about(request, key, active_form=form)
    reactivate_member(by=by(request), member=key, reason=form.cleaned_data["reason"])
    messages.success(request, _("The member is active again."))
    return redirect("member", key=key)


def _about(request: HttpRequest, key: str, **sent: forms.Form) -> HttpResponse:
    """The page of a member, with the form that was sent and does not fit."""
    context = {
        "way": "settings",
        "line": house.member(by(request), key),
        "own": key == by(request).key,
        "password_form": PasswordForm(prefix="password"),
        "factor_form": ReasonForm(prefix="factor"),
        "active_form": ReasonForm(prefix="active"),
        "trail": trail(request, key),
    }
    return render(request, "desk/member.html", context | sent, status=422 if sent else 200)
