"""Finding the exact characters that a person selected or typed."""

import pytest

from heard.desk.locating import from_to, nearest, selected
from heard.reading.text import Text
from heard.terms.errors import Misquoted

LETTER = "He was held in\nSirab. He was beaten twice. Then he was held in Sirab again, and later he was released."
TEXT = Text(content=LETTER, language="en")


def test_a_selection_loses_the_blanks_around_it():
    quote = selected(TEXT, start=0, end=7, words="He was ")

    assert (quote.start, quote.end, quote.text) == (0, 6, "He was")


def test_a_selection_across_a_line_break_is_quoted_with_the_break():
    quote = selected(TEXT, start=0, end=21, words="He was held in Sirab.")

    assert quote.text == "He was held in\nSirab."


def test_a_selection_whose_words_stand_elsewhere_is_refused():
    with pytest.raises(Misquoted):
        selected(TEXT, start=3, end=9, words="He was")


def test_typed_words_are_found_nearest_to_where_they_were_meant():
    assert nearest(TEXT, "held in Sirab", near=0).start == 7
    assert nearest(TEXT, "held in Sirab", near=60).start == LETTER.rindex("held in Sirab")


def test_typed_words_that_stand_nowhere_are_refused():
    with pytest.raises(Misquoted):
        nearest(TEXT, "held in Gobustan", near=0)


@pytest.mark.parametrize("begins", ["", "   "])
def test_no_words_are_no_quote(begins: str):
    with pytest.raises(Misquoted):
        from_to(TEXT, begins=begins, ends="")


def test_a_passage_runs_to_the_end_of_its_sentence():
    assert from_to(TEXT, begins="He was beaten", ends="").text == "He was beaten twice."


def test_a_passage_runs_to_the_words_it_ends_with():
    assert from_to(TEXT, begins="Then he", ends="again").text == "Then he was held in Sirab again"


def test_a_last_sentence_without_a_full_stop_runs_to_the_end_of_the_text():
    text = Text(content="One thing. They took his phone\n\n", language="en")

    assert from_to(text, begins="They took", ends="").text == "They took his phone"
