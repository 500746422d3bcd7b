"""Which mentions are one person follows from judgements alone, in any order, and comes apart exactly."""

from hypothesis import given, settings
from hypothesis import strategies as st

from heard.linking.clusters import Link, Thing, cluster
from heard.register.judgement import Verdict

A, B, C, D = "a", "b", "c", "d"


def same(left: str, right: str) -> Link:
    return Link(key=f"same {left}{right}", left=left, right=right, verdict=Verdict.SAME)


def different(left: str, right: str) -> Link:
    return Link(key=f"different {left}{right}", left=left, right=right, verdict=Verdict.DIFFERENT)


def unsure(left: str, right: str) -> Link:
    return Link(key=f"unsure {left}{right}", left=left, right=right, verdict=Verdict.UNSURE)


def plain(*keys: str) -> list[Thing]:
    return [Thing(key=key) for key in keys]


def test_nothing_is_joined_without_a_judgement() -> None:
    assert cluster(plain(A, B), []).of == {A: A, B: B}


def test_what_is_judged_the_same_is_one_named_by_its_smallest_key() -> None:
    assert cluster(plain(A, B, C), [same(C, B), same(B, A)]).of == {A: A, B: A, C: A}


def test_unsure_joins_nothing() -> None:
    assert cluster(plain(A, B), [unsure(A, B)]).of == {A: A, B: B}


def test_names_alike_within_one_telling_are_one() -> None:
    things = [Thing(key=A, alike="1/hasanli"), Thing(key=B, alike="1/hasanli"), Thing(key=C, alike="2/hasanli")]

    assert cluster(things, []).of == {A: A, B: A, C: C}


def test_a_judgement_of_difference_outweighs_the_default_and_only_for_the_two() -> None:
    things = [Thing(key=key, alike="1/hasanli", place=place) for place, key in enumerate((A, B, C, D))]

    assert cluster(things, [different(A, C)]).of == {A: A, B: A, C: C, D: A}


def test_the_default_yields_to_difference_through_another_account() -> None:
    things = [Thing(key=A, alike="1/hasanli"), Thing(key=B, alike="1/hasanli"), Thing(key=C, alike="2/hasanli")]

    assert cluster(things, [same(A, C), different(C, B)]).of == {A: A, B: B, C: A}


def test_a_contradiction_is_reported_and_merges_nothing() -> None:
    found = cluster(plain(A, B, C), [same(A, B), same(B, C), different(A, C)])

    assert found.of == {A: A, B: B, C: C}
    assert [(each.apart, each.joining) for each in found.contradictions] == [("different ac", ("same ab", "same bc"))]


def test_a_contradiction_leaves_other_persons_alone() -> None:
    found = cluster(plain(*"abcdef"), [same(A, B), different(A, B), same("e", "f")])

    assert found.of == {A: A, B: B, C: C, D: D, "e": "e", "f": "e"}


KEYS = "abcdefgh"
things = st.lists(
    st.builds(Thing, key=st.sampled_from(KEYS), alike=st.sampled_from(["", "1", "2"]), place=st.integers(0, 3)),
    unique_by=lambda thing: thing.key,
    min_size=2,
)
links = st.lists(
    st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS), st.sampled_from(Verdict)).filter(lambda it: it[0] != it[1]),
    max_size=8,
    unique_by=lambda it: frozenset(it[:2]),
).map(lambda found: [Link(key="".join(it), left=it[0], right=it[1], verdict=it[2]) for it in found])


@given(things, links, st.randoms())
@settings(max_examples=200)
def test_order_does_not_matter(things: list[Thing], links: list[Link], chance: object) -> None:
    shuffled_things, shuffled_links = list(things), list(links)
    chance.shuffle(shuffled_things)  # type: ignore[attr-defined]
    chance.shuffle(shuffled_links)  # type: ignore[attr-defined]
    turned = [Link(key=it.key, left=it.right, right=it.left, verdict=it.verdict) for it in shuffled_links]

    before, after = cluster(things, links), cluster(shuffled_things, turned)

    assert before.of == after.of
    assert {it.apart for it in before.contradictions} == {it.apart for it in after.contradictions}


@given(things, links)
@settings(max_examples=200)
def test_nothing_judged_different_is_ever_one(things: list[Thing], links: list[Link]) -> None:
    of = cluster(things, links).of

    for link in links:
        if link.verdict is Verdict.DIFFERENT and link.left in of and link.right in of:
            assert of[link.left] != of[link.right]


@given(things, links)
@settings(max_examples=200)
def test_every_cluster_is_named_by_its_smallest_key(things: list[Thing], links: list[Link]) -> None:
    of = cluster(things, links).of

    assert set(of) == {thing.key for thing in things}
    for name in set(of.values()):
        assert name == min(key for key, cluster_name in of.items() if cluster_name == name)


@given(things, links)
@settings(max_examples=200)
def test_judged_the_same_without_contradiction_is_one(things: list[Thing], links: list[Link]) -> None:
    found = cluster(things, links)
    if found.contradictions:
        return
    for link in links:
        if link.verdict is Verdict.SAME and link.left in found.of and link.right in found.of:
            assert found.of[link.left] == found.of[link.right]
