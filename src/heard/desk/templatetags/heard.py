"""Printing the register's values: names with invisible characters shown, sentences, labels, dates."""

from datetime import date, datetime
from typing import Any

from babel.dates import format_date
from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from heard.desk import labels, notes
from heard.desk.lighting import SOFT_HYPHEN
from heard.desk.review import is_graphic
from heard.reading.draft import Argument
from heard.records.queries.pages import ClaimLine, Contradiction, Count, Hit
from heard.register.account import Answer, Source
from heard.register.claim import Claim
from heard.register.sentences import Part, Sentence, sentence
from heard.terms.names import visible
from heard.terms.saying import NameKind, Polarity, Role

register = template.Library()


@register.simple_tag(takes_context=True)
def way(context: dict[str, Any], name: str, words: str) -> SafeString:
    """One entry of the main navigation, marked where the page belongs to it."""
    current = SafeString(' aria-current="page"') if context.get("way") == name else ""
    return format_html('<li><a href="{}"{}>{}</a></li>', reverse(name), current, words)


@register.filter
def seen(words: str) -> SafeString:
    """Words from outside, set apart from the text around; characters that would not show, or turn it, are shown."""
    return format_html("<bdi>{}</bdi>", shown(words))


@register.filter
def shown(words: str) -> str:
    """The same where only plain letters can stand: titles of windows, options, inside sentences."""
    return visible(words.replace(SOFT_HYPHEN, ""))


@register.filter
def note_sentence(said: str) -> str:
    """What is noted of how a text was taken out."""
    return notes.note_sentence(visible(said))


@register.filter
def label(id: str, name: str) -> str:
    """What a controlled value is called."""
    return labels.label(name, str(id))


@register.simple_tag
def said(sentence: Sentence, arguments: tuple[Argument, ...] = ()) -> SafeString:
    """A claim's sentence, each part set apart, marked by what it is and by the field that changes it."""
    return format_html_join("", "{}", ((_part(part, arguments),) for part in sentence.parts))


@register.inclusion_tag("desk/parts/claim.html", takes_context=True)
def claim(context: dict[str, Any], line: ClaimLine, **options: Any) -> dict[str, Any]:
    """One claim: its sentence, who says it with which grade and where, the quoted words, who denies it."""
    return {
        "line": line,
        "claim": line.claim,
        "sentence": sentence(line.claim, labels.page_language()),
        "graphic": is_graphic(line.claim.kind, line.claim.type),
        "denied": line.claim.polarity is Polarity.DENIED,
        "csrf_token": context.get("csrf_token"),
        "options": options,
    }


@register.simple_tag
def claim_words(claim: Claim) -> str:
    """A claim as one plain sentence."""
    return shown(sentence(claim, labels.page_language()).text)


@register.filter
def number(count: Count) -> str:
    """How many, where counting stops at a limit."""
    return f"> {count.number}" if count.more else str(count.number)


@register.filter
def reads_as(claim: Claim) -> str:
    """What kind of thing a claim says."""
    return labels.type_label(claim.kind, claim.type)


@register.simple_tag
def referent_url(kind: NameKind, key: str) -> str:
    """Where the page of a person, body or place is."""
    return reverse("place" if kind is NameKind.PLACE else "person", args=[key])


@register.filter
def named(names: dict[str, str], key: str) -> SafeString:
    """The name of the member with this key; a shortened key for one who is not known here."""
    return seen(names.get(key, key[:8]))


@register.filter
def granted(source: Source) -> int:
    """For how many uses a source has said yes."""
    return sum(answer is Answer.GRANTED for _use, answer in source.consent.answers)


@register.filter
def words_of(claim: Claim, role: Role) -> SafeString:
    """The words of a claim's parts of this role."""
    return seen(", ".join(argument.quote.text for argument in claim.all(Role(role))))


@register.filter
def contradiction_type(contradiction: Contradiction) -> str:
    """What the claims that differ speak of."""
    first = contradiction.sides[0][1][0].claim
    return labels.type_label(first.kind, first.type)


@register.simple_tag
def snippet(hit: Hit) -> SafeString:
    """A passage with what was found marked."""
    parts: list[SafeString] = []
    at = 0
    for start, end in hit.lit:
        parts += [seen(hit.snippet[at:start]), format_html("<mark>{}</mark>", seen(hit.snippet[start:end]))]
        at = end
    return format_html("…{}…", format_html_join("", "{}", ((part,) for part in (*parts, seen(hit.snippet[at:])))))


@register.filter
def day(value: date) -> str:
    """A day in the reader's language, always with its year."""
    return format_date(timezone.localtime(value) if isinstance(value, datetime) else value, "long", _locale())


@register.filter
def moment(value: datetime) -> str:
    """A day and a time of day in the reader's language, where the desk stands."""
    here = timezone.localtime(value)
    return f"{format_date(here, 'long', _locale())}, {here:%H:%M}"


def _locale() -> str:
    language = labels.page_language()
    return "en_GB" if language == "en" else language


def _part(part: Part, arguments: tuple[Argument, ...]) -> str:
    if not part.field:
        return part.text
    field = "what" if part.field == "type" and arguments else ""
    if part.argument in arguments:
        field = f"argument_{arguments.index(part.argument)}"
    changed_by = format_html(' data-field="{}"', field) if field else ""
    return format_html('<span class="part" data-part="{}"{}>{}</span>', part.field, changed_by, seen(part.text))
