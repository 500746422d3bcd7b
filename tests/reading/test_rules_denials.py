"""Who denies what, in three languages."""

import pytest
from tests.reading.told import read, said, the, types

from heard.terms.saying import Polarity, Role


@pytest.mark.parametrize(
    ("words", "language", "source"),
    [
        ("Rumours were spread that Emin Karimli was beaten. The ministry called this untrue.", "en", "The ministry"),
        ("Ходят слухи, что Эмина Каримли избили. Министерство опровергает это.", "ru", "Министерство"),
        ("Emin Kərimlinin guya döyülməsi barədə xəbər yayılıb. Nazirlik bu xəbəri təkzib edir.", "az", "Nazirlik"),
    ],
)
def test_a_rumour_told_to_be_denied_is_a_denial_by_whoever_denies_it(words: str, language: str, source: str) -> None:
    draft = the(words, "beating", language)
    assert (draft.polarity, said(draft, Role.SOURCE)) == (Polarity.DENIED, [source])


@pytest.mark.parametrize(
    ("words", "language", "type"),
    [
        ("The ministry said that nobody had beaten prisoners.", "en", "beating"),
        ("The ministry says that Emin Karimli has not been subjected to torture.", "en", "torture"),
        ("The prison administration rejects the claim that Emin Karimli was beaten.", "en", "beating"),
        ("Министерство заявило, что заключённых никто не бил.", "ru", "beating"),
        ("Прокуратура заявила, что пытки заключённых не соответствуют действительности.", "ru", "torture"),
        ("Nazirlik bildirir ki, məhbuslar döyülməyib.", "az", "beating"),
        ("Nazirlik bildirir ki, məhbusların döyülməsi barədə məlumat həqiqətə uyğun deyil.", "az", "beating"),
        ("Nazirlik bildirir ki, məhbusa işgəncə verilməyib.", "az", "torture"),
    ],
)
def test_what_an_office_says_was_not_is_denied(words: str, language: str, type: str) -> None:
    assert the(words, type, language).polarity is Polarity.DENIED


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Nigar Aslanova said that nobody had beaten the prisoners.", "en"),
        ("Адвокат рассказала, что заключённых никто не бил.", "ru"),
        ("Nigar Həzi deyir ki, məhbuslar döyülməyib.", "az"),
    ],
)
def test_what_others_say_was_not_is_no_claim(words: str, language: str) -> None:
    assert types(words, language) == set()


def test_a_release_relatives_say_has_not_come_is_no_denial() -> None:
    assert types("Nigar Həzi deyir ki, Emin Kərimli azad edilməyib.", "az") == set()


def test_care_that_is_not_given_is_told_and_not_denied() -> None:
    draft = the("Nigar Həzi deyir ki, məhbusa tibbi yardım göstərilməyib.", "denial_of_medical_care", "az")
    assert draft.polarity is Polarity.ASSERTED


def test_a_denial_in_another_clause_leaves_what_stands_before_asserted() -> None:
    words = "Она рассказала о пытках заключённых, и добавила, что жалобу потом отрицали."
    assert {draft.polarity for draft in read(words, "ru")} == {Polarity.ASSERTED}
