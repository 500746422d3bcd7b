"""A brief and its bundle, made from the desk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods


@require_http_methods(["GET", "POST"])
def brief(request: HttpRequest) -> HttpResponse:
    """Choose what goes in, for which use and in which language; what consent forbids stays out."""
    return render(request, "desk/brief.html", {})
