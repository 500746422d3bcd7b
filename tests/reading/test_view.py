"""The reading view: what it joins, what it leaves, and that every span leads back."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heard.reading.text import Text
from heard.reading.view import joined
from heard.terms.errors import Malformed


def view_of(content: str, **starts: tuple[int, ...]):
    return joined(Text(content=content, language="en", **starts))


WRAPPED = (
    "The detainee said that on the evening of 4 March he was taken from\n"
    "the cell to an office on the second floor, where three men waited.\n"
    "Nobody wrote anything down. He was returned before the morning roll\n"
    "call and asked for a doctor, who came two days later.\n"
    "His lawyer was not told.\n"
)


def test_wrapped_lines_become_one_line():
    assert "taken from the cell to an office" in view_of(WRAPPED).content
    assert "three men waited. Nobody wrote" in view_of(WRAPPED).content


def test_a_quote_from_the_view_is_cited_with_its_line_break():
    view = view_of(WRAPPED)
    start = view.content.index("from the cell")
    assert view.quote(start, start + len("from the cell")).text == "from\nthe cell"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("an order of imprison-\nment was read", "an order of imprisonment was read"),
        ("held in pre-\ntrial detention", "held in pre-trial detention"),
        ("a well-known\nlawyer, well-\nknown abroad", "a well-known lawyer, well-known abroad"),
        ("bir neçə məh-\nkəmə qərarı", "bir neçə məhkəmə qərarı"),
        ("был признан винов-\nным судом", "был признан виновным судом"),
        ("a soft\u00adhyphen inside", "a softhyphen inside"),
        ("a soft\u00ad\nhyphen at the end", "a softhyphen at the end"),
    ],
)
def test_hyphens_at_line_ends_are_undone_unless_they_belong_to_the_word(written, read):
    assert view_of(written).content == read


@pytest.mark.parametrize(
    "kept",
    [
        "Date of arrest: 22 November 2013\nPlace of detention: Facility No. 1",
        "We ask for:\n- his release;\n- an inquiry;\n- a doctor",
        "Name A, 2019\nName B, 2020\nName C, 2021",
        "— Sizi döydülər?\n— Bəli, iki dəfə.\n— Kim?",
        "1. The first demand\n2. The second demand",
        "A paragraph that is one line.\n\nAnother one.",
        "Q. Were you told why?\nA. No.",
    ],
)
def test_breaks_that_mean_something_stay(kept):
    assert view_of(kept).content == kept


def test_a_short_line_before_wrapped_lines_stays_a_heading():
    headed = f"Prison Record Group, 5 October 2024\n{WRAPPED}"
    assert view_of(headed).content.startswith("Prison Record Group, 5 October 2024\nThe detainee said")


def test_a_wrapped_line_is_known_where_a_name_begins_the_next():
    written = (
        "He was taken to the district department on the evening of the\n"
        "fourth and held there until the court sitting before Judge\n"
        "Mammadbeyli on the sixth, without a lawyer and without any word\n"
        "to his family.\n"
    )
    assert "before Judge Mammadbeyli on the sixth" in view_of(written).content


def test_a_page_number_inside_a_sentence_is_passed_over_and_cited():
    written = "a notebook of their father was seized,\n14\nand he was questioned about his views."
    view = view_of(written)
    assert view.content == "a notebook of their father was seized, and he was questioned about his views."
    assert view.quote(0, len(view.content)).text == written


def test_what_runs_above_and_below_pages_is_passed_over():
    said = ["he was held there for a day and", "then moved, nobody knew where,", "for a week without a doctor and"]
    pages = [f"PRISONS IN KARSOVA\n{words}\nPage {n} of 3\n" for n, words in enumerate(said, 1)]
    starts = tuple(len("".join(pages[:n])) for n in range(3))
    view = view_of("".join(pages), page_starts=starts)
    assert " ".join(said) in view.content
    start = view.content.index("and then moved")
    assert view.quote(start, start + 8).text == "and\nPage 1 of 3\nPRISONS IN KARSOVA\nthen"


def test_lines_alike_inside_pages_are_no_running_titles():
    pages = "".join(f"Title {n}\nOne.\nThe answer was no, he said, and left\nthe room.\nTwo.\nEnd.\n" for n in range(5))
    starts = tuple(n * len(pages) // 5 for n in range(5))
    assert view_of(pages, page_starts=starts).content.count("and left the room.") == 5


def test_a_page_number_between_sentences_stays_apart():
    written = "The hearing was closed to the public.\n46\nThe accused did not plead guilty."
    assert view_of(written).content == written


def test_paragraphs_known_from_the_file_decide_over_the_look_of_lines():
    written = "First line\nsecond line\nThird"
    assert view_of(written, paragraph_starts=(0, 11)).content == "First line\nsecond line Third"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_every_form_of_line_break_is_undone_and_led_back(newline):
    written = newline.join(["he was held for eleven", "days without a lawyer"])
    view = view_of(written)
    assert view.content == "he was held for eleven days without a lawyer"
    assert view.quote(0, len(view.content)).text == written


def test_offsets_outside_the_view_are_refused():
    view = view_of("a word")
    for start, end in ((0, 0), (-1, 2), (3, 99)):
        with pytest.raises(Malformed):
            view.span(start, end)


SCRAPS = ["word", "Ad", "с", "pre-", "so\u00adft", "-", "– ", "1.", "46", "end.", " ", "\n", "\n\n", "\r\n", "\t", "ж-"]
PAGE = st.lists(st.sampled_from(SCRAPS), max_size=60).map(" ".join) | st.text("aB. -\n\r\u00ad\u20284:", max_size=60)


def words_of(passage: str) -> str:
    """A passage without what a view may undo: blanks, hyphens and numbers that stand alone."""
    alone = re.sub(r"(?m)^[^\S\n]*\W*\d{1,4}\W*?$", "", re.sub(r"\r\n|[\r\u2028]", "\n", passage))
    return re.sub(r"[\s\u00ad-]", "", alone)


@given(PAGE)
@settings(max_examples=300, deadline=None)
def test_every_character_of_a_view_stands_in_the_text(content):
    view = view_of(content)
    for offset, shown in enumerate(view.content):
        original = content[view.to_original(offset)]
        assert shown == original or (shown == " " and original.isspace())


@given(PAGE, st.data())
@settings(max_examples=300, deadline=None)
def test_every_span_of_a_view_leads_to_the_same_words(content, data):
    view = view_of(content)
    if not view.content:
        return
    start = data.draw(st.integers(0, len(view.content) - 1))
    end = data.draw(st.integers(start + 1, len(view.content)))
    quoted = view.quote(start, end).text
    shown = re.sub(r"[\s\u00ad-]", "", view.content[start:end])
    assert shown in {re.sub(r"[\s\u00ad-]", "", quoted), words_of(quoted)}


@given(PAGE)
@settings(max_examples=200, deadline=None)
def test_offsets_go_there_and_back(content):
    view = view_of(content)
    places = [view.to_original(offset) for offset in range(len(view.content) + 1)]
    assert places == sorted(set(places))
    assert [view.to_view(place) for place in places] == list(range(len(places)))


def test_a_long_run_of_empty_lines_and_numbers_takes_no_longer_than_it_is_long():
    content = "He was held\n" + "\n7\n" * 40_000

    assert joined(Text(content=content, language="en")).content.startswith("He was held")
