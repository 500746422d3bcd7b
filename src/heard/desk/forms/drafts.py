"""Forms of the reading page: change a draft, reject it, add a claim."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from heard.desk.engines import value_of
from heard.desk.labels import choices, claim_choices, graded, label
from heard.desk.locating import from_to, nearest, selected
from heard.reading.draft import Argument, Draft
from heard.reading.text import Text
from heard.register.claim import Saying
from heard.terms.errors import Misquoted
from heard.terms.saying import Kind, Polarity, Role
from heard.terms.span import Quote

#: Parts that say of whom or of what a claim of each kind speaks.
_NEEDED: dict[Kind, tuple[Role, ...]] = {
    Kind.ACT: (Role.VICTIM, Role.PERPETRATOR, Role.PLACE, Role.DATE),
    Kind.STATUS: (Role.PERSON,),
    Kind.COUNT: (Role.N,),
    Kind.POSITION: (Role.HOLDER,),
    Kind.DEMAND: (Role.CALLER, Role.TARGET, Role.MEASURE),
}
_MORE_PARTS = 2  # empty rows to add parts in


class DecisionForm(forms.Form):
    """What every decision carries: how many decisions the member saw."""

    name = "decision_form"
    expected = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def seen_decisions(self) -> int:
        """How many decisions the member saw."""
        return int(self.cleaned_data["expected"])

    def why(self) -> str:
        """The reason given, or empty."""
        return str(self.cleaned_data.get("reason", ""))


class AcceptForm(DecisionForm):
    credibility = forms.ChoiceField(label=_("Grade of what is said"), initial="6", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["credibility"].choices = graded("item_grades")  # type: ignore[attr-defined]

    def grade(self) -> str:
        return self.cleaned_data["credibility"] or "6"


class RejectForm(DecisionForm):
    name = "reject_form"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "reject_%s"

    reason = forms.CharField(
        label=_("Why is this not what the account says?"),
        max_length=2_000,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class UndoForm(DecisionForm):
    reason = forms.CharField(required=False, max_length=2_000, widget=forms.HiddenInput)


class _SayingForm(forms.Form):
    """The fields that say what a claim is, and its parts with the words that say them."""

    what = forms.ChoiceField(label=_("What"))
    polarity = forms.ChoiceField(label=_("The source"))
    credibility = forms.ChoiceField(label=_("Grade"), initial="6", required=False)

    def __init__(self, *args: Any, text: Text, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.text = text
        self._said: Saying | None = None
        self.fields["what"].choices = claim_choices()  # type: ignore[attr-defined]
        self.fields["polarity"].choices = choices("polarities")  # type: ignore[attr-defined]
        self.fields["credibility"].choices = graded("item_grades")  # type: ignore[attr-defined]

    def value(self) -> Saying:
        """What the claim is to say; only after the form is valid."""
        assert self._said is not None, "the form was not checked, or is not valid"
        return self._said

    def _saying(self, evidence: Quote, arguments: tuple[Argument, ...]) -> Saying:
        kind, _dot, type = self.cleaned_data["what"].partition(".")
        return Saying(
            kind=Kind(kind),
            type="" if Kind(kind) is Kind.COUNT else type or kind,
            polarity=Polarity(self.cleaned_data["polarity"]),
            evidence=evidence,
            arguments=arguments,
            credibility=self.cleaned_data["credibility"] or "6",
        )

    def _add_parts(self, number: int) -> None:
        roles = choices("claim_roles", empty=_("part"))
        for at in range(number):
            self.fields[f"role_{at}"] = forms.ChoiceField(
                label=_("Another part: what it is"), choices=roles, required=False
            )
            self.fields[f"words_{at}"] = forms.CharField(label=_("Another part: its words"), required=False)

    def part_rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Pairs of role and words, for rows to add parts in."""
        return [(self[name], self[f"words_{name[5:]}"]) for name in self.fields if name.startswith("role_")]

    def _added(self, near: int) -> tuple[Argument, ...]:
        added = []
        for role, words in self.part_rows():
            said = self.cleaned_data.get(words.name, "").strip()
            if said and not self.cleaned_data.get(role.name):
                self.add_error(words.name, _("Say what these words are to the claim."))
            if self.cleaned_data.get(role.name) and said:
                added.append(self._argument(words.name, Role(self.cleaned_data[role.name]), said, near))
        return tuple(argument for argument in added if argument is not None)

    def _argument(self, field: str, role: Role, words: str, near: int) -> Argument | None:
        try:
            quote = nearest(self.text, words, near=near)
        except Misquoted:
            self.add_error(field, _("These words do not stand in the document. Type them exactly as they do."))
            return None
        return Argument(role=role, quote=quote, value=value_of(role, quote, self.text))


class EditForm(_SayingForm, DecisionForm):
    """A draft with its parts to change; leaving a part empty takes it out."""

    name = "edit_form"
    evidence = forms.CharField(label=_("Quoted words"), widget=forms.Textarea(attrs={"rows": 3}))
    reason = forms.CharField(label=_("Why changed"), required=False, max_length=2_000)

    def __init__(self, *args: Any, draft: Draft, **kwargs: Any) -> None:
        super().__init__(*args, text=draft.text, **kwargs)
        self.auto_id = "edit_%s"
        self.draft = draft
        self.initial.setdefault("what", f"{draft.kind.value}.{draft.type}".rstrip(".") if draft.type else "count")
        self.initial.setdefault("polarity", draft.polarity.value)
        self.initial.setdefault("evidence", " ".join(draft.evidence.text.split()))
        for at, argument in enumerate(draft.arguments):
            field = forms.CharField(label=label("claim_roles", argument.role.value), required=False)
            self.fields[f"argument_{at}"] = field
            self.initial.setdefault(f"argument_{at}", " ".join(argument.quote.text.split()))
        self._add_parts(_MORE_PARTS)
        if draft.kind is Kind.POSITION:
            self.initial["what"] = Kind.POSITION.value

    def argument_fields(self) -> list[forms.BoundField]:
        return [self[f"argument_{at}"] for at in range(len(self.draft.arguments))]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors:
            self._read()
        return cleaned

    def _read(self) -> None:
        evidence = self._evidence()
        if evidence is None:
            return
        kept = [self._kept(at, argument) for at, argument in enumerate(self.draft.arguments)]
        arguments = tuple(argument for argument in kept if argument is not None) + self._added(evidence.start)
        self._said = self._saying(evidence, arguments)

    def _evidence(self) -> Quote | None:
        words = self.cleaned_data["evidence"]
        if words.split() == self.draft.evidence.text.split():
            return self.draft.evidence
        try:
            return nearest(self.text, words, near=self.draft.evidence.start)
        except Misquoted:
            self.add_error("evidence", _("These words do not stand in the document. Type them exactly as they do."))
            return None

    def _kept(self, at: int, argument: Argument) -> Argument | None:
        words = self.cleaned_data[f"argument_{at}"].strip()
        if not words:
            return None
        if words.split() == argument.quote.text.split():
            return argument
        return self._argument(f"argument_{at}", argument.role, words, argument.quote.start)


class CorrectForm(EditForm):
    """A claim to correct: the same as a draft, and the reason is needed."""

    expected = None  # type: ignore[assignment]  # Django's way to leave a field out
    reason = forms.CharField(label=_("Why changed"), max_length=2_000)


class NewClaimForm(_SayingForm):
    """A claim that no reader proposed: from a selection, or by typing how the quoted words begin and end."""

    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    end = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    begins = forms.CharField(
        label=_("The quoted words, or how they begin"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("As they stand in the document; the place is found for you."),
    )
    ends = forms.CharField(
        label=_("How they end"), required=False, help_text=_("Left empty: at the end of the sentence.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "new_%s"
        self.fields["what"].choices = [("", _("choose")), *claim_choices()]  # type: ignore[attr-defined]
        self._add_parts(2 * _MORE_PARTS)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors:
            self._read()
        return cleaned

    def _read(self) -> None:
        try:
            evidence = self._evidence()
        except Misquoted:
            self.add_error("begins", _("These words do not stand in the document. Type them exactly as they do."))
            return
        parts = self._added(evidence.start)
        if not parts and not self.errors:
            self.add_error("words_0", self._part_needed())
        if not self.errors:
            self._said = self._saying(evidence, parts)

    def _part_needed(self) -> str:
        """Which part a claim of this kind cannot be without."""
        needed = _NEEDED[Kind(self.cleaned_data["what"].partition(".")[0])]
        roles = " / ".join(label("claim_roles", role.value) for role in needed)
        return gettext("A claim of this kind needs at least one part. Give one of these: %(roles)s.") % {"roles": roles}

    def _evidence(self) -> Quote:
        start, end = self.cleaned_data.get("start"), self.cleaned_data.get("end")
        if start is not None and end is not None:
            return selected(self.text, start=start, end=end, words=self.cleaned_data["begins"])
        return from_to(self.text, begins=self.cleaned_data["begins"], ends=self.cleaned_data.get("ends", ""))
