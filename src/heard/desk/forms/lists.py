"""Filters of the lists."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from heard.desk.labels import choices, claim_choices
from heard.records.queries.claims import ClaimFilter
from heard.records.queries.pages import State
from heard.terms.saying import Kind, Polarity


class _Filter(forms.Form):
    """A form sent by its address; what does not fit is left out, and never an error."""

    def given(self) -> dict[str, Any]:
        """The filters that are set."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value not in {"", None}}

    def is_set(self) -> bool:
        """Whether anything is filtered at all."""
        return bool(self.given())


class InboxFilter(_Filter):
    state = forms.ChoiceField(label=_("State"), required=False)
    language = forms.ChoiceField(label=_("Language"), required=False)
    urgent = forms.ChoiceField(label=_("Urgency"), required=False)
    holder = forms.ChoiceField(label=_("Who has it"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = [("", _("any")), ("mine", _("mine")), ("free", _("nobody"))]
        self.fields["holder"].choices = held  # type: ignore[attr-defined]
        self.fields["state"].choices = choices("states", empty=_("any"))  # type: ignore[attr-defined]
        self.fields["language"].choices = choices("languages", empty=_("any"))  # type: ignore[attr-defined]
        self.fields["urgent"].choices = [("", _("any")), ("1", _("urgent only"))]  # type: ignore[attr-defined]

    def wanted(self, *, me: str) -> dict[str, Any]:
        """What the inbox's query takes; `me` is the key of the member who asks."""
        given = self.given()
        return {
            "state": State(given["state"]) if "state" in given else None,
            "language": given.get("language", ""),
            "urgent": True if "urgent" in given else None,
            "holder": {"mine": me, "free": ""}.get(given.get("holder", "")),
        }


class ClaimsFilter(_Filter):
    what = forms.ChoiceField(label=_("What"), required=False)
    polarity = forms.ChoiceField(label=_("The source"), required=False)
    earliest = forms.DateField(label=_("From"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    latest = forms.DateField(label=_("Until"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    reviewed = forms.ChoiceField(label=_("Reviewed"), required=False)
    account = forms.CharField(required=False, max_length=32, widget=forms.HiddenInput)
    person = forms.CharField(required=False, max_length=32, widget=forms.HiddenInput)
    place = forms.CharField(required=False, max_length=32, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(f"{kind}.", label) for kind, label in choices("kinds")]
        all_kinds = [("", _("anything")), (_("All of one kind"), kinds)]
        self.fields["what"].choices = all_kinds + claim_choices()  # type: ignore[attr-defined]
        self.fields["polarity"].choices = choices("polarities", empty=_("any"))  # type: ignore[attr-defined]
        reviewed = [("", _("any")), ("yes", _("by a person")), ("no", _("by a program only"))]
        self.fields["reviewed"].choices = reviewed  # type: ignore[attr-defined]

    def wanted(self) -> ClaimFilter:
        """Which claims the list holds."""
        given = self.given()
        kind, _dot, type = given.get("what", "").partition(".")
        return ClaimFilter(
            kind=Kind(kind) if kind else None,
            type=type,
            polarity=Polarity(given["polarity"]) if "polarity" in given else None,
            account=given.get("account", ""),
            person=given.get("person", ""),
            place=given.get("place", ""),
            earliest=given["earliest"].isoformat() if "earliest" in given else "",
            latest=given["latest"].isoformat() if "latest" in given else "",
            reviewed={"yes": True, "no": False}.get(given.get("reviewed", "")),
        )
