"""A text in the stretches that search finds: paragraphs, and long ones in pieces that end between words."""

from collections.abc import Iterator

from heard.records import models as tables
from heard.records import search_index
from heard.records.derive.batches import batches

LONGEST = 1_000  # characters


def refresh(account: int) -> None:
    """Index the text of this account again, or take it out where it is gone."""
    old = list(tables.Passage.objects.filter(account_id=account).values_list("pk", flat=True))
    search_index.forget_passages(old)
    tables.Passage.objects.filter(pk__in=old).delete()
    text = tables.AccountText.objects.filter(account_id=account).values_list("content", "paragraph_starts").first()
    if text is None:
        return
    content, starts = text
    stretches = list(passages(content, starts))
    tables.Passage.objects.bulk_create(
        [tables.Passage(account_id=account, start=start, end=end) for start, end in stretches], batch_size=500
    )
    rows = tables.Passage.objects.filter(account_id=account).values_list("pk", "start", "end")
    for piece in batches(rows):
        search_index.put_passages((pk, content[start:end]) for pk, start, end in piece)


def passages(content: str, paragraph_starts: list[int]) -> Iterator[tuple[int, int]]:
    """Start and end of each stretch that holds anything."""
    for start, end in zip(paragraph_starts, [*paragraph_starts[1:], len(content)], strict=True):
        for first, last in _pieces(content, start, end):
            if content[first:last].strip():
                yield first, last


def _pieces(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        space = content.rfind(" ", start + 1, start + LONGEST)
        stop = start + LONGEST if space < 0 else space
        yield start, stop
        start = stop
    if start < end:
        yield start, end
