"""Mentions of one account: found where they stand already, kept where they do not."""

from collections.abc import Iterable

from heard.reading.draft import Argument, NameDraft
from heard.reading.text import Text
from heard.records import models as tables
from heard.records.spelling import name_folded
from heard.terms.ids import NewId
from heard.terms.saying import NameKind, Role
from heard.terms.span import Quote

#: What the words of a role usually name, where no reader has said.
_USUALLY = {
    Role.PLACE: NameKind.PLACE,
    Role.AUTHORITY: NameKind.BODY,
    Role.TARGET: NameKind.BODY,
    Role.BODY: NameKind.BODY,
}


class Mentions:
    """The mentions of one account by their spans; `added` lists the rows that were not there before."""

    def __init__(self, account: tables.Account, text: Text, *, new_id: NewId) -> None:
        self.account = account
        self.text = text
        self.added: list[int] = []
        self._new_id = new_id
        rows = tables.Mention.objects.filter(account=account).order_by("id")
        self._at: dict[tuple[int, int], dict[str, int]] = {}
        for pk, start, end, kind in rows.values_list("pk", "start", "end", "kind"):
            self._at.setdefault((start, end), {})[kind] = pk

    def named(self, argument: Argument, *, maker: str, entry: int) -> int:
        """The mention that these words are or hold: the very span, else the one person inside it, else a new one."""
        span = (argument.quote.start, argument.quote.end)
        usual = _USUALLY.get(argument.role, NameKind.PERSON)
        here = self._at.get(span, {})
        if here:
            return here.get(usual.value) or min(here.values())
        inside = self._persons_inside(*span) if usual is NameKind.PERSON else []
        return inside[0] if len(inside) == 1 else self._put(argument.quote, usual, maker=maker, entry=entry)

    def put_names(self, names: Iterable[NameDraft], *, maker: str, entry: int) -> None:
        """Keep what a reader found to be names."""
        for name in names:
            name.quote.require_in(self.text.content)
            if name.kind.value not in self._at.get((name.quote.start, name.quote.end), {}):
                self._put(name.quote, name.kind, maker=maker, entry=entry)

    def _persons_inside(self, start: int, end: int) -> list[int]:
        """Persons named within "Ulvi Hasanli, the director": a longer part that names one person means that one."""
        person = NameKind.PERSON.value
        within = ((span, kinds) for span, kinds in self._at.items() if start <= span[0] and span[1] <= end)
        return [kinds[person] for _, kinds in within if person in kinds]

    def _put(self, quote: Quote, kind: NameKind, *, maker: str, entry: int) -> int:
        row = tables.Mention.objects.create(
            key=self._new_id(),
            account=self.account,
            kind=kind.value,
            start=quote.start,
            end=quote.end,
            words=quote.text,
            page=self.text.page_at(quote.start),
            folded=name_folded(quote.text),
            maker=maker,
            entry_id=entry,
        )
        self.added.append(row.pk)
        self._at.setdefault((quote.start, quote.end), {})[kind.value] = row.pk
        return row.pk
