"""Keep claims with their parts and the mentions they name."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Self

from heard.reading.draft import Argument
from heard.reading.text import Text
from heard.records import models as tables
from heard.records.derive import clusters, standing
from heard.records.shelf.accounts import text_of
from heard.records.shelf.mentions import Mentions
from heard.register.claim import Saying
from heard.register.vocabulary import claim_type
from heard.terms.canonical import canonical_bytes
from heard.terms.errors import Conflict, Malformed, NotFound
from heard.terms.ids import NewId
from heard.terms.saying import NAMING_ROLES, Kind

PERSON = "person"  # the maker of what no reader proposed


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """Who made a claim and how: `maker` names reader and pattern, or "person"; the custody entry it is made under."""

    key: str
    maker: str
    reviewed: bool
    entry: int


class Shelf:
    """Keeps claims of one account; `finish` brings what follows from them up to date, once."""

    def __init__(self, account: tables.Account, text: Text, *, new_id: NewId) -> None:
        self.account = account
        self.text = text
        self._mentions = Mentions(account, text, new_id=new_id)
        self._claims: list[int] = []

    @classmethod
    def of(cls, account: tables.Account, *, new_id: NewId) -> Self:
        """For this account with its stored text; raises NotFound where it has none."""
        return cls(account, text_of(account), new_id=new_id)

    def put(self, saying: Saying, making: Making, *, supersedes: tables.Claim | None = None) -> tables.Claim:
        """Keep one claim; raises Misquoted, or Malformed for a type that does not exist."""
        saying.require_in(self.text.content)
        _require_known(saying)
        claim = tables.Claim.objects.create(
            key=making.key,
            account=self.account,
            kind=saying.kind.value,
            type=saying.type,
            polarity=saying.polarity.value,
            start=saying.evidence.start,
            end=saying.evidence.end,
            quote=saying.evidence.text,
            page=self.text.page_at(saying.evidence.start),
            paragraph=self.text.paragraph_at(saying.evidence.start),
            credibility=saying.credibility,
            maker=making.maker,
            reviewed=making.reviewed,
            supersedes=supersedes,
            entry_id=making.entry,
        )
        tables.ClaimArgument.objects.bulk_create(
            self._argument(claim, ordinal, argument, making) for ordinal, argument in enumerate(saying.arguments)
        )
        self._claims += [claim.pk, *([supersedes.pk] if supersedes else [])]
        return claim

    def finish(self) -> None:
        """Bring persons, places, incidents and lists up to date with what was kept."""
        clusters.refresh_mentions(self._mentions.added)
        clusters.refresh_claims(self._claims)
        standing.refresh_claims(self._claims)

    def _argument(self, claim: tables.Claim, ordinal: int, argument: Argument, making: Making) -> tables.ClaimArgument:
        naming = argument.role in NAMING_ROLES
        mention = self._mentions.named(argument, maker=making.maker, entry=making.entry) if naming else None
        return tables.ClaimArgument(
            claim=claim,
            ordinal=ordinal,
            role=argument.role.value,
            start=argument.quote.start,
            end=argument.quote.end,
            words=argument.quote.text,
            value=argument.value,
            mention_id=mention,
            entry_id=making.entry,
        )


def put_withdrawal(claim: tables.Claim, *, reason: str, entry: int) -> None:
    """The claim stands no longer."""
    tables.Withdrawal.objects.create(claim=claim, reason=reason, entry_id=entry)
    standing.refresh_claims([claim.pk])


def put_denial(denial: tables.Claim, denies: tables.Claim, *, entry: int) -> None:
    """One claim denies another."""
    tables.Denial.objects.create(claim=denial, denies=denies, entry_id=entry)


def carry_denials(old: tables.Claim, new: tables.Claim, *, entry: int) -> None:
    """What the old claim denied, and what denied it, holds for the new one."""
    tables.Denial.objects.bulk_create(
        tables.Denial(claim=new, denies_id=denies, entry_id=entry)
        for denies in old.denials.values_list("denies_id", flat=True)
    )
    tables.Denial.objects.bulk_create(
        tables.Denial(claim_id=denial, denies=new, entry_id=entry)
        for denial in old.denied.values_list("claim_id", flat=True)
    )


def claim_row(key: str) -> tables.Claim:
    """The row of a claim; raises NotFound, also where its account was destroyed."""
    row = tables.Claim.objects.select_related("account").exclude(quote="").filter(key=key).first()
    if row is None:
        raise NotFound("claim", key)
    return row


def standing_claim(key: str) -> tables.Claim:
    """The row of a claim that stands; raises Conflict where it does not any longer."""
    row = claim_row(key)
    if not tables.ClaimStanding.objects.filter(claim=row).exists():
        raise Conflict("claim", key)
    return row


def said_sha256(saying: Saying) -> str:
    """SHA-256 of everything a claim says, for its custody entry."""
    parts = [[it.role.value, it.quote.start, it.quote.end, it.quote.text, it.value] for it in saying.arguments]
    evidence = [saying.evidence.start, saying.evidence.end, saying.evidence.text]
    said = [saying.kind.value, saying.type, saying.polarity.value, evidence, parts, saying.credibility]
    return sha256(canonical_bytes(said)).hexdigest()


def _require_known(saying: Saying) -> None:
    if saying.kind in {Kind.COUNT, Kind.POSITION}:  # neither has a list of types
        return
    try:
        claim_type(saying.kind, saying.type)
    except NotFound as unknown:
        raise Malformed("type", saying.kind.value, saying.type) from unknown
