"""Words for controlled values: the vocabulary's where it has them, the desk's own for its states and custody acts."""

from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from heard.register.vocabulary import LANGUAGES, claim_type, vocabulary
from heard.terms.errors import NotFound
from heard.terms.saying import Kind

Choices = list[tuple[str, str | Promise]]

STATES: dict[str, str | Promise] = {
    "pending": _("text is being taken out"),
    "unreadable": _("kept; its text cannot be taken out"),
    "unread": _("not read yet"),
    "to_decide": _("drafts wait"),
    "decided": _("every draft decided"),
    "gone": _("destroyed on request"),
}
DECIDED: dict[str, str | Promise] = {
    "open": _("waits"),
    "accepted": _("accepted"),
    "edited": _("accepted with changes"),
    "rejected": _("rejected"),
    "undone": _("decision taken back"),
}
VERDICTS: dict[str, str | Promise] = {
    "same": _("the same"),
    "different": _("different"),
    "unsure": _("cannot say"),
}
CONCLUSIONS: dict[str, str | Promise] = {
    "met": _("the standard is met"),
    "not_met": _("the standard is not met"),
    "cannot_say": _("cannot be said on what is here"),
}
MEMBER_ROLES: dict[str, str | Promise] = {
    "documenter": _("documenter"),
    "reviewer": _("reviewer"),
    "administrator": _("administrator"),
    "machine": _("program"),
}
POLARITIES: dict[str, str | Promise] = {"asserted": _("says that it is so"), "denied": _("denies it")}
LANGUAGE_NAMES: dict[str, str | Promise] = {
    "en": _("English"),
    "az": _("Azerbaijani"),
    "ru": _("Russian"),
    "und": pgettext_lazy("language", "not known"),
}
_OWN = {
    "states": STATES,
    "decided": DECIDED,
    "verdicts": VERDICTS,
    "conclusions": CONCLUSIONS,
    "member_roles": MEMBER_ROLES,
    "polarities": POLARITIES,
    "languages": LANGUAGE_NAMES,
}


def label(name: str, id: str) -> str:
    """What `id` of the vocabulary (or of the desk's words) called `name` is called in the language of the page."""
    own = _OWN.get(name)
    if own is not None:
        return str(own.get(id, id))
    if not id:
        return ""
    return vocabulary(name).label(id, page_language())


def type_label(kind: Kind, type: str) -> str:
    """What kind of thing a claim says."""
    if kind is Kind.COUNT:
        return label("kinds", "count")
    try:
        return claim_type(kind, type).label(page_language())
    except NotFound:
        return label("kinds", kind.value)


def choices(name: str, *, empty: str | Promise = "") -> Choices:
    """All values of `name` to choose from, with `empty` first where given."""
    first: Choices = [("", empty)] if empty else []
    own = _OWN.get(name)
    if own is not None:
        return first + list(own.items())
    return first + [(term.id, term.label(page_language())) for term in vocabulary(name)]


def graded(name: str, *, empty: str | Promise = "") -> Choices:
    """Grades with their letter or number before the words."""
    first: Choices = [("", empty)] if empty else []
    return first + [(id, f"{id} · {words}") for id, words in choices(name)]


def claim_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """What a claim can say, by kind: ("act.torture", "torture")."""
    grouped = []
    for kind in Kind:
        terms = [term for term in vocabulary("types") if term.id.startswith(f"{kind.value}.")]
        entries = [(term.id, term.label(page_language())) for term in terms] or [
            (kind.value, label("kinds", kind.value))
        ]
        grouped.append((label("kinds", kind.value), entries))
    return grouped


def page_language() -> str:
    """The language of the page: en, az or ru."""
    language = (get_language() or "en").split("-")[0]
    return language if language in LANGUAGES else "en"
