"""Search finds a name in any script and spelling, exact ones first, and never runs away."""

import pytest
from tests.house import ADMIN, AYSEL, an_account, part

from heard.procedures.add_claim import add_claim
from heard.procedures.judge import judge
from heard.records import models as tables
from heard.records.queries.pages import PAGE
from heard.records.search import search_names, search_texts
from heard.register.claim import Saying
from heard.register.judgement import Subject, Verdict
from heard.terms.errors import Malformed, NotPermitted, TooBroad
from heard.terms.saying import Kind, NameKind, Role

pytestmark = pytest.mark.django_db

SPELLINGS = ("Ülvi Həsənli", "Ulvi Hasanli", "Ульви Гасанлы", "Ülvi Həsənlinin", "ulvi hesenli")
QUERIES = ("Ulvi Hasanli", "Гасанлы", "hesenli", "Ülvi Həsənli", "ÜLVİ HƏSƏNLİ", "həsənlinin")


def told(name: str) -> str:
    """An account that names him so, and the claim that says it."""
    content = f"Nothing else is known.\n\nLast week {name} was detained in the town of Ağdaş by two men."
    account = an_account(content)
    start = content.index("Last")
    said = Saying(
        kind=Kind.STATUS,
        type="arrest",
        evidence=part(content, Role.PERSON, content[start:]).quote,
        arguments=(part(content, Role.PERSON, name), part(content, Role.PLACE, "Ağdaş")),
    )
    add_claim(by=AYSEL, account=account, saying=said)
    return account


@pytest.mark.parametrize("query", QUERIES)
def test_any_spelling_finds_all_others_in_texts(query: str) -> None:
    accounts = {told(name) for name in SPELLINGS}
    told("Rauf Səmədov")

    assert {hit.account for hit in search_texts(AYSEL, query).items} == accounts


@pytest.mark.parametrize("query", QUERIES)
def test_any_spelling_finds_the_person(query: str) -> None:
    for name in SPELLINGS[:4]:
        told(name)
    told("Rauf Səmədov")

    found = search_names(AYSEL, query, kind=NameKind.PERSON).items
    assert {hit.spelling for hit in found} == set(SPELLINGS[:4])
    assert search_names(AYSEL, query, kind=NameKind.PLACE).items == ()


def test_what_is_written_so_comes_first() -> None:
    for name in SPELLINGS:
        told(name)

    hits = search_texts(AYSEL, "Həsənli").items
    assert [hit.exact for hit in hits] == [True, False, False, False, False]
    assert "Həsənli" in hits[0].snippet


def test_a_snippet_points_into_the_text_and_at_its_claim() -> None:
    told("Ülvi Həsənli")

    (hit,) = search_texts(AYSEL, "гасанлы").items
    content = tables.AccountText.objects.get().content
    (start, end) = hit.lit[0]
    assert hit.snippet[start:end] == content[hit.start + start : hit.start + end] == "Həsənli"
    assert hit.claim == tables.Claim.objects.get().key


def test_all_words_must_stand_in_one_passage() -> None:
    told("Ülvi Həsənli")

    assert search_texts(AYSEL, "known Həsənli").items == ()
    assert len(search_texts(AYSEL, "two men Həsənli").items) == 1


def test_a_joined_person_is_found_once_under_every_spelling() -> None:
    told("Ülvi Həsənli")
    told("U. Hasanli")
    left, right = tables.Mention.objects.filter(kind="person").values_list("key", flat=True)
    judge(
        by=AYSEL, subject=Subject.MENTIONS, left=left, right=right, verdict=Verdict.SAME, reason="the same photograph"
    )

    assert [hit.spelling for hit in search_names(AYSEL, "Ülvi").items] == ["Ülvi Həsənli"]
    assert [hit.spelling for hit in search_names(AYSEL, "U. Hasanli").items] == ["U. Hasanli"]


def test_pages_hold_every_hit_once_in_both_tiers() -> None:
    written = ["Həsənli" if number % 2 else "Гасанлы" for number in range(2 * PAGE + 10)]
    an_account("\n\n".join(f"Paragraph {number}: {name}." for number, name in enumerate(written)))

    seen, after = [], ""
    while True:
        page = search_texts(AYSEL, "həsənli", after=after)
        seen += [(hit.start, hit.exact) for hit in page.items]
        if not (after := page.after):
            break
    assert len(seen) == len(set(seen)) == 2 * PAGE + 10
    assert [exact for _, exact in seen] == [True] * (PAGE + 5) + [False] * (PAGE + 5)


def test_counts_stop_at_the_limit() -> None:
    an_account("\n\n".join(f"Paragraph {number} on prison." for number in range(1_010)))

    total = search_texts(AYSEL, "prison").total
    assert (total.number, total.more) == (1_000, True)


@pytest.mark.parametrize("words", ["", "  ", "!?", '"', "'", ")("])
def test_no_words_are_told_apart_from_no_hits(words: str) -> None:
    with pytest.raises(Malformed):
        search_texts(AYSEL, words)


@pytest.mark.parametrize("words", ["NOT prison", 'a" OR "b', "x') | ('y", "words:prison", "prison*", "a & !b"])
def test_signs_of_the_index_are_only_signs(words: str) -> None:
    an_account("One paragraph.")
    assert search_texts(AYSEL, words).items == ()


def test_a_search_that_takes_too_long_is_stopped_and_the_next_one_runs() -> None:
    an_account("\n\n".join(f"Paragraph {number} on prison and beating of {number + 7}." for number in range(6_000)))

    with pytest.raises(TooBroad):
        search_texts(AYSEL, "prison beating paragraph", budget=0.0001)
    assert search_texts(AYSEL, "prison").items


def test_an_administrator_finds_nothing() -> None:
    with pytest.raises(NotPermitted):
        search_texts(ADMIN, "prison")
