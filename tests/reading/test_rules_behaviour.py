"""What the rules read out of invented sentences, in three languages."""

import pytest
from tests.reading.told import read, said, the, types, values

from heard.terms.saying import Kind, Polarity, Role

# Who does what to whom.


def test_the_object_of_a_verb_suffers_and_its_subject_acts() -> None:
    draft = the("Two guards beat Farid Aslanov on 3 May 2021 in the punishment cell.", "beating")
    assert said(draft, Role.VICTIM) == ["Farid Aslanov"]
    assert said(draft, Role.PERPETRATOR) == ["Two guards"]
    assert values(draft, Role.DATE) == ["2021-05-03"]
    assert said(draft, Role.PLACE) == ["punishment cell"]


def test_the_subject_of_a_passive_suffers_and_the_by_phrase_acts() -> None:
    draft = the("Farid Aslanov was severely beaten by police officers.", "beating")
    assert said(draft, Role.VICTIM) == ["Farid Aslanov"]
    assert said(draft, Role.PERPETRATOR) == ["police officers"]


def test_people_named_in_one_breath_share_the_claim() -> None:
    draft = the("Farid Aslanov and his wife, Nigar Aslanova, were detained on 4 June 2019.", "arrest")
    assert said(draft, Role.PERSON) == ["Farid Aslanov", "Nigar Aslanova"]


def test_each_length_goes_to_its_own_people() -> None:
    words = "Farid Aslanov received seven years, Nigar Aslanova six years and Emin Karimli five years in prison."
    pairs = [
        (said(draft, Role.PERSON), values(draft, Role.DURATION)) for draft in read(words) if draft.type == "sentence"
    ]
    assert pairs == [(["Farid Aslanov"], ["P7Y"]), (["Nigar Aslanova"], ["P6Y"]), (["Emin Karimli"], ["P5Y"])]


def test_he_is_whom_the_sentence_named_before() -> None:
    draft = the("Farid Aslanov said that he was tortured.", "torture")
    assert said(draft, Role.VICTIM) == ["Farid Aslanov"]


def test_a_lone_he_is_the_person_named_last() -> None:
    draft = the("Farid Aslanov is a teacher. He was beaten by guards.", "beating")
    assert said(draft, Role.VICTIM) == ["Farid Aslanov"]
    assert draft.evidence.text == "He was beaten by guards."


# Who says it.


@pytest.mark.parametrize(
    "words",
    [
        "According to Nigar Aslanova, the guards beat prisoners.",
        "Nigar Aslanova told the newspaper that the guards beat prisoners.",
        '"The guards beat prisoners," said Nigar Aslanova.',
    ],
)
def test_whoever_tells_it_is_the_source(words: str) -> None:
    assert said(the(words, "beating"), Role.SOURCE) == ["Nigar Aslanova"]


def test_whoever_has_the_floor_is_the_source() -> None:
    words = "Mr. HALLORAN. Please go ahead.\nMs. AYDIN. The guards beat my brother.\nMr. HALLORAN. Thank you."
    assert said(the(words, "beating"), Role.SOURCE) == ["Ms. AYDIN"]


def test_an_officer_who_claims_to_have_found_drugs_is_no_witness() -> None:
    draft = the("Police claimed to have found drugs in the coat of Farid Aslanov.", "fabricated_charges")
    assert said(draft, Role.SOURCE) == []
    assert said(draft, Role.PERPETRATOR) == ["Police"]


# What is not asserted.


@pytest.mark.parametrize(
    "words",
    [
        "His family fears he may be tortured.",
        "If he is beaten again, he will die.",
        "Were the prisoners tortured?",
        "The Special Rapporteur on torture arrived on Monday.",
        "A sign for the anti-torture hotline hangs in the corridor.",
        "The Convention against Torture was ratified in 1996.",
        "He was not beaten and nobody was tortured, to be fair.",
        "He was accused of torturing animals.",
        "Article 133 (torture) carries ten years.",
        "TORTURE IN THE PRISONS OF KARSOVA",
    ],
)
def test_what_is_feared_asked_named_or_negated_is_no_claim(words: str) -> None:
    assert not {draft.type for draft in read(words) if draft.polarity is Polarity.ASSERTED} & {"torture", "beating"}


def test_what_somebody_threatens_with_is_a_threat_and_not_the_act() -> None:
    assert types("The investigator threatened to torture his wife.") == {"threat"}


def test_a_denial_is_a_claim_of_its_own_polarity() -> None:
    draft = the("The ministry denied that prisoners had been tortured.", "torture")
    assert draft.polarity is Polarity.DENIED
    assert said(draft, Role.SOURCE) == ["The ministry"]


def test_a_denial_behind_but_leaves_what_stands_before_asserted() -> None:
    found = read("Relatives say that Farid Aslanov was beaten, but the ministry denied that he was tortured.")
    assert {(draft.type, draft.polarity) for draft in found} == {
        ("beating", Polarity.ASSERTED),
        ("torture", Polarity.DENIED),
    }


# Detention.


def test_pre_trial_detention_is_remand_and_no_punishment() -> None:
    draft = the(
        "Farid Aslanov was sentenced to three months of pre-trial detention by the Nasimi District Court.", "remand"
    )
    assert values(draft, Role.DURATION) == ["P3M"]
    assert said(draft, Role.AUTHORITY) == ["Nasimi District Court"]
    assert "sentence" not in types(draft.evidence.text)


def test_a_sentence_carries_its_length_court_and_article() -> None:
    words = "On 5 March 2020 the Sheki Court sentenced Farid Aslanov to seven years in prison under Article 234.4.3."
    draft = the(words, "sentence")
    assert (values(draft, Role.DURATION), values(draft, Role.DATE)) == (["P7Y"], ["2020-03-05"])
    assert said(draft, Role.AUTHORITY) == ["Sheki Court"]
    assert said(draft, Role.ARTICLE) == ["Article 234.4.3"]


def test_a_hunger_strike_of_over_90_days_keeps_its_over() -> None:
    draft = the("Farid Aslanov has been on a hunger strike for over 90 days.", "hunger_strike")
    assert values(draft, Role.DURATION) == ["P90D+"]
    assert said(draft, Role.PERSON) == ["Farid Aslanov"]


def test_the_end_of_a_strike_is_no_strike() -> None:
    assert types("Farid Aslanov ended his hunger strike on Sunday.") == {"hunger_strike_end"}


def test_a_report_that_is_released_frees_nobody() -> None:
    assert types("The group released a report on Monday.") == set()
    assert types("Nigar Aslanova was released on Monday.") == {"release"}


def test_a_field_of_a_list_entry_is_of_the_person_above_it() -> None:
    draft = the("1. Farid Emin oglu Aslanov\nDate of arrest: 4 June 2019\n", "arrest")
    assert said(draft, Role.PERSON) == ["Farid Emin oglu Aslanov"]
    assert values(draft, Role.DATE) == ["2019-06-04"]


def test_a_promotion_gives_a_position() -> None:
    draft = the("Emin Karimli was appointed head of the department in 2020.", "appointment")
    assert draft.kind is Kind.POSITION
    assert said(draft, Role.HOLDER) == ["Emin Karimli"]


# Counts.


def test_a_count_carries_unit_period_and_witness() -> None:
    words = "Nigar Aslanova reported 58 instances of torture in the first six months of 2024."
    count = next(draft for draft in read(words) if draft.kind is Kind.COUNT)
    assert values(count, Role.N) == ["58"]
    assert said(count, Role.OF) == ["instances of torture"]
    assert values(count, Role.PERIOD) == ["2024-01/2024-06"]
    assert said(count, Role.SOURCE) == ["Nigar Aslanova"]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("More than 80 people are held for political reasons.", ">80"),
        ("At least nine prisoners died in custody.", ">=9"),
        ("The number of political prisoners reached 303 in June.", "303"),
        ("Of the detainees, 31 of them are women.", "31"),
    ],
)
def test_totals_are_counted_as_they_are_said(words: str, number: str) -> None:
    assert number in [values(draft, Role.N)[0] for draft in read(words) if draft.kind is Kind.COUNT]


@pytest.mark.parametrize(
    "words",
    [
        "Two police officers detained him in 2019.",
        "Three activists, Emin Karimli, Farid Aslanov and Nigar Aslanova, were arrested.",
        "He was held in Prison No. 14 under Article 221.",
        "He was held for 15 days.",
    ],
)
def test_perpetrators_years_articles_and_named_groups_are_not_counted(words: str) -> None:
    assert not [draft for draft in read(words) if draft.kind is Kind.COUNT]


# Demands.


def test_a_demand_says_who_asks_what_of_whom() -> None:
    draft = the("The Union urges the government to release Farid Aslanov.", "release")
    assert draft.kind is Kind.DEMAND
    assert said(draft, Role.CALLER) == ["The Union"] or said(draft, Role.CALLER) == ["Union"]
    assert said(draft, Role.TARGET) == ["the government"]
    assert said(draft, Role.BENEFICIARY) == ["Farid Aslanov"]


def test_acts_inside_a_demand_are_not_told() -> None:
    found = read("We call on the authorities to end the torture of prisoners and investigate the beatings.")
    assert {(draft.kind, draft.type) for draft in found} == {(Kind.DEMAND, "end_abuse"), (Kind.DEMAND, "investigation")}


def test_sanctions_and_conditions_on_aid_are_two_demands() -> None:
    words = "Calls were made for targeted sanctions against officials and for conditioning aid on improvements."
    assert {draft.type for draft in read(words) if draft.kind is Kind.DEMAND} == {"sanctions", "aid_condition"}


# Russian and Azerbaijani.


@pytest.mark.parametrize(
    ("words", "language", "type", "person"),
    [
        ("Полицейские избили Фарида Асланова.", "ru", "beating", "Фарида Асланова"),
        ("Фарид Асланов был избит сотрудниками полиции.", "ru", "beating", "Фарид Асланов"),
        ("Нигяр Асланова объявила голодовку.", "ru", "hunger_strike", "Нигяр Асланова"),
        ("Суд приговорил Фарида Асланова к семи годам лишения свободы.", "ru", "sentence", "Фарида Асланова"),
        ("Фарида Асланова освободили в мае.", "ru", "release", "Фарида Асланова"),
        ("Polis Fərid Aslanovu döyüb.", "az", "beating", "Fərid Aslanovu"),
        ("Nigar Həzi aclıq aksiyasına başlayıb.", "az", "hunger_strike", "Nigar Həzi"),
        ("Məhkəmə Fərid Aslanovu yeddi il müddətinə azadlıqdan məhrum edib.", "az", "sentence", "Fərid Aslanovu"),
        ("Fərid Aslanov azadlığa çıxıb.", "az", "release", "Fərid Aslanov"),
        ("Fərid Aslanova işgəncə verilib.", "az", "torture", "Fərid Aslanova"),
    ],
)
def test_russian_and_azerbaijani_say_who_it_is_about(words: str, language: str, type: str, person: str) -> None:
    draft = the(words, type, language)
    assert said(draft, Role.VICTIM) + said(draft, Role.PERSON) == [person]


@pytest.mark.parametrize(
    ("words", "language", "source"),
    [
        ("По словам адвоката Нигяр Аслановой, его пытали.", "ru", "Нигяр Аслановой"),
        ("Nigar Həzi bildirib ki, məhbuslara işgəncə verilib.", "az", "Nigar Həzi"),
    ],
)
def test_russian_and_azerbaijani_say_who_tells_it(words: str, language: str, source: str) -> None:
    assert said(the(words, "torture", language), Role.SOURCE) == [source]


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Министерство отрицает, что заключённых пытали.", "ru"),
        ("Nazirlik məhbuslara işgəncə verildiyini inkar edib.", "az"),
    ],
)
def test_russian_and_azerbaijani_denials_are_denied_claims(words: str, language: str) -> None:
    assert the(words, "torture", language).polarity is Polarity.DENIED


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Правозащитники требуют освободить Фарида Асланова.", "ru"),
        ("Müdafiəçilər Fərid Aslanovun azad edilməsini tələb edirlər.", "az"),
    ],
)
def test_a_release_that_is_asked_for_has_not_happened(words: str, language: str) -> None:
    assert [(draft.kind, draft.type) for draft in read(words, language)] == [(Kind.DEMAND, "release")]


def test_a_text_in_no_known_language_is_read_as_english_and_harms_nothing() -> None:
    assert read("Ωραία μέρα. Дано не болить.", "und") == ()
