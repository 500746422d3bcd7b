"""Settings: one's own, and for the administrator the members."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from heard.desk.asking import by
from heard.desk.forms.members import MemberForm
from heard.procedures.add_member import add_member
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
