"""Claims in lists and alone."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from heard.records import models as tables
from heard.records.queries.cursors import counted, read_cursor, write_cursor
from heard.records.queries.loading import load_lines
from heard.records.queries.naming import referent_of
from heard.records.queries.pages import PAGE, ClaimLine, Page
from heard.records.queries.permission import content
from heard.records.shelf.accounts import account_row
from heard.register.claim import Claim
from heard.register.member import Member
from heard.terms.errors import Malformed, NotFound
from heard.terms.saying import Kind, NameKind, Polarity, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """Which claims a list holds; everything left empty lets all through.

    `place` and `person` are keys of referents (or of any of their mentions), `role` the part `person` has.
    `earliest` and `latest` are days, "2024-01-31": a claim stands in the period unless it surely lies outside, or says
    no date at all.
    """

    kind: Kind | None = None
    type: str = ""
    polarity: Polarity | None = None
    place: str = ""
    person: str = ""
    role: Role | None = None
    account: str = ""
    earliest: str = ""
    latest: str = ""
    reviewed: bool | None = None


@content
def claims_page(by: Member, /, wanted: ClaimFilter, *, after: str = "") -> Page[ClaimLine]:
    """Standing claims (neither superseded nor withdrawn), newest first."""
    return page_of(filtered(wanted), after)


@content
def claim(by: Member, /, key: str) -> ClaimLine:
    """One claim, also when superseded or withdrawn; raises NotFound."""
    found = load_lines(list(tables.Claim.objects.filter(key=key).values_list("pk", flat=True)))
    if not found:
        raise NotFound("claim", key)
    return found[0]


@content
def claims_of_account(by: Member, /, account: str) -> tuple[ClaimLine, ...]:
    """Standing claims of one account in the order of its text; raises NotFound."""
    rows = tables.ClaimStanding.objects.filter(account=account_row(account)).order_by("start", "claim_id")
    return load_lines(list(rows.values_list("claim_id", flat=True)))


@content
def claims_for_brief(by: Member, /, *, accounts: tuple[str, ...] = (), person: str = "") -> tuple[Claim, ...]:
    """Standing claims of these accounts, or about or by this person, by account and then in the order of the text."""
    rows = tables.ClaimStanding.objects.all()
    if person:
        rows = _naming(rows, referent_of(person).key)
    if accounts or not person:
        rows = rows.filter(account_id__in=[account_row(key).pk for key in accounts])
    ordered = rows.order_by("account_id", "start", "claim_id").values_list("claim_id", flat=True)
    return tuple(line.claim for line in load_lines(list(ordered)))


@content
def persons_mentioned(by: Member, /, accounts: tuple[str, ...]) -> tuple[str, ...]:
    """Every person's name that these accounts mention, in a claim or not, as written, once."""
    mentions = tables.Mention.objects.filter(account__key__in=accounts, kind=NameKind.PERSON.value).exclude(words="")
    return tuple(mentions.order_by("words").values_list("words", flat=True).distinct())


def page_of(rows: QuerySet[tables.ClaimStanding], after: str = "") -> Page[ClaimLine]:
    """One page of these standing claims, newest first."""
    claims = claims_in(rows, after)
    return Page(items=load_lines(claims.items), total=claims.total, after=claims.after)


def claims_in(rows: QuerySet[tables.ClaimStanding], after: str = "", *, size: int = PAGE) -> Page[int]:
    """One page of these standing claims by their rows, newest first."""
    below = rows.filter(claim_id__lt=read_cursor(after, 1)[0]) if after else rows
    found = list(below.order_by("-claim_id").values_list("claim_id", flat=True)[: size + 1])
    cursor = write_cursor(found[size - 1]) if len(found) > size else ""
    return Page(items=tuple(found[:size]), total=counted(rows), after=cursor)


def filtered(wanted: ClaimFilter) -> QuerySet[tables.ClaimStanding]:
    """The standing claims that a filter lets through; raises NotFound, Malformed (a day)."""
    rows = tables.ClaimStanding.objects.filter(**_plain(wanted))
    if wanted.account:
        rows = rows.filter(account=account_row(wanted.account))
    if wanted.place:
        rows = _naming(rows, referent_of(wanted.place).key, Role.PLACE)
    if wanted.person:
        rows = _naming(rows, referent_of(wanted.person).key, wanted.role)
    return rows.filter(_within(wanted)) if wanted.earliest or wanted.latest else rows


def _plain(wanted: ClaimFilter) -> dict[str, object]:
    said = {
        "kind": wanted.kind and wanted.kind.value,
        "type": wanted.type,
        "polarity": wanted.polarity and wanted.polarity.value,
    }
    plain: dict[str, object] = {column: value for column, value in said.items() if value}
    return plain if wanted.reviewed is None else plain | {"reviewed": wanted.reviewed}


def _naming(
    rows: QuerySet[tables.ClaimStanding], referent: str, role: Role | None = None
) -> QuerySet[tables.ClaimStanding]:
    parts = tables.NamedPart.objects.filter(referent=referent)
    return rows.filter(claim_id__in=(parts.filter(role=role.value) if role else parts).values("claim_id"))


def _within(wanted: ClaimFilter) -> Q:
    within = Q(dated=True)
    if wanted.earliest:
        within &= Q(latest__isnull=True) | Q(latest__gte=_day(wanted.earliest))
    if wanted.latest:
        within &= Q(earliest__isnull=True) | Q(earliest__lte=_day(wanted.latest))
    return within


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as wrong:
        raise Malformed("day", text) from wrong
