"""Printing the register's values: names with invisible characters shown, sentences, labels, dates."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from heard.desk import labels
from heard.desk.lighting import CONTROLS
from heard.desk.review import is_graphic
from heard.records.queries.pages import ClaimLine, Count
from heard.register.claim import Claim
from heard.register.sentences import Sentence, sentence
from heard.terms.saying import NameKind, Polarity

register = template.Library()


@register.simple_tag(takes_context=True)
def way(context: dict[str, Any], name: str, words: str) -> SafeString:
    """One entry of the main navigation, marked where the page belongs to it."""
    current = SafeString(' aria-current="page"') if context.get("way") == name else ""
    return format_html('<li><a href="{}"{}>{}</a></li>', reverse(name), current, words)


@register.filter
def seen(words: str) -> SafeString:
    """Words from outside, set apart from the text around; characters that would not show, or turn it, are shown."""
    return format_html("<bdi>{}</bdi>", _with_controls(words))


@register.filter
def label(id: str, name: str) -> str:
    """What a controlled value is called."""
    return labels.label(name, str(id))


@register.simple_tag
def said(sentence: Sentence) -> SafeString:
    """A claim's sentence, each part set apart and marked by what it is."""
    return format_html_join(
        "",
        "{}",
        (
            (
                format_html('<span class="part" data-part="{}">{}</span>', part.field, seen(part.text))
                if part.field
                else part.text,
            )
            for part in sentence.parts
        ),
    )


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
    return sentence(claim, labels.page_language()).text


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


def _with_controls(words: str) -> SafeString:
    if not CONTROLS.intersection(words):
        return format_html("{}", words)
    parts = (
        format_html('<span class="hidden-mark">U+{}</span>', f"{ord(character):04X}")
        if character in CONTROLS
        else character
        for character in words
    )
    return format_html_join("", "{}", ((part,) for part in parts))


@register.filter
def named(names: dict[str, str], key: str) -> SafeString:
    """The name of the member with this key; a shortened key for one who is not known here."""
    return seen(names.get(key, key[:8]))
