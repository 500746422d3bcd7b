"""Search over texts, claims and names, whatever script or spelling the words come in."""

from collections import defaultdict

from django.db.models import F
from django.db.models.functions import Substr

from heard.records import models as tables
from heard.records.queries.naming import referent_value
from heard.records.queries.pages import Hit, NameHit, Page
from heard.records.queries.permission import content
from heard.records.search_budget import within
from heard.records.search_index import NAMES, PASSAGES
from heard.records.search_rows import Among, find
from heard.records.search_terms import Wanted, read_search
from heard.records.spelling import tokens
from heard.register.member import Member
from heard.terms.saying import NameKind

BUDGET = 2.0  # seconds a search may take before it is refused as too broad
AROUND = 120  # characters shown before and after the first hit of a passage
LIT_AT_MOST = 20  # words lit in one snippet


@content
def search_texts(by: Member, /, words: str, *, after: str = "", budget: float = BUDGET) -> Page[Hit]:
    """Passages that hold all the words: as written first, then in other spellings; newest first.

    Raises TooBroad where it takes longer than `budget` seconds, Malformed where there is no word.
    """
    wanted = read_search(words)
    with within(budget):
        found = find(wanted, Among(table=PASSAGES), after)
        hits = _hits(wanted, dict(found.rows))
    return Page(items=hits, total=found.total, after=found.after)


@content
def search_names(
    by: Member, /, words: str, *, kind: NameKind | None = None, after: str = "", budget: float = BUDGET
) -> Page[NameHit]:
    """Persons, bodies and places whose spellings hold all the words; raises TooBroad, Malformed."""
    wanted = read_search(words)
    of_kind = "EXISTS (SELECT 1 FROM referent WHERE referent.id = referent_words.rowid AND referent.kind = %s)"
    among = Among(table=NAMES, condition=of_kind, values=(kind.value,)) if kind else Among(table=NAMES)
    with within(budget):
        found = find(wanted, among, after)
        rows = tables.Referent.objects.in_bulk([row for row, _ in found.rows])
        spellings = _spellings(wanted, [row.key for row in rows.values()])
    hits = (
        NameHit(referent=referent_value(rows[row]), spelling=spellings.get(rows[row].key, rows[row].name), exact=exact)
        for row, exact in found.rows
        if row in rows
    )
    return Page(items=tuple(hits), total=found.total, after=found.after)


def _hits(wanted: Wanted, exact: dict[int, bool]) -> tuple[Hit, ...]:
    rows = tables.Passage.objects.filter(pk__in=list(exact)).annotate(
        words=Substr("account__text__content", F("start") + 1, F("end") - F("start"))
    )
    columns = ("pk", "account_id", "account__key", "account__title", "start", "words")
    passages = {row[0]: row[1:] for row in rows.values_list(*columns)}
    claims = _claims({passage[0] for passage in passages.values()})
    found = []
    for pk, is_exact in exact.items():
        if pk in passages:
            account, key, title, start, text = passages[pk]
            first, snippet, lit = _snippet(wanted, text)
            begin = start + first
            spans = [(begin + light[0], begin + light[1]) for light in lit]
            claim = next((name for low, high, name in claims[account] for s, e in spans if low < e and s < high), "")
            found.append(
                Hit(
                    account=key, account_title=title, claim=claim, snippet=snippet, start=begin, lit=lit, exact=is_exact
                )
            )
    return tuple(found)


def _snippet(wanted: Wanted, text: str) -> tuple[int, str, tuple[tuple[int, int], ...]]:
    """Where the snippet begins, the snippet, and the words lit in it."""
    lights = [(start, end) for start, end, word in tokens(text) if wanted.lights(word)]
    middle = lights[0][0] if lights else 0
    first = 0 if middle <= AROUND else text.find(" ", middle - AROUND, middle) + 1 or middle
    last = min(len(text), max(middle + AROUND, first + 2 * AROUND))
    shown = [(start - first, end - first) for start, end in lights if first <= start and end <= last]
    return first, text[first:last], tuple(shown[:LIT_AT_MOST])


def _claims(accounts: set[int]) -> dict[int, list[tuple[int, int, str]]]:
    rows = tables.ClaimStanding.objects.filter(account_id__in=accounts).order_by("claim_id")
    found: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for account, start, end, key in rows.values_list("account_id", "claim__start", "claim__end", "claim__key"):
        found[account].append((start, end, key))
    return found


def _spellings(wanted: Wanted, referents: list[str]) -> dict[str, str]:
    """For each of these the spelling that fits best: as written, else one that shares a key with every word."""
    rows = tables.Mention.objects.filter(membership__referent__in=referents).exclude(folded="")
    best: dict[str, tuple[int, str]] = {}
    for referent, spelling in rows.values_list("membership__referent", "words").distinct().order_by():
        rank = _rank(wanted, spelling)
        best[referent] = min(best.get(referent, (rank, spelling)), (rank, spelling))
    return {referent: spelling for referent, (_, spelling) in best.items()}


def _rank(wanted: Wanted, spelling: str) -> int:
    """How far a spelling is from the words: how many it lacks, those it has in another spelling counting less."""
    found = [word for _, _, word in tokens(spelling)]
    written = {word.casefold() for word in found}
    lacking = sum(word not in written for word in wanted.written)
    return 2 * lacking - sum(wanted.lights(word) for word in found)
