"""Dates, durations and numbers found in text of three languages, and printed in them."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.terms.dates import durations, whens

from heard.terms.errors import Malformed
from heard.terms.when import (
    Duration,
    When,
    duration_said,
    find_dates,
    find_durations,
    find_numbers,
    parse,
    parse_duration,
    parse_number,
    when_said,
)
from heard.terms.when.lexicon import LANGUAGES, words_of

FORMS = [
    (language, text, value, form.near)
    for language in LANGUAGES
    for form in words_of(language).forms
    for text, value in form.examples
]
LENGTHS = [(language, *example) for language in LANGUAGES for example in words_of(language).durations["examples"]]
AMOUNTS = [
    (language, line["example"], line["value"])
    for language in LANGUAGES
    for side in ("before", "after")
    for line in words_of(language).numbers[side]
    if "example" in line
]
LETTERS = "0123456789 -–./,():'’JuneMayiюняиюлгодaprelilıcüdəndays\n"
PIECES = (" ", "1", "1 ", "one ", "20-", "2024-", "June ", "12.", "more than ", "семь ", "on ", "1 year and ", "və ")


@pytest.mark.parametrize(("language", "text", "value", "near"), FORMS, ids=str)
def test_every_form_of_a_date_gives_what_its_line_says(language, text, value, near):
    found = list(find_dates(text, language, near=When.parse_edtf(near) if near else None))
    assert [str(when) for _, _, when in found] == [value]


@pytest.mark.parametrize(("language", "text", "value"), LENGTHS)
def test_every_duration_gives_what_its_line_says(language, text, value):
    assert [str(length) for _, _, length in find_durations(text, language)] == [value]


@pytest.mark.parametrize(("language", "text", "value"), AMOUNTS)
def test_every_number_gives_what_its_line_says(language, text, value):
    assert [str(number) for _, _, number in find_numbers(text, language)] == [value]


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        ("en", "held from 13 January 2007 till 11 December 2007", ["2007-01-13/2007-12-11"]),
        ("en", "between January 2007 and March 2008", ["2007-01/2008-03"]),
        ("en", "from January to June 2024", ["2024-01/2024-06"]),
        ("en", "from December 2023 to about March 2024", ["2023-12/2024-03~"]),
        ("en", "from November to February 2024", ["2023-11/2024-02"]),
        ("en", "detained since 20 November 2023", ["2023-11-20/.."]),
        ("en", "until May 2024 he", ["../2024-05"]),
        ("en", "about 2019 or later", ["2019~"]),
        (
            "en",
            "Held on 3 March 2023; beaten in October; tried on January 15",
            ["2023-03-03", "2023-10", "2024-01-15"],
        ),
        ("en", "He may march on, and 2024 people came", []),
        ("en", "31 June 2024 is no day", []),
        ("en", "the end\nof July\n2025", ["2025-07"]),
        ("ru", "с января по июнь 2024 года", ["2024-01/2024-06"]),
        ("ru", "с 13 января 2007 г. до 11 декабря 2007 г.", ["2007-01-13/2007-12-11"]),
        ("ru", "до мая 2024 года", ["../2024-05"]),
        ("ru", "примерно в июне 2024 года", ["2024-06~"]),
        ("ru", "4 сентября и 5 октября 2024 года", ["XXXX-09-04", "2024-10-05"]),
        ("az", "2024-cü ilin yanvarından iyununadək", ["2024-01/2024-06"]),
        ("az", "20 noyabr 2023-cü ildən", ["2023-11-20/.."]),
        ("az", "2024-cü ilin mayına qədər", ["../2024-05"]),
        ("az", "İyunun 3-də və İYULUN 4-də", ["XXXX-06-03", "XXXX-07-04"]),
    ],
)
def test_dates_are_found_as_sources_give_them(language, text, dates):
    assert [str(when) for _, _, when in find_dates(text, language)] == dates


def test_this_year_is_the_year_of_the_dateline():
    found = list(find_dates("22 sentyabr 2025. 2023-cü il dekabrın 14-də tutuldu. Bu il martın 10-da", "az"))
    assert str(found[-1][2]) == "2025-03-10"


def test_context_gives_a_year_to_a_date_without_one():
    assert str(parse("July 23rd", "en", near=When.parse_edtf("2014-05-06"))) == "2014-07-23"


@pytest.mark.parametrize("text", ["", "no date at all", "someday"])
def test_a_text_without_a_date_is_refused(text):
    with pytest.raises(Malformed):
        parse(text, "en")


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "two hundred and thirty-one", "231"),
        ("en", "1,234 prisoners", "1234"),
        ("en", "three thousand five hundred", "3500"),
        ("en", "two dozen detainees", "24"),
        ("ru", "двести тридцать один", "231"),
        ("ru", "1 234 человека", "1234"),
        ("ru", "более двух тысяч", ">2000"),
        ("az", "iki yüz otuz bir", "231"),
        ("az", "1.234 nəfər", "1234"),
        ("az", "yüz iyirmi nəfərdən", "120"),
    ],
)
def test_numbers_in_words_and_digits_come_to_the_same(language, text, value):
    assert str(parse_number(text, language)) == value


@pytest.mark.parametrize("text", ["one of them", "Article 234.2", "COVID-19", "the 1st floor", "35%"])
def test_what_only_looks_like_a_number_is_left(text):
    assert list(find_numbers(text, "en")) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "59-year-old man"), ("en", "two days ago"), ("ru", "59-летний журналист"), ("ru", "в 2024 году")],
)
def test_an_age_or_a_year_is_no_duration(language, text):
    assert list(find_durations(text, language)) == []


@settings(max_examples=60, deadline=None)
@given(whens(year=st.integers(1900, 2090)), st.sampled_from(LANGUAGES))
def test_a_printed_date_reads_back_as_the_same_date(when, language):
    assert parse(when_said(when, language), language) == when


@settings(max_examples=60, deadline=None)
@given(durations(), st.sampled_from(LANGUAGES))
def test_a_printed_duration_reads_back_as_the_same_duration(duration, language):
    assert parse_duration(duration_said(duration, language), language) == duration


@pytest.mark.parametrize(
    ("edtf", "english", "russian", "azerbaijani"),
    [
        ("2024-06", "June 2024", "июнь 2024 года", "iyun 2024"),
        ("2013-11-22", "22 November 2013", "22 ноября 2013 года", "22 noyabr 2013"),
        ("2019/2021", "from 2019 to 2021", "с 2019 года по 2021 год", "2019-cu ildən 2021-ci ilədək"),
        ("../2024-05", "until May 2024", "до мая 2024 года", "2024-cü ilin may ayınadək"),
        ("2023-22~", "about summer 2023", "примерно лето 2023 года", "təxminən 2023-cü ilin yayı"),
        ("199X/..", "since the 1990s", "с 1990-х годов", "1990-cı illərdən"),
    ],
)
def test_dates_are_printed_with_their_year_and_in_the_right_case(edtf, english, russian, azerbaijani):
    when = When.parse_edtf(edtf)
    assert [when_said(when, language) for language in ("en", "ru", "az")] == [english, russian, azerbaijani]


@pytest.mark.parametrize(
    ("written", "english", "russian", "azerbaijani"),
    [
        ("P7Y3M", "7 years and 3 months", "7 лет и 3 месяца", "7 il 3 ay"),
        ("P90D+", "more than 90 days", "более чем 90 дней", "90 gündən çox"),
        ("life", "life imprisonment", "пожизненное заключение", "ömürlük həbs"),
    ],
)
def test_durations_are_printed_in_three_languages(written, english, russian, azerbaijani):
    duration = Duration.parse(written)
    assert [duration_said(duration, language) for language in ("en", "ru", "az")] == [english, russian, azerbaijani]


@settings(max_examples=80, deadline=None)
@given(
    st.text(alphabet=st.sampled_from("0123456789 -–./,():'’JuneMayiюняиюлгодaprelilıcüdəndays\n"), max_size=60),
    st.sampled_from(LANGUAGES),
)
def test_spans_lie_in_order_inside_the_text_whatever_it_is(text, language):
    for find in (find_dates, find_durations, find_numbers):
        at = 0
        for start, end, _ in find(text, language):
            assert at <= start < end <= len(text)
            at = end


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "piece",
    [" ", "1", "1 ", "one ", "20-", "2024-", "June ", "12.", "more than ", "семь ", "on ", "1 year and ", "və "],
)
def test_hostile_repetition_takes_linear_time(language, piece):
    def seconds(length):
        started = time.process_time()
        for find in (find_dates, find_durations, find_numbers):
            list(find(piece * (length // len(piece)), language))
        return time.process_time() - started

    seconds(100)
    assert seconds(40_000) < 12 * max(seconds(10_000), 0.05)
