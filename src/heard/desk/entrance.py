"""Who is let in: no sign-up, no mail, the colleague's own language."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from heard.register.member import MemberRole


class Entrance(DefaultAccountAdapter):  # type: ignore[misc]  # allauth carries no types
    """Log-in for members that an administrator added."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_mail(self, *args: Any, **kwargs: Any) -> None:
        """The desk sends no mail."""

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """An administrator sees no content, and begins at the settings."""
        if request.user.member.role is MemberRole.ADMINISTRATOR:  # type: ignore[union-attr]
            return reverse("settings")
        return str(super().get_login_redirect_url(request))

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        """Go on in the language chosen at this browser, else in the member's own."""
        response: HttpResponse = super().post_login(request, user, **kwargs)
        if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
            response.set_cookie(settings.LANGUAGE_COOKIE_NAME, user.language, httponly=True, samesite="Strict")
        return response


class SecondFactor(DefaultMFAAdapter):  # type: ignore[misc]  # allauth carries no types
    """The second factor; a member keeps at least one where the house asks for it."""

    def can_delete_authenticator(self, authenticator: Any) -> bool:
        """The last one stays, else the member would be shut out of the desk."""
        if not settings.HEARD_SECOND_FACTOR:
            return True
        kinds = {authenticator.Type.TOTP, authenticator.Type.WEBAUTHN}
        others = type(authenticator).objects.filter(user_id=authenticator.user_id, type__in=kinds)
        return bool(others.exclude(pk=authenticator.pk).exists())

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """The desk sends no mail."""
