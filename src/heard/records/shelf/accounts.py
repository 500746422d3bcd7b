"""Keep sources, exhibits, accounts and their texts."""

from dataclasses import dataclass

from heard.reading.text import Text
from heard.records import models as tables
from heard.records.derive import passages, standing
from heard.records.queries.pages import State
from heard.register.account import UNASKED_NOTE, Answer, Exhibit, Source, Urgency
from heard.terms.errors import Malformed, NotFound

LONGEST_TITLE, LONGEST_NAME = 500, 300  # characters that the tables hold


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What is known of an account when its file arrives; `urgency` says why it is urgent, where that was asked."""

    key: str
    title: str
    source: str
    told: str
    urgent: bool
    urgency: Urgency | None = None

    def __post_init__(self) -> None:
        if self.urgency and not self.urgent:
            raise Malformed("urgency", self.urgency.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """An account whose text is still to be taken out, with its exhibit's key, hash, name and size in bytes."""

    account: str
    title: str
    source: str
    told: str
    urgent: bool
    urgency: Urgency | None
    exhibit: str
    sha256: str
    file_name: str
    size: int


def put_source(source: Source, *, entry: int) -> None:
    """Keep a source with its grade and answers."""
    row = tables.Source.objects.create(
        key=source.key,
        label=source.label,
        relation=source.relation.value,
        name=source.name,
        shareable_name=source.shareable_name,
        entry_id=entry,
    )
    tables.SourceGrade.objects.create(source=row, grade=source.grade, entry_id=entry)
    tables.ConsentAnswer.objects.bulk_create(
        tables.ConsentAnswer(
            source=row,
            use=use,
            answer=answer.value,
            note=UNASKED_NOTE if use in source.consent.unasked else "",
            entry_id=entry,
        )
        for use, answer in source.consent.answers
    )


def put_grade(source: str, grade: str, *, reason: str, entry: int) -> None:
    """From now on this grade counts."""
    row = source_row(source)
    tables.SourceGrade.objects.create(source=row, grade=grade, reason=reason, entry_id=entry)


def put_answer(source: str, use: str, answer: Answer, *, note: str, entry: int) -> None:
    """From now on this answer counts."""
    row = source_row(source)
    tables.ConsentAnswer.objects.create(source=row, use=use, answer=answer.value, note=note, entry_id=entry)


def answer_of(source: str, use: str) -> Answer:
    """What the source answered last of this use; raises NotFound where there is no such source."""
    answers = tables.ConsentAnswer.objects.filter(source=source_row(source), use=use).order_by("-pk")
    last = answers.values_list("answer", flat=True).first()
    return Answer(last) if last else Answer.NOT_ASKED


def put_account(telling: Telling, exhibit: Exhibit, *, sealed: str, entry: int) -> None:
    """Keep an account whose text is still to be taken out."""
    kept = tables.Exhibit.objects.create(
        key=exhibit.key,
        sha256=exhibit.sha256,
        sealed=sealed,
        name=exhibit.name,
        media_type=exhibit.media_type,
        size=exhibit.size,
        entry_id=entry,
    )
    row = tables.Account.objects.create(
        key=telling.key,
        title=telling.title,
        source=source_row(telling.source),
        exhibit=kept,
        told=telling.told,
        urgent=telling.urgent,
        entry_id=entry,
    )
    if telling.urgency:
        tables.AccountUrgency.objects.create(account=row, urgency=telling.urgency.value, entry_id=entry)
    standing.refresh_accounts([row.pk])


def put_urgency(account: str, urgency: Urgency | None, *, entry: int) -> None:
    """From now on this is why the account is urgent; None: it is not. Raises NotFound."""
    row = account_row(account)
    tables.AccountUrgency.objects.create(account=row, urgency=urgency.value if urgency else "", entry_id=entry)
    standing.refresh_accounts([row.pk])


def urgency_of(account: str) -> tuple[bool, Urgency | None]:
    """Whether an account is urgent, and why, None where that was never asked; raises NotFound."""
    now = tables.AccountStanding.objects.get(account=account_row(account))
    return now.urgent, Urgency(now.urgency) if now.urgency else None


def put_text(account: str, text: Text, *, extractor: str, entry: int) -> None:
    """Keep the text of an account."""
    row = account_row(account)
    tables.AccountText.objects.create(
        account=row,
        content=text.content,
        sha256=text.sha256,
        language=text.language,
        page_starts=list(text.page_starts),
        paragraph_starts=list(text.paragraph_starts),
        extractor=extractor,
        entry_id=entry,
    )
    passages.refresh([row.pk])
    standing.refresh_accounts([row.pk])


def put_failure(account: str, code: str, *, extractor: str, entry: int) -> None:
    """Keep why the text of an account could not be taken out."""
    row = account_row(account)
    tables.UnreadableAccount.objects.create(account=row, code=code, extractor=extractor, entry_id=entry)
    standing.refresh_accounts([row.pk])


def pending_accounts() -> tuple[str, ...]:
    """The key of every account whose text is still to be taken out, oldest first."""
    rows = tables.AccountStanding.objects.filter(state=State.PENDING.value).order_by("account_id")
    return tuple(rows.values_list("account__key", flat=True))


def pending_account(account: str) -> Pending | None:
    """An account whose text is still to be taken out; None where it waits for nothing. Raises NotFound."""
    row = account_row(account)
    if not tables.AccountStanding.objects.filter(account=row, state=State.PENDING.value).exists():
        return None
    urgent, urgency = urgency_of(account)
    return Pending(
        account=row.key,
        title=row.title,
        source=row.source.key,
        told=row.told,
        urgent=urgent,
        urgency=urgency,
        exhibit=row.exhibit.key,
        sha256=row.exhibit.sha256,
        file_name=row.exhibit.name,
        size=row.exhibit.size,
    )


def source_row(key: str) -> tables.Source:
    row = tables.Source.objects.filter(key=key).first()
    if row is None:
        raise NotFound("source", key)
    return row


def account_row(key: str) -> tables.Account:
    row = tables.Account.objects.filter(key=key).first()
    if row is None:
        raise NotFound("account", key)
    return row


def text_of(account: tables.Account) -> Text:
    """The stored text of an account; raises NotFound where it has none (yet)."""
    row = tables.AccountText.objects.filter(account=account).exclude(sha256="").first()
    if row is None:
        raise NotFound("text", account.key)
    return Text(
        content=row.content,
        language=row.language,
        page_starts=tuple(row.page_starts),
        paragraph_starts=tuple(row.paragraph_starts),
    )
