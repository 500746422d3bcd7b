"""Posts and who holds them, what a letter asks about itself, strikes and their ends."""

import pytest
from tests.reading.told import read, said, the, types, values

from heard.terms.saying import Kind, Role


@pytest.mark.parametrize(
    ("words", "language", "holder", "post", "body"),
    [
        (
            "Nigar Qaya left. Major Emin Karimli was appointed deputy head of the colony on 4 May 2021.",
            "en",
            "Emin Karimli",
            "deputy head",
            "colony",
        ),
        (
            "Нигяр Асланова ушла. Майора Эмина Каримли назначили заместителем начальника колонии 4 мая 2021 года.",
            "ru",
            "Эмина Каримли",
            "заместителем начальника",
            "колонии",
        ),
        (
            "Nigar Həzi getdi. Mayor Emin Kərimli 4 may 2021-ci ildə koloniya rəisinin müavini təyin edilib.",
            "az",
            "Emin Kərimli",
            "rəisinin müavini",
            "koloniya",
        ),
    ],
)
def test_a_post_is_held_by_whom_its_clause_names(words: str, language: str, holder: str, post: str, body: str) -> None:
    draft = the(words, "appointment", language)
    assert said(draft, Role.HOLDER)[0].endswith(holder)
    assert (said(draft, Role.POST), said(draft, Role.BODY)) == ([post], [body])
    assert values(draft, Role.DATE) == ["2021-05-04"]


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Please do not publish my name.", "en"),
        ("We ask you not to show this letter to the police.", "en"),
        ("Прошу не называть моё имя.", "ru"),
        ("Adımı yazmamağınızı xahiş edirəm.", "az"),
    ],
)
def test_how_to_handle_a_letter_is_no_demand(words: str, language: str) -> None:
    assert types(words, language) == set()


def test_items_of_what_the_writer_demands_are_the_writers() -> None:
    words = "Mən bunları tələb edirəm:\n- həkim məni müayinə etsin;\n- vəkilim yanıma buraxılsın."
    demands = [(draft.type, said(draft, Role.CALLER)) for draft in read(words, "az") if draft.kind is Kind.DEMAND]
    assert demands == [("medical_care", ["Mən"]), ("access", ["Mən"])]


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Emin Karimli was on hunger strike from 9 to 25 May 2021.", "en"),
        ("The hunger strike of Emin Karimli was from 9 May to 25 May 2021.", "en"),
        ("Эмин Каримли держал голодовку с 9 по 25 мая 2021 года.", "ru"),
        ("Nigar Həzi 2021-ci il mayın 3-də gəldi. Emin Kərimli mayın 9-dan 25-dək aclıq edib.", "az"),
    ],
)
def test_a_strike_told_with_its_last_day_lasted_and_ended(words: str, language: str) -> None:
    assert values(the(words, "hunger_strike", language), Role.DATE) == ["2021-05-09/2021-05-25"]
    end = the(words, "hunger_strike_end", language)
    assert values(end, Role.DATE) == ["2021-05-25"]
    assert said(end, Role.PERSON) == said(the(words, "hunger_strike", language), Role.PERSON)
