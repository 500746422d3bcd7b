"""Keep judgements, and bring what they join or part up to date."""

from dataclasses import dataclass

from heard.linking.clusters import Clusters
from heard.records import models as tables
from heard.records.derive import clusters
from heard.register.judgement import Subject, Verdict
from heard.terms.errors import Conflict, Contradictory, Malformed, NotFound
from heard.terms.saying import Kind, NameKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two mentions or two claims by their rows, the smaller number left."""

    subject: Subject
    left: int
    right: int

    @property
    def columns(self) -> dict[str, int]:
        side = "mention" if self.subject is Subject.MENTIONS else "claim"
        return {f"left_{side}_id": self.left, f"right_{side}_id": self.right}


def pair(subject: Subject, left: str, right: str) -> Pair:
    """The two; raises NotFound, or Malformed for one thing twice, a name and a place, or claims that are no acts."""
    find = _mention if subject is Subject.MENTIONS else _act
    (one, one_kind), (other, other_kind) = find(left), find(right)
    if one == other or (one_kind == NameKind.PLACE) != (other_kind == NameKind.PLACE):
        raise Malformed("judgement", left, right)
    return Pair(subject=subject, left=min(one, other), right=max(one, other))


def put_judgement(two: Pair, verdict: Verdict, *, key: str, reason: str, entry: int) -> None:
    """Keep the judgement after any earlier one on the same two; raises Contradictory."""
    tables.Judgement.objects.create(
        key=key,
        subject=two.subject.value,
        verdict=verdict.value,
        reason=reason,
        supersedes=tables.Judgement.objects.filter(superseded_by__isnull=True, **two.columns).first(),
        entry_id=entry,
        **two.columns,
    )
    found = _refresh(two)
    against = [it for it in found.contradictions if key in (it.apart, *it.joining)]
    if against:
        others = {each for it in against for each in (it.apart, *it.joining)} - {key}
        raise Contradictory(*sorted(others))


def standing_judgement(key: str) -> tables.Judgement:
    """The row of a judgement that stands; raises NotFound, Conflict."""
    row = tables.Judgement.objects.filter(key=key).first()
    if row is None:
        raise NotFound("judgement", key)
    if not tables.Judgement.objects.filter(clusters.STANDING, pk=row.pk).exists():
        raise Conflict("judgement", key)
    return row


def put_undoing(judgement: tables.Judgement, *, reason: str, entry: int) -> None:
    """The judgement no longer counts."""
    tables.UndoneJudgement.objects.create(judgement=judgement, reason=reason, entry_id=entry)
    subject = Subject(judgement.subject)
    sides = (judgement.left_mention_id, judgement.right_mention_id, judgement.left_claim_id, judgement.right_claim_id)
    left, right = (side for side in sides if side is not None)
    _refresh(Pair(subject=subject, left=left, right=right))


def _refresh(two: Pair) -> Clusters:
    if two.subject is Subject.MENTIONS:
        return clusters.refresh_mentions([two.left, two.right])
    return clusters.refresh_claims([two.left, two.right])


def _mention(key: str) -> tuple[int, str]:
    row = tables.Mention.objects.filter(key=key).values_list("pk", "kind").first()
    if row is None:
        raise NotFound("mention", key)
    return row


def _act(key: str) -> tuple[int, str]:
    row = tables.Claim.objects.filter(key=key).values_list("pk", "kind").first()
    if row is None:
        raise NotFound("claim", key)
    if row[1] != Kind.ACT:
        raise Malformed("judgement", key)
    return row
