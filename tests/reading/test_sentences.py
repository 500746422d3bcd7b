"""Where sentences begin and end, what is a heading, and who has the floor."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heard.reading.sentences import Sentence, is_heading, sentences


def words_of(content: str) -> list[str]:
    return [content[one.start : one.end] for one in sentences(content)]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("He was held. She was not.", ["He was held.", "She was not."]),
        ("Mr. Aslanov met Dr. Qaya on 3 p.m. Then he left.", ["Mr. Aslanov met Dr. Qaya on 3 p.m.", "Then he left."]),
        ("He lives in Prison No. 14 under Art. 221.1 of it.", ["He lives in Prison No. 14 under Art. 221.1 of it."]),
        ("E. M. Aslanov signed.", ["E. M. Aslanov signed."]),
        ("“They beat me.” She wept.", ["“They beat me.”", "She wept."]),
        ("He was beaten; his lawyer saw it.", ["He was beaten;", "his lawyer saw it."]),
        ("Суд был 3 мая 2014 г. Его осудили.", ["Суд был 3 мая 2014 г.", "Его осудили."]),
        ("Он сидит по ст. 213 с мая, т.е. давно.", ["Он сидит по ст. 213 с мая, т.е. давно."]),
        ("O, mayın 3-də tutulub. Vəkili yoxdur.", ["O, mayın 3-də tutulub.", "Vəkili yoxdur."]),
        ("Why? Nobody knows!", ["Why?", "Nobody knows!"]),
        ("It cost $14.5 million. So what…", ["It cost $14.5 million.", "So what…"]),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else "",
)
def test_sentences_end_where_a_reader_would_end_them(content: str, expected: list[str]) -> None:
    assert words_of(content) == expected


def test_a_line_break_always_ends_a_sentence() -> None:
    assert words_of("- Emin Aslanov, arrested 2019\n- Nigar Aslanova, arrested 2020") == [
        "- Emin Aslanov, arrested 2019",
        "- Nigar Aslanova, arrested 2020",
    ]


@pytest.mark.parametrize("line", ["TORTURE IN PRISONS", "Hunger strikes in Karsova", "Пытки в колонии"])
def test_a_short_line_without_full_stop_is_a_heading(line: str) -> None:
    assert is_heading(line)


@pytest.mark.parametrize("line", ["Date of arrest: 4 June 2019", "He was beaten.", "- Emin Aslanov, arrested 2019", ""])
def test_fields_sentences_and_list_items_are_no_headings(line: str) -> None:
    assert not is_heading(line)


def speakers(content: str) -> list[str]:
    return [content[one.speaker.start : one.speaker.end] if one.speaker else "" for one in sentences(content)]


def test_a_speaker_has_the_floor_until_the_next_one() -> None:
    content = "Mr. HALLORAN. Please go ahead.\nMs. AYDIN. Thank you. He was beaten.\nMr. HALLORAN. Thank you."
    assert speakers(content) == ["Mr. HALLORAN", "Ms. AYDIN", "Ms. AYDIN", "Mr. HALLORAN"]


def test_a_plain_name_with_a_colon_speaks_once_it_returns() -> None:
    content = "Nigar: Where were you held?\nEmin: In the basement.\nNigar: For how long?"
    assert speakers(content)[0] == "Nigar"
    assert speakers("Source: The newspaper wrote it.") == [""]


@given(st.text(alphabet="aB.;!? \n“”:мə1", max_size=80))
@settings(max_examples=200)
def test_sentences_stand_in_order_apart_and_without_blank_edges(content: str) -> None:
    found: tuple[Sentence, ...] = sentences(content)
    for one in found:
        words = content[one.start : one.end]
        assert words == words.strip() != ""
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


@given(st.text(alphabet="aB.;!? \n“”мə1", max_size=80))
@settings(max_examples=200)
def test_no_letter_is_lost_between_sentences(content: str) -> None:
    kept = "".join(content[one.start : one.end] for one in sentences(content))
    assert [mark for mark in kept if mark.isalnum()] == [mark for mark in content if mark.isalnum()]
