"""What goes into a brief, for whom, and in which language."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from heard.desk.labels import choices
from heard.procedures.consenting import KEEPING, READING

WITHHELD, NAMED, BY_USE = "withheld", "named", "by_use"
#: Uses that are none of a paper.
_NO_PAPER = (KEEPING, READING, "off_device_processing")
_NAMING: dict[str, bool | None] = {WITHHELD: False, NAMED: True, BY_USE: None}


class BriefForm(forms.Form):
    """A brief of some accounts, or of one person."""

    title = forms.CharField(label=_("Title"), max_length=300)
    use = forms.ChoiceField(label=_("For which use"), help_text=_("What a source's consent forbids is left out."))
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    accounts = forms.MultipleChoiceField(label=_("Accounts"), required=False, widget=forms.CheckboxSelectMultiple)
    person = forms.CharField(required=False, max_length=32, widget=forms.HiddenInput)
    perpetrators = forms.ChoiceField(
        label=_("Names of alleged perpetrators"),
        choices=[
            (BY_USE, _("only for use inside the organisation")),
            (WITHHELD, _("leave out")),
            (NAMED, _("name them, with a reason")),
        ],
    )
    reason = forms.CharField(label=_("Reason for naming them"), required=False, max_length=2_000)
    form = forms.ChoiceField(
        label=_("As"),
        choices=[
            ("bundle", _("a bundle that anyone can verify (zip)")),
            ("pdf", _("PDF")),
            ("docx", _("DOCX")),
            ("json", _("JSON")),
        ],
    )

    def __init__(self, *args: Any, known: tuple[tuple[str, str], ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["use"].choices = [one for one in choices("consent") if one[0] not in _NO_PAPER]  # type: ignore[attr-defined]
        self.fields["accounts"].choices = list(known)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("accounts") and not cleaned.get("person"):
            self.add_error("accounts", _("Choose at least one account."))
        if cleaned.get("perpetrators") == NAMED and not cleaned.get("reason", "").strip():
            self.add_error("reason", _("Naming an alleged perpetrator needs a reason, which is logged."))
        return cleaned

    def parts(self) -> dict[str, Any]:
        """What the procedures take; only after the form is valid."""
        said = self.cleaned_data
        return {
            "title": said["title"],
            "language": said["language"],
            "use": said["use"],
            "accounts": () if said["person"] else tuple(said["accounts"]),
            "person": said["person"],
            "name_perpetrators": _NAMING[said["perpetrators"]],
            "reason": said["reason"],
        }
