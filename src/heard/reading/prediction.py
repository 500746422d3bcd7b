"""What a reader found in one file as plain JSON: the form in which readings are compared and scored."""

from collections.abc import Iterable

from heard.reading.draft import Draft, NameDraft
from heard.reading.text import Text
from heard.terms.saying import Kind, NameKind
from heard.terms.span import Quote

#: Names of kinds in this form where they differ from ours; positions have no place in it.
KINDS = {Kind.ACT: "act", Kind.STATUS: "detention_event", Kind.COUNT: "count", Kind.DEMAND: "demand"}
LABELS = {NameKind.PERSON: "PER", NameKind.BODY: "ORG", NameKind.POST: "POS"}


def prediction(text: Text, drafts: Iterable[Draft], names: Iterable[NameDraft], file: str) -> dict[str, object]:
    """Drafts and names of `text` with their spans, the file's name and the SHA-256 of the text they point into."""
    return {
        "file": file,
        "sha256": text.sha256,
        "language": text.language,
        "claims": [_claim(draft) for draft in drafts if draft.kind in KINDS],
        "mentions": [{"label": LABELS[name.kind], **_span(name.quote)} for name in names if name.kind in LABELS],
    }


def _claim(draft: Draft) -> dict[str, object]:
    claim: dict[str, object] = {"kind": KINDS[draft.kind]}
    if draft.type:
        claim["type"] = draft.type
    claim |= {"polarity": str(draft.polarity), "evidence": _span(draft.evidence)}
    claim["args"] = [_argument(part.role, part.quote, part.value) for part in draft.arguments]
    claim |= {"maker": draft.maker, "confidence": draft.confidence}
    return claim


def _argument(role: str, quote: Quote, value: str | None) -> dict[str, object]:
    argument: dict[str, object] = {"role": str(role), **_span(quote)}
    if value is not None:
        argument["value"] = value
    return argument


def _span(quote: Quote) -> dict[str, object]:
    return {"start": quote.start, "end": quote.end, "text": quote.text}
