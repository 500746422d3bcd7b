"""From rows to the register's plain values, a page at a time with a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from heard.reading.draft import Argument
from heard.records import models as tables
from heard.records.derive.batches import batches
from heard.records.queries.pages import ClaimLine
from heard.register.account import UNASKED_NOTE, Account, Answer, Consent, Exhibit, Relation, Source
from heard.register.claim import Claim
from heard.terms.saying import Kind, Polarity, Role
from heard.terms.span import Quote


def load_sources(rows: Iterable[tables.Source]) -> dict[int, Source]:
    """Sources with the latest of their grades and answers, by row."""
    sources = list(rows)
    grades: dict[int, str] = {}
    answers: dict[int, dict[str, tuple[Answer, str]]] = defaultdict(dict)
    for piece in batches([row.pk for row in sources]):
        given = tables.SourceGrade.objects.filter(source_id__in=piece).order_by("pk")
        grades.update(given.values_list("source_id", "grade"))
        said = tables.ConsentAnswer.objects.filter(source_id__in=piece).order_by("pk")
        for source, use, answer, note in said.values_list("source_id", "use", "answer", "note"):
            answers[source][use] = Answer(answer), note
    return {
        row.pk: Source(
            key=row.key,
            label=row.label,
            relation=Relation(row.relation),
            grade=grades.get(row.pk, "F"),
            consent=_consent(answers[row.pk]),
            name=row.name,
            shareable_name=row.shareable_name,
        )
        for row in sources
    }


def _consent(answers: Mapping[str, tuple[Answer, str]]) -> Consent:
    return Consent(
        answers=tuple((use, answer) for use, (answer, _) in sorted(answers.items())),
        unasked=frozenset(use for use, (_, note) in answers.items() if note == UNASKED_NOTE),
    )


def load_accounts(accounts: Iterable[int]) -> dict[int, Account]:
    """Accounts by row, with source and exhibit."""
    loaded: dict[int, Account] = {}
    for piece in batches(sorted(set(accounts))):
        rows = list(
            tables.Account.objects.filter(pk__in=piece)
            .select_related("source", "exhibit", "standing", "entry")
            .defer("entry__leaf", "entry__leaf_hash")
        )
        failed = tables.UnreadableAccount.objects.filter(account_id__in=piece).order_by("pk")
        codes = dict(failed.values_list("account_id", "code"))
        sources = load_sources({row.source_id: row.source for row in rows}.values())
        loaded.update((row.pk, _account(row, sources[row.source_id], codes.get(row.pk, ""))) for row in rows)
    return loaded


def load_lines(claims: Sequence[int]) -> tuple[ClaimLine, ...]:
    """These claims in this order, whether they stand or not; those whose words were destroyed are left out."""
    lines: dict[int, ClaimLine] = {}
    for piece in batches(claims):
        lines.update(_lines(piece))
    return tuple(lines[pk] for pk in claims if pk in lines)


def _lines(claims: list[int]) -> dict[int, ClaimLine]:
    rows = list(
        tables.Claim.objects.filter(pk__in=claims)
        .exclude(quote="")
        .select_related("entry", "withdrawal", "superseded_by", "supersedes", "incident")
        .defer("entry__leaf", "entry__leaf_hash", "superseded_by__quote", "supersedes__quote")
    )
    accounts = load_accounts(row.account_id for row in rows)
    arguments, named = _arguments(claims)
    denies, denied = _denials(claims)
    return {
        row.pk: ClaimLine(
            claim=_claim(row, accounts[row.account_id], tuple(arguments[row.pk]), tuple(denies[row.pk])),
            named=tuple(named[row.pk]),
            incident=row.incident.incident if hasattr(row, "incident") else "",
            denied_by=tuple(denied[row.pk]),
            withdrawn=hasattr(row, "withdrawal"),
            superseded_by=row.superseded_by.key if hasattr(row, "superseded_by") else "",
        )
        for row in rows
    }


def _arguments(
    claims: list[int],
) -> tuple[dict[int, list[Argument]], dict[int, list[tuple[Role, str, str]]]]:
    arguments: dict[int, list[Argument]] = defaultdict(list)
    named: dict[int, list[tuple[Role, str, str]]] = defaultdict(list)
    rows = tables.ClaimArgument.objects.filter(claim_id__in=claims).exclude(words="").order_by("claim_id", "ordinal")
    columns = ("claim_id", "role", "start", "end", "words", "value", "mention__key", "mention__membership__referent")
    for claim, role, start, end, words, value, mention, referent in rows.values_list(*columns):
        quote = Quote(start=start, end=end, text=words)
        arguments[claim].append(Argument(role=Role(role), quote=quote, value=value))
        if mention:
            named[claim].append((Role(role), mention, referent))
    return arguments, named


def _denials(claims: list[int]) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    denies: dict[int, list[str]] = defaultdict(list)
    denied: dict[int, list[str]] = defaultdict(list)
    theirs = tables.Denial.objects.filter(claim_id__in=claims, denies__standing__isnull=False).order_by("pk")
    for claim, other in theirs.values_list("claim_id", "denies__key"):
        denies[claim].append(other)
    against = tables.Denial.objects.filter(denies_id__in=claims, claim__standing__isnull=False).order_by("pk")
    for claim, other in against.values_list("denies_id", "claim__key"):
        denied[claim].append(other)
    return denies, denied


def _claim(row: tables.Claim, account: Account, arguments: tuple[Argument, ...], denies: tuple[str, ...]) -> Claim:
    return Claim(
        key=row.key,
        account=account,
        kind=Kind(row.kind),
        type=row.type,
        polarity=Polarity(row.polarity),
        evidence=Quote(start=row.start, end=row.end, text=row.quote),
        arguments=arguments,
        page=row.page,
        paragraph=row.paragraph,
        credibility=row.credibility,
        made_by=row.maker,
        reviewed=row.reviewed,
        by=row.entry.actor,
        at=row.entry.at,
        supersedes=row.supersedes.key if row.supersedes else "",
        denies=denies,
    )


def _account(row: tables.Account, source: Source, failed: str) -> Account:
    return Account(
        key=row.key,
        title=row.title,
        source=source,
        exhibit=Exhibit(
            key=row.exhibit.key,
            sha256=row.exhibit.sha256,
            name=row.exhibit.name,
            media_type=row.exhibit.media_type,
            size=row.exhibit.size,
        ),
        language=row.standing.language,
        told=row.told,
        received=row.entry.at,
        by=row.entry.actor,
        unreadable="" if row.standing.language else failed,
    )
