"""Forms for judgements and findings."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from heard.desk.labels import choices
from heard.register.finding import Conclusion
from heard.register.judgement import Subject, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What was decided of which two, and why."""

    subject: Subject
    left: str
    right: str
    verdict: Verdict
    reason: str

    def parts(self) -> dict[str, Any]:
        """The same as keyword arguments."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


class JudgeForm(forms.Form):
    """Whether two are the same, with a reason."""

    subject = forms.ChoiceField(
        choices=[(subject.value, subject.value) for subject in Subject], widget=forms.HiddenInput
    )
    left = forms.CharField(max_length=32, widget=forms.HiddenInput)
    right = forms.CharField(max_length=32, label=_("The other"))
    verdict = forms.ChoiceField(label=_("They are"))
    reason = forms.CharField(label=_("Why"), max_length=2_000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["verdict"].choices = choices("verdicts", empty=_("choose"))  # type: ignore[attr-defined]

    def value(self) -> Judged:
        """The judgement; only after the form is valid."""
        said = self.cleaned_data
        return Judged(
            subject=Subject(said["subject"]),
            left=said["left"],
            right=said["right"],
            verdict=Verdict(said["verdict"]),
            reason=said["reason"],
        )


class UndoJudgementForm(forms.Form):
    reason = forms.CharField(label=_("Why take it back"), max_length=2_000)


class FindingForm(forms.Form):
    """What is concluded against a named standard of proof, and on which claims."""

    standard = forms.ChoiceField(label=_("Standard of proof"))
    conclusion = forms.ChoiceField(label=_("Conclusion"))
    reasons = forms.CharField(label=_("Reasons"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 6}))
    supports = forms.MultipleChoiceField(
        label=_("Claims that support it"), required=False, widget=forms.CheckboxSelectMultiple
    )
    contradicts = forms.MultipleChoiceField(
        label=_("Claims that contradict it"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, claims: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["standard"].choices = choices("standards")  # type: ignore[attr-defined]
        self.fields["conclusion"].choices = choices("conclusions")  # type: ignore[attr-defined]
        for name in ("supports", "contradicts"):
            self.fields[name].choices = claims  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if set(cleaned.get("supports", ())) & set(cleaned.get("contradicts", ())):
            self.add_error("contradicts", _("A claim can support it or contradict it, not both."))
        return cleaned

    def parts(self) -> dict[str, Any]:
        """What the procedure takes; only after the form is valid."""
        said = self.cleaned_data
        return {
            "standard": said["standard"],
            "conclusion": Conclusion(said["conclusion"]),
            "reasons": said["reasons"],
            "supports": tuple(said["supports"]),
            "contradicts": tuple(said["contradicts"]),
        }
