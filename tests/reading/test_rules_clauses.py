"""Each event takes what stands in its own clause, cell or row."""

import pytest
from tests.reading.told import read, said, the, values

from heard.terms.saying import Kind, Role

ROWS = (
    "Name\tArrest\tSentence\tHeld in\n"
    "Emin Karimli (Kerimov)\tarrested on 5 March 2021\tsentenced to six years in prison on 7 April 2022\tKarsova\n"
    "Nigar Aslanova\t\tsentenced to four years in prison on 7 April 2022\t\n"
)


def test_each_event_of_a_row_takes_the_date_of_its_own_cell() -> None:
    events = [(draft.type, values(draft, Role.DATE), said(draft, Role.PERSON)) for draft in read(ROWS)]
    assert events == [
        ("arrest", ["2021-03-05"], ["Emin Karimli"]),
        ("sentence", ["2022-04-07"], ["Emin Karimli"]),
        ("sentence", ["2022-04-07"], ["Nigar Aslanova"]),
    ]


def test_the_place_of_one_cell_is_no_place_of_what_another_tells() -> None:
    assert [said(draft, Role.PLACE) for draft in read(ROWS) if draft.type == "arrest"] == [[]]


def test_the_heads_of_columns_tell_nothing() -> None:
    assert read("Name\tDate of arrest\tSentence\n") == ()


@pytest.mark.parametrize(
    ("words", "language", "first", "second"),
    [
        (
            "Emin Karimli was arrested on 5 March 2021 and sentenced to six years in prison on 7 April 2022.",
            "en",
            ("arrest", "2021-03-05"),
            ("sentence", "2022-04-07"),
        ),
        (
            "Эмина Каримли задержали 5 марта 2021 года и приговорили к шести годам 7 апреля 2022 года.",
            "ru",
            ("arrest", "2021-03-05"),
            ("sentence", "2022-04-07"),
        ),
        (
            "Emin Kərimli 5 mart 2021-ci ildə saxlanılıb və 7 aprel 2022-ci ildə altı il azadlıqdan məhrum edilib.",
            "az",
            ("arrest", "2021-03-05"),
            ("sentence", "2022-04-07"),
        ),
    ],
)
def test_two_events_of_one_sentence_keep_their_own_dates(
    words: str, language: str, first: tuple[str, str], second: tuple[str, str]
) -> None:
    for type, date in (first, second):
        assert values(the(words, type, language), Role.DATE) == [date]


def test_the_date_of_a_letter_is_no_date_of_what_it_counts() -> None:
    words = "In a letter published on 3 May 2022 she counted 17 cases of torture during the first three months of 2022."
    count = next(draft for draft in read(words) if draft.kind is Kind.COUNT)
    assert values(count, Role.PERIOD) == ["2022-01/2022-03"]


def test_days_of_a_strike_are_not_the_day_of_the_transfer_behind_it() -> None:
    words = "He was on hunger strike from 3 May to 9 June 2022, then he was transferred to a hospital."
    assert values(the(words, "transfer"), Role.DATE) == []


@pytest.mark.parametrize(
    "words",
    [
        "Emin Karimli (Emin Kerimov), an engineer, was detained in Karsova.",
        "Emin Karimli, economist, was detained in Karsova.",
    ],
)
def test_what_stands_behind_a_name_belongs_to_it(words: str) -> None:
    assert said(the(words, "arrest"), Role.PERSON) == ["Emin Karimli"]


@pytest.mark.parametrize(
    ("words", "language", "of"),
    [
        ("She counted 17 cases of torture and cruel treatment in 2022.", "en", "cases of torture and cruel treatment"),
        ("Она записала 17 случаев пыток и жестокого обращения.", "ru", "случаев пыток и жестокого обращения"),
        ("2022-ci ildə 17 məhbusa işgəncə verilib.", "az", "məhbusa"),
    ],
)
def test_what_is_counted_ends_with_its_noun(words: str, language: str, of: str) -> None:
    count = next(draft for draft in read(words, language) if draft.kind is Kind.COUNT)
    assert said(count, Role.OF) == [of]


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("For two weeks prisoners have been beaten.", "en"),
        ("Три дня заключённых избивали.", "ru"),
        ("İki həftədir məhbusları döyürlər.", "az"),
    ],
)
def test_lengths_of_time_count_nobody(words: str, language: str) -> None:
    assert not [draft for draft in read(words, language) if draft.kind is Kind.COUNT]


def test_a_place_is_no_perpetrator() -> None:
    draft = the("İstintaq təcridxanasında saxlanılan Emin Kərimliyə işgəncə verilib.", "torture", "az")
    assert said(draft, Role.PERPETRATOR) == []


def test_a_label_of_a_line_has_not_the_floor() -> None:
    words = "Emin Karimli was arrested.\nSource: a.example\nNigar Qaya was freed.\nSource: b.example\nHe was beaten."
    assert [said(draft, Role.SOURCE) for draft in read(words)] == [[], [], []]


@pytest.mark.parametrize(
    "words",
    [
        "- Emin Karimli, journalist of Karsova Media, arrested on 5 March 2021",
        "2) Emin Karimli, economist and researcher, sentenced to six years in prison",
    ],
)
def test_an_item_tells_of_the_name_it_begins_with(words: str) -> None:
    assert [said(draft, Role.PERSON) for draft in read(words)] == [["Emin Karimli"]]


@pytest.mark.parametrize(
    ("words", "language", "victim"),
    [
        ("Nigar Aslanova is a nurse. A prisoner fell asleep and the guards beat him.", "en", "A prisoner"),
        ("Emin Karimli was named. They summoned my cousin to the police and beat him.", "en", "my cousin"),
    ],
)
def test_he_is_whom_the_sentence_describes_before_anybody_named_earlier(words: str, language: str, victim: str) -> None:
    assert said(the(words, "beating", language), Role.VICTIM) == [victim]


def test_whom_the_first_verb_takes_does_not_do_the_second() -> None:
    draft = the("They summoned my cousin to the police and threatened him with prison.", "threat")
    assert (said(draft, Role.VICTIM), said(draft, Role.PERPETRATOR)) == (["my cousin"], ["the police"])


def test_somebody_unnamed_who_opens_a_sentence_is_meant_by_what_follows() -> None:
    words = "Emin Karimli spoke first. A teacher from Karsova was given a four-year prison term. She has been released."
    assert {said(draft, Role.PERSON)[0] for draft in read(words)} == {"A teacher"}


def test_he_who_tells_is_the_person_named_before() -> None:
    draft = the("Emin Karimli wrote home. He says that the guards beat prisoners.", "beating")
    assert said(draft, Role.SOURCE) == ["Emin Karimli"]


def test_he_named_long_before_stays_he() -> None:
    draft = the("Emin Karimli wrote. It rained. It snowed. He says that the guards beat prisoners.", "beating")
    assert said(draft, Role.SOURCE) == ["He"]


def test_whoever_reports_cases_suffered_none_of_them() -> None:
    draft = the("Emin Karimli reported 17 cases of torture in 2022.", "torture")
    assert (said(draft, Role.VICTIM), said(draft, Role.SOURCE)) == ([], ["Emin Karimli"])


@pytest.mark.parametrize(
    ("words", "language", "writer"),
    [
        (
            "I am Emin Karimli. My lawyer is Nigar Qaya. I want a doctor. Today is the third day of the hunger strike.",
            "en",
            "Emin Karimli",
        ),
        (
            "Mən Emin Kərimliyəm. Vəkilim Nigar Qayadır. Həkim istəmişəm. Bu gün aclığın üçüncü günüdür.",
            "az",
            "Emin Kərimliyəm",
        ),
    ],
)
def test_the_strike_of_a_letter_is_the_writers(words: str, language: str, writer: str) -> None:
    assert said(the(words, "hunger_strike", language), Role.PERSON) == [writer]


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("КОРРЕСПОНДЕНТ: Вас избили?\nТИМУР: Нет.\nКОРРЕСПОНДЕНТ: Спасибо.", "ru"),
        ("Mr. HALLORAN. Were the prisoners beaten?\nMs. AYDIN. I do not know.", "en"),
    ],
)
def test_what_an_interviewer_asks_is_not_told(words: str, language: str) -> None:
    assert read(words, language) == ()


def test_what_follows_a_dated_event_takes_nothing_of_it_back() -> None:
    words = "Emin Karimli was arrested on 5 March 2021 and moved to house arrest on 7 April 2022."
    draft = the(words, "arrest")
    assert (values(draft, Role.DATE), said(draft, Role.PLACE)) == (["2021-03-05"], [])
