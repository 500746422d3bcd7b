"""The drafts of an account and what was decided of them."""

from collections import defaultdict
from collections.abc import Iterable

from heard.reading.draft import Draft
from heard.reading.text import Text
from heard.records import models as tables
from heard.records.models.draft import UNDONE
from heard.records.queries.pages import Decided, Decision, DraftLine, DraftsPage
from heard.records.queries.permission import content
from heard.records.shelf.accounts import account_row, text_of
from heard.records.shelf.drafts import arguments_of, draft_row
from heard.register.member import Member
from heard.terms.saying import Kind, Polarity
from heard.terms.span import Quote


@content
def drafts(by: Member, /, account: str) -> DraftsPage:
    """All drafts of the account in the order of its text, with decisions and progress; raises NotFound."""
    row = account_row(account)
    found = tables.Draft.objects.filter(account=row).exclude(quote="").order_by("start", "pk")
    lines = _draft_lines(found, text_of(row)) if found.exists() else ()
    decided = sum(line.decided is not Decided.OPEN for line in lines)
    return DraftsPage(account=account, drafts=lines, decided=decided)


@content
def draft(by: Member, /, key: str) -> DraftLine:
    """One draft with its decisions; raises NotFound."""
    row = draft_row(key)
    return _draft_lines([row], text_of(row.account))[0]


def _draft_lines(rows: Iterable[tables.Draft], text: Text) -> tuple[DraftLine, ...]:
    listed = list(rows)
    made: dict[int, list[Decision]] = defaultdict(list)
    accounts = {row.account_id for row in listed}
    decisions = tables.Decision.objects.filter(draft__account_id__in=accounts).order_by("ordinal")
    columns = ("draft_id", "ordinal", "verdict", "reason", "claim__key", "entry__actor", "entry__at")
    for pk, ordinal, verdict, reason, claim, actor, at in decisions.values_list(*columns):
        made[pk].append(Decision(ordinal=ordinal, verdict=verdict, reason=reason, claim=claim or "", by=actor, at=at))
    return tuple(_draft_line(row, text, tuple(made[row.pk])) for row in listed)


def _draft_line(row: tables.Draft, text: Text, decisions: tuple[Decision, ...]) -> DraftLine:
    last = decisions[-1] if decisions else None
    return DraftLine(
        key=row.key,
        draft=Draft(
            text=text,
            kind=Kind(row.kind),
            type=row.type,
            polarity=Polarity(row.polarity),
            evidence=Quote(start=row.start, end=row.end, text=row.quote),
            arguments=arguments_of(row.arguments),
            maker=row.maker,
            confidence=row.confidence,
        ),
        page=row.page,
        paragraph=row.paragraph,
        decided=Decided(last.verdict) if last and last.verdict != UNDONE else Decided.OPEN,
        ordinal=last.ordinal if last else 0,
        decisions=decisions,
        claim=last.claim if last else "",
    )
