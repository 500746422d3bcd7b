"""Forms that take an account in: who tells it, with which consent, and what arrived."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from heard.desk.labels import choices, graded, page_language
from heard.procedures.consenting import KEEPING, READING
from heard.register.account import Answer, Consent, Relation, Source, Urgency
from heard.register.vocabulary import vocabulary
from heard.terms.errors import Malformed
from heard.terms.names import visible
from heard.terms.when import When, parse

_TURNS_AT_FIRST = 4
_TURNS_MORE = 4
_MOST_TURNS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """What arrived, as bytes with a name."""

    content: bytes
    file_name: str
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSource:
    """Who tells, as the procedure takes it."""

    label: str
    relation: Relation
    grade: str
    consent: Consent
    name: str
    shareable_name: bool

    def parts(self) -> dict[str, Any]:
        """The same as keyword arguments."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Uses that a source can be asked about together."""

    id: str
    heading: str | Promise
    uses: tuple[str, ...]


#: Every use but keeping and reading, by who comes to see what was told.
GROUPS = (
    Group(
        id="inside",
        heading=_("Inside the organisation"),
        uses=("internal_analysis", "off_device_processing", "anonymous_statistics"),
    ),
    Group(
        id="help",
        heading=_("Those who help the source"),
        uses=("share_partner_ngo", "share_lawyer", "medical_referral"),
    ),
    Group(
        id="bodies",
        heading=_("United Nations, courts, sanctions"),
        uses=("un_confidential", "un_name_to_state", "un_publish_name", "court_or_treaty_body", "sanctions_authority"),
    ),
    Group(id="public", heading=_("The public"), uses=("press_anonymised", "press_named", "public_archive")),
)


class SourceForm(forms.Form):
    """A source who is known already, or a new one with relation, grade and consent per use."""

    source = forms.ChoiceField(label=_("A source known already"), required=False)
    label = forms.CharField(
        label=_("How papers may call the source"),
        required=False,
        max_length=200,
        help_text=_("Words that reveal nobody, such as “a detainee” or “a relative”."),
    )
    relation = forms.ChoiceField(label=_("How the source stands to what is told"), required=False)
    grade = forms.ChoiceField(label=_("Reliability of the source"), required=False, initial="F")
    name = forms.CharField(
        label=_("Who it is"),
        required=False,
        max_length=300,
        help_text=_("Kept inside the register only. Leave it empty if it need not be known."),
    )

    def __init__(self, *args: Any, sources: tuple[Source, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(source.key, visible(source.label)) for source in sources]
        self.fields["source"].choices = [("", _("a new source")), *known]  # type: ignore[attr-defined]
        self.fields["relation"].choices = choices("relations", empty=_("choose"))  # type: ignore[attr-defined]
        self.fields["grade"].choices = graded("source_grades")  # type: ignore[attr-defined]
        self._keeps = {source.key: source.consent.allows(KEEPING) for source in sources}
        self._ask()

    def _ask(self) -> None:
        answers = choices("answers")
        for use, words in choices("consent"):
            asked = Answer.GRANTED if use in (KEEPING, READING) else Answer.NOT_ASKED
            self.fields[f"use_{use}"] = forms.ChoiceField(
                label=str(words), choices=answers, required=False, initial=asked.value
            )
        for group in GROUPS:
            self.fields[f"group_{group.id}"] = forms.ChoiceField(
                label=_("All of these that are not asked below"), choices=answers, required=False
            )

    def for_keeping(self) -> list[forms.BoundField]:
        """The two uses without which nothing is kept, or nothing is read by a program."""
        return [self[f"use_{KEEPING}"], self[f"use_{READING}"]]

    def groups(self) -> list[tuple[str | Promise, forms.BoundField, list[forms.BoundField]]]:
        """Every other use in groups: heading, the one field that answers the whole group, and the single fields."""
        return [
            (group.heading, self[f"group_{group.id}"], [self[f"use_{use}"] for use in group.uses]) for group in GROUPS
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        source = cleaned.get("source")
        if not source:
            self._require_new(cleaned)
        elif not self._keeps.get(source, False):
            self.add_error(
                "source", _("This source has not agreed to keeping. Record the answer first, on its account.")
            )
        return cleaned

    def _require_new(self, said: dict[str, Any]) -> None:
        if not said.get("label", "").strip():
            self.add_error("label", _("Choose a source known already, or say how papers may call the new one."))
        if not said.get("relation") and "relation" not in self.errors:
            self.add_error("relation", _("Choose how the source stands to it; “not known” is an answer too."))
        if said.get(f"use_{KEEPING}") != Answer.GRANTED.value:
            self.add_error(f"use_{KEEPING}", _("Without this yes nothing can be kept, and nothing was."))

    def _answers(self) -> tuple[tuple[str, Answer], ...]:
        """What was answered of each use: by itself, else with its group."""
        by_group = {use: self.cleaned_data.get(f"group_{group.id}") for group in GROUPS for use in group.uses}
        not_asked = Answer.NOT_ASKED.value
        given = {}
        for use in vocabulary("consent"):
            own = self.cleaned_data.get(f"use_{use.id}") or not_asked
            given[use.id] = Answer(by_group.get(use.id) or not_asked if own == not_asked else own)
        return tuple((use, answer) for use, answer in given.items() if answer is not Answer.NOT_ASKED)

    def known(self) -> str:
        """The key of the source chosen, empty for a new one."""
        return str(self.cleaned_data["source"])

    def new_source(self) -> NewSource:
        """Who tells; only after the form is valid."""
        said = self.cleaned_data
        return NewSource(
            label=said["label"].strip(),
            relation=Relation(said["relation"]),
            grade=said["grade"] or "F",
            consent=Consent(answers=self._answers()),
            name=said["name"].strip(),
            shareable_name=False,
        )


class _AboutForm(forms.Form):
    title = forms.CharField(
        label=_("Title"), max_length=300, help_text=_("What your colleagues will call it, such as “Letter of 3 May”.")
    )
    told = forms.CharField(
        label=_("When it was told"),
        required=False,
        max_length=100,
        help_text=_("As exactly as known and no more: 2024-06-12, 2024-06 or 2024."),
    )
    urgency = forms.ChoiceField(label=_("Urgent, because"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["urgency"].choices = choices("urgency", empty=_("not urgent"))  # type: ignore[attr-defined]

    def clean_told(self) -> str:
        """The date in EDTF, however it was written in the language of the page."""
        told = str(self.cleaned_data["told"]).strip()
        try:
            return _as_edtf(told) if told else ""
        except Malformed as none:
            raise ValidationError(_("Give a date as in the examples, or as you would say it.")) from none

    def why_urgent(self) -> Urgency | None:
        """Why it cannot wait, None where it can; only after the form is valid."""
        return _urgency(self.cleaned_data)


class AccountForm(_AboutForm):
    """A file, or pasted words."""

    file = forms.FileField(
        label=_("A file"),
        required=False,
        allow_empty_file=True,
        help_text=_("PDF, DOCX, HTML, e-mail, Markdown or plain text, up to 50 megabytes. It is kept as it is."),
    )
    words = forms.CharField(
        label=_("Or the words themselves"), required=False, strip=False, widget=forms.Textarea(attrs={"rows": 10})
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "file" in self.errors:
            return cleaned
        if bool(cleaned.get("file")) == bool(cleaned.get("words", "").strip()):
            self.add_error("file", _("Choose a file or paste the words: one of the two."))
        return cleaned

    def arrived(self) -> Arrived:
        """What arrived; only after the form is valid."""
        file = self.cleaned_data["file"]
        if not file:
            words = self.cleaned_data["words"].replace("\r\n", "\n")
            return Arrived(content=words.encode(), file_name="pasted.txt", media_type="text/plain")
        media_type = file.content_type or "application/octet-stream"
        return Arrived(content=file.read(), file_name=file.name, media_type=media_type)


class InterviewForm(_AboutForm):
    """An interview, typed turn by turn."""

    turns = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=_MOST_TURNS, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.number = self._number()
        for turn in range(self.number):
            question = forms.CharField(label=_("Question"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
            answer = forms.CharField(label=_("Answer"), required=False, widget=forms.Textarea(attrs={"rows": 4}))
            self.fields[f"question_{turn}"], self.fields[f"answer_{turn}"] = question, answer

    def _number(self) -> int:
        given = str(self.data.get("turns", ""))
        number = int(given) if given.isdecimal() and len(given) < 4 else _TURNS_AT_FIRST
        more = _TURNS_MORE if "more" in self.data else 0
        return min(max(number, 1) + more, _MOST_TURNS)

    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [(self[f"question_{turn}"], self[f"answer_{turn}"]) for turn in range(self.number)]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not any(cleaned.get(f"answer_{turn}", "").strip() for turn in range(self.number)):
            self.add_error("answer_0", _("Write at least one answer."))
        return cleaned

    def arrived(self) -> Arrived:
        """The interview as a text, question and answer in turn; only after the form is valid."""
        asked, answered = gettext("Question"), gettext("Answer")
        parts = []
        for turn in range(self.number):
            for name, word in (("question", asked), ("answer", answered)):
                words = self.cleaned_data[f"{name}_{turn}"].replace("\r\n", "\n").strip()
                parts += [f"{word}: {words}"] if words else []
        content = ("\n\n".join(parts) + "\n").encode()
        return Arrived(content=content, file_name="interview.txt", media_type="text/plain")


def _as_edtf(told: str) -> str:
    try:
        return When.parse_edtf(told).edtf
    except Malformed:
        return parse(told, page_language()).edtf


def _urgency(cleaned: dict[str, Any]) -> Urgency | None:
    return Urgency(cleaned["urgency"]) if cleaned["urgency"] else None


class UrgencyForm(forms.Form):
    """Why an account cannot wait, or that it can."""

    urgency = forms.ChoiceField(label=_("Urgent, because"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["urgency"].choices = choices("urgency", empty=_("not urgent"))  # type: ignore[attr-defined]

    def why_urgent(self) -> Urgency | None:
        """Why it cannot wait, None where it can; only after the form is valid."""
        return _urgency(self.cleaned_data)


class ConsentForm(forms.Form):
    """One answer of a source about one use."""

    use = forms.ChoiceField(label=_("Use"))
    answer = forms.ChoiceField(label=_("Answer"))
    note = forms.CharField(label=_("Conditions, how and when it was said"), required=False, max_length=2_000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["use"].choices = choices("consent")  # type: ignore[attr-defined]
        self.fields["answer"].choices = choices("answers")  # type: ignore[attr-defined]


class GradeForm(forms.Form):
    grade = forms.ChoiceField(label=_("Reliability of the source"))
    reason = forms.CharField(label=_("Reason"), max_length=2_000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["grade"].choices = graded("source_grades")  # type: ignore[attr-defined]


class ReasonForm(forms.Form):
    """A reason, for what can be taken back only by another act."""

    reason = forms.CharField(label=_("Reason"), max_length=2_000)
