"""Persons, places and incidents after each judgement: only what it can reach is computed again."""

from collections.abc import Callable, Iterable, Mapping

from django.db.models import Exists, OuterRef, Q

from heard.linking.clusters import Clusters, Link, Thing, cluster
from heard.records import models as tables
from heard.records.derive import referents, standing
from heard.records.derive.batches import batches
from heard.register.judgement import Subject, Verdict

STANDING = Q(superseded_by__isnull=True, undoing__isnull=True)
_SAME = Verdict.SAME.value


def refresh_mentions(mentions: Iterable[int]) -> Clusters:
    """Bring persons, bodies and places up to date around these mentions."""
    reached = _reach(set(mentions), _mentions_beside)
    found = cluster(mention_things(reached), links(Subject.MENTIONS, reached))
    before = dict(_stored(tables.Membership.objects, "mention_id", "referent", reached))
    keys = _keys(tables.Mention.objects, reached)
    changed = {pk: found.of[key] for pk, key in keys.items() if before.get(pk) != found.of[key]}
    renamed = _renamed(before, {pk: found.of[key] for pk, key in keys.items()})
    for old, new in renamed.items():
        _rename(old, new)
    moved = {pk: name for pk, name in changed.items() if before.get(pk) not in renamed}
    for piece in batches(sorted(moved)):
        tables.Membership.objects.filter(mention_id__in=piece).delete()
        tables.Membership.objects.bulk_create(tables.Membership(mention_id=pk, referent=moved[pk]) for pk in piece)
    referents.refresh({before[pk] for pk in changed if pk in before} | set(changed.values()))
    standing.refresh_parts(_claims_naming([pk for pk in moved if pk in before]))
    return found


def forget_mentions(mentions: Iterable[int]) -> Clusters:
    """Bring persons, bodies and places up to date where the words of these mentions were destroyed."""
    found = refresh_mentions(mentions)
    referents.refresh(set(found.of.values()))
    return found


def refresh_claims(claims: Iterable[int]) -> Clusters:
    """Bring incidents up to date around these claims."""
    reached = _reach(set(claims), _claims_beside)
    found = cluster(claim_things(reached), links(Subject.CLAIMS, reached))
    before = dict(_stored(tables.IncidentMembership.objects, "claim_id", "incident", reached))
    keys = _keys(tables.Claim.objects.filter(kind="act"), reached)
    changed = {pk: found.of[key] for pk, key in keys.items() if before.get(pk) != found.of[key]}
    for piece in batches(sorted(changed)):
        tables.IncidentMembership.objects.filter(claim_id__in=piece).delete()
        tables.IncidentMembership.objects.bulk_create(
            tables.IncidentMembership(claim_id=pk, incident=changed[pk]) for pk in piece
        )
    return found


def mention_things(mentions: Iterable[int]) -> list[Thing]:
    """These mentions, alike where one account writes a name of one kind alike."""
    things: list[Thing] = []
    for piece in batches(sorted(mentions)):
        rows = tables.Mention.objects.filter(pk__in=piece).values_list("key", "account_id", "kind", "folded", "start")
        things += [
            Thing(key=key, alike=f"{account}/{kind}/{folded}" if folded else "", place=start)
            for key, account, kind, folded, start in rows
        ]
    return things


def claim_things(claims: Iterable[int]) -> list[Thing]:
    """These act claims, alike where one corrects the other."""
    things: list[Thing] = []
    corrects: dict[int, int] = {}
    for piece in batches(sorted(claims)):
        rows = tables.Claim.objects.filter(pk__in=piece, kind="act").order_by("pk")
        for pk, key, earlier in rows.values_list("pk", "key", "supersedes_id"):
            corrects[pk] = corrects.get(earlier, earlier) if earlier else pk
            things.append(Thing(key=key, alike=str(corrects[pk]), place=pk))
    return things


def links(subject: Subject, things: Iterable[int]) -> list[Link]:
    """The standing judgements on these mentions or claims."""
    side = "mention" if subject is Subject.MENTIONS else "claim"
    left, right = f"left_{side}", f"right_{side}"
    found: list[Link] = []
    for piece in batches(sorted(things)):
        rows = tables.Judgement.objects.filter(STANDING, **{f"{left}_id__in": piece})
        for key, one, other, verdict in rows.values_list("key", f"{left}__key", f"{right}__key", "verdict"):
            found.append(Link(key=key, left=one, right=other, verdict=Verdict(verdict)))
    return found


def _renamed(before: Mapping[int, str], after: Mapping[int, str]) -> dict[str, str]:
    """The referents that go on whole under another key, as a big one does when a smaller key joins it."""
    went: dict[str, set[str]] = {}
    for pk, name in before.items():
        went.setdefault(name, set()).add(after[pk])
    return {old: min(names) for old, names in went.items() if len(names) == 1 and names != {old}}


def _rename(old: str, new: str) -> None:
    tables.Membership.objects.filter(referent=old).update(referent=new)
    parts = tables.NamedPart.objects.filter(referent=old)
    same = tables.NamedPart.objects.filter(referent=new, claim_id=OuterRef("claim_id"), role=OuterRef("role"))
    parts.filter(Exists(same)).delete()
    parts.update(referent=new)


def _reach(start: set[int], beside: Callable[[list[int]], set[int]]) -> set[int]:
    """Everything that judgements of sameness and likeness lead to, in any number of steps."""
    reached, edge = set(start), set(start)
    while edge:
        edge = {pk for piece in batches(sorted(edge)) for pk in beside(piece)} - reached
        reached |= edge
    return reached


def _mentions_beside(mentions: list[int]) -> set[int]:
    """Those alike in the same account, those judged the same, and those of the same referents as it was before."""
    rows = tables.Mention.objects.filter(pk__in=mentions).exclude(folded="").values_list("account_id", "kind", "folded")
    wanted = set(rows)
    there = tables.Mention.objects.filter(account_id__in={account for account, _, _ in wanted}).exclude(folded="")
    columns = there.values_list("pk", "account_id", "kind", "folded")
    alike = {pk for pk, *form in columns if tuple(form) in wanted}
    names = tables.Membership.objects.filter(mention_id__in=mentions).values("referent")
    before = tables.Membership.objects.filter(referent__in=names).values_list("mention_id", flat=True)
    return alike | set(before) | _judged_the_same("mention", mentions)


def _claims_beside(claims: list[int]) -> set[int]:
    """Other versions, those judged the same, and those of the same incidents as it was before."""
    versions = tables.Claim.objects.filter(Q(supersedes_id__in=claims) | Q(superseded_by__in=claims))
    names = tables.IncidentMembership.objects.filter(claim_id__in=claims).values("incident")
    before = tables.IncidentMembership.objects.filter(incident__in=names).values_list("claim_id", flat=True)
    return set(versions.values_list("pk", flat=True)) | set(before) | _judged_the_same("claim", claims)


def _judged_the_same(side: str, things: list[int]) -> set[int]:
    same = tables.Judgement.objects.filter(STANDING, verdict=_SAME)
    one, other = f"left_{side}_id", f"right_{side}_id"
    rightwards = same.filter(**{f"{one}__in": things}).values_list(other, flat=True)
    leftwards = same.filter(**{f"{other}__in": things}).values_list(one, flat=True)
    return set(rightwards) | set(leftwards)


def _stored(rows: object, thing: str, name: str, things: Iterable[int]) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for piece in batches(sorted(things)):
        found += rows.filter(**{f"{thing}__in": piece}).values_list(thing, name)  # type: ignore[attr-defined]
    return found


def _keys(rows: object, things: Iterable[int]) -> dict[int, str]:
    keys: dict[int, str] = {}
    for piece in batches(sorted(things)):
        keys.update(rows.filter(pk__in=piece).values_list("pk", "key"))  # type: ignore[attr-defined]
    return keys


def _claims_naming(mentions: list[int]) -> set[int]:
    claims: set[int] = set()
    for piece in batches(sorted(mentions)):
        rows = tables.ClaimArgument.objects.filter(mention_id__in=piece, claim__standing__isnull=False)
        claims.update(rows.values_list("claim_id", flat=True))
    return claims
