"""Forms for members and their own settings."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from heard.desk.labels import MEMBER_ROLES
from heard.register.member import MemberRole


class MemberForm(forms.Form):
    """A new colleague."""

    username = forms.CharField(label=_("User name"), max_length=150)
    name = forms.CharField(
        label=_("Name"), max_length=200, help_text=_("Shown to colleagues. The custody log carries a pseudonym only.")
    )
    role = forms.ChoiceField(label=_("Role"))
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    password = forms.CharField(
        label=_("First password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least twelve characters. Hand it over in person; they change it after their first log-in."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = [role for role in MemberRole if role is not MemberRole.MACHINE]
        self.fields["role"].choices = [(role.value, MEMBER_ROLES[role.value]) for role in roles]  # type: ignore[attr-defined]

    def clean_password(self) -> str:
        password = str(self.cleaned_data["password"])
        validate_password(password)
        return password

    def parts(self) -> dict[str, Any]:
        """What the procedure takes; only after the form is valid."""
        return self.cleaned_data | {"role": MemberRole(self.cleaned_data["role"])}


class PasswordForm(forms.Form):
    """A new password for a colleague who lost theirs."""

    password = forms.CharField(
        label=_("New password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least twelve characters. Hand it over in person; they change it after their next log-in."),
    )

    def clean_password(self) -> str:
        password = str(self.cleaned_data["password"])
        validate_password(password)
        return password
