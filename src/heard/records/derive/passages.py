"""A text in the stretches that search finds: paragraphs, and long ones in pieces that end between words."""

from collections.abc import Iterable, Iterator

from heard.records import models as tables
from heard.records import search_index
from heard.records.derive.batches import batches

LONGEST = 1_000  # characters


def refresh(accounts: Iterable[int]) -> None:
    """Index the texts of these accounts again, or take them out where they are gone."""
    for piece in batches(accounts):
        here = tables.Passage.objects.filter(account_id__in=piece)
        search_index.forget_passages(here.values_list("pk", flat=True))
        here.delete()
        tables.Passage.objects.bulk_create(passages_of(piece), batch_size=500)
        texts = dict(tables.AccountText.objects.filter(account_id__in=piece).values_list("account_id", "content"))
        rows = here.all().values_list("pk", "account_id", "start", "end")
        search_index.put_passages((pk, texts[account][start:end]) for pk, account, start, end in rows)


def passages_of(accounts: list[int]) -> list[tables.Passage]:
    """The rows of these accounts."""
    texts = tables.AccountText.objects.filter(account_id__in=accounts)
    return [
        tables.Passage(account_id=account, start=start, end=end)
        for account, content, starts in texts.values_list("account_id", "content", "paragraph_starts")
        for start, end in passages(content, starts)
    ]


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
