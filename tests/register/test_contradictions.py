"""Accounts that do not agree, side by side."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heard.reading.draft import Argument
from heard.register.account import Account, Exhibit, Relation, Source
from heard.register.claim import Claim
from heard.register.compared import could_agree
from heard.register.contradictions import Difference, Disagreement, denials_of, differences
from heard.terms.saying import Kind, Polarity, Role
from heard.terms.span import Quote

WHEN = datetime(2025, 1, 2, tzinfo=UTC)


def claim(key: str, account: str, kind: Kind, type: str, *said: tuple[Role, str, str | None]) -> Claim:
    source = Source(key=f"s{account}", label="a source", relation=Relation.WITNESS)
    exhibit = Exhibit(key=f"e{account}", sha256="0" * 64, name="a.txt", media_type="text/plain", size=1)
    telling = Account(key=account, title=account, source=source, exhibit=exhibit, language="en", received=WHEN, by="m")
    return Claim(
        key=key,
        account=telling,
        kind=kind,
        type=type,
        polarity=Polarity.ASSERTED,
        evidence=Quote(start=0, end=3, text="abc"),
        arguments=tuple(
            Argument(role=role, quote=Quote(start=0, end=len(words), text=words), value=value)
            for role, words, value in said
        ),
        page=1,
        paragraph=1,
        made_by="person",
        reviewed=True,
        by="m",
        at=WHEN,
    )


def count(key: str, account: str, n: str, of: str, period: str = "2024-01/2024-06") -> Claim:
    return claim(key, account, Kind.COUNT, "", (Role.N, n, n), (Role.OF, of, None), (Role.PERIOD, "then", period))


def arrest(key: str, account: str, day: str, person: str = "Aydan Quliyeva") -> Claim:
    return claim(key, account, Kind.STATUS, "arrest", (Role.PERSON, person, None), (Role.DATE, day, day))


def summary(found: tuple[Difference, ...]) -> list[tuple[Disagreement, list[str]]]:
    return [(difference.disagreement, [side.words for side in difference.sides]) for difference in found]


def test_one_number_given_for_different_things_is_noticed() -> None:
    found = differences([count("1", "a", "58", "instances of torture"), count("2", "b", "58", "detainees")])

    assert summary(found) == [(Disagreement.UNIT, ["instances of torture", "detainees"])]


def test_different_numbers_of_the_same_thing_are_noticed() -> None:
    found = differences([count("1", "a", "58", "instances of torture"), count("2", "b", "40", "instances of torture")])

    assert summary(found) == [(Disagreement.NUMBER, ["58", "40"])]


def test_numbers_of_different_periods_do_not_disagree() -> None:
    assert not differences([count("1", "a", "58", "instances"), count("2", "b", "40", "instances", period="2023")])


def test_a_date_that_could_be_the_other_is_no_difference() -> None:
    assert not differences([arrest("1", "a", "2023-11"), arrest("2", "b", "2023-11-20")])


def test_two_dates_of_one_arrest_stand_side_by_side_however_the_name_is_written() -> None:
    found = differences([arrest("1", "a", "2023-11-20"), arrest("2", "b", "2023-11-21", person="AYDAN QULİYEVA")])

    assert summary(found) == [(Disagreement.VALUE, ["2023-11-20", "2023-11-21"])]
    assert found[0].about == "Aydan Quliyeva"


def test_a_linked_denial_is_found_by_what_it_denies_and_is_no_open_difference() -> None:
    said = claim("1", "a", Kind.ACT, "beating", (Role.VICTIM, "Rauf Seyidov", None))
    denial = replace(said, key="2", polarity=Polarity.DENIED, denies=("1",))

    assert denials_of([said, denial]) == {"1": (denial,)}
    assert differences([said, denial]) == ()


@pytest.mark.parametrize(
    ("victim", "meets"), [("Rauf Seyidov", True), ("Рауф Сеидов", True), ("Somebody Else", False), ("him", False)]
)
def test_a_denial_nobody_linked_stands_beside_what_it_could_deny(victim: str, meets: bool) -> None:
    said = claim("1", "a", Kind.ACT, "beating", (Role.VICTIM, "Rauf Seyidov", None))
    denial = replace(claim("2", "b", Kind.ACT, "beating", (Role.VICTIM, victim, None)), polarity=Polarity.DENIED)

    assert bool(differences([said, denial])) is meets


def test_a_general_denial_stands_beside_all_it_could_deny() -> None:
    said = claim("1", "a", Kind.ACT, "beating", (Role.VICTIM, "Rauf Seyidov", None))
    denial = replace(claim("2", "b", Kind.ACT, "beating"), polarity=Polarity.DENIED)

    assert summary(differences([said, denial])) == [(Disagreement.DENIED, ["asserted", "denied"])]


def test_he_and_she_are_compared_with_nobody() -> None:
    assert not differences([arrest("1", "a", "2023-11-20", person="he"), arrest("2", "b", "2023-11-21", person="he")])


@pytest.mark.parametrize(
    ("role", "left", "right", "agree"),
    [
        (Role.N, ">80", "85", True),
        (Role.N, ">80", "80", False),
        (Role.N, ">=9", "9", True),
        (Role.N, "~150", "155", True),
        (Role.N, "~150", "200", False),
        (Role.DATE, "2024", "2024-05-03", True),
        (Role.DATE, "2023", "2024-05-03", False),
        (Role.PERIOD, "2024-01/2024-06", "2024-06", True),
        (Role.PERIOD, "2024-01/2024-06", "2024-07", False),
        (Role.PERIOD, "2021/..", "2024", True),
        (Role.DURATION, "P90D+", "P100D", True),
        (Role.DURATION, "P90D+", "P80D", False),
        (Role.DURATION, "P3M", "P13W", True),
        (Role.PERIOD, "2021/", "2024", True),
        (Role.N, "dozens", "12", False),
        (Role.DURATION, "P7Y", "P8Y", False),
        (Role.DATE, "", "2024", True),
    ],
)
def test_values_agree_where_both_could_be_true(role: Role, left: str, right: str, agree: bool) -> None:
    assert could_agree(role, left, right) is agree
    assert could_agree(role, right, left) is agree


NUMBERS = st.sampled_from(["58", "40", ">50", "~60", "<=58"])
COUNTS = st.lists(st.tuples(st.sampled_from("abc"), NUMBERS, st.sampled_from(["instances", "people"])), max_size=8)


@given(COUNTS)
def test_no_claim_stands_on_two_sides_of_one_difference(drawn: list[tuple[str, str, str]]) -> None:
    claims = [count(str(number), *said) for number, said in enumerate(drawn)]

    for difference in differences(claims):
        keys = [claim.key for claim in difference.claims]
        assert len(keys) == len(set(keys))
        assert len(difference.sides) > 1
