"""HTML: the words a page shows, a line for each block and row; traps are refused or read harmlessly."""

import pytest

from heard.reading.extract import extract
from heard.terms.errors import Bomb, EmptyFile

PAGE = """<!DOCTYPE html>
<html lang="ru"><head><meta charset="utf-8"><title>Не показан</title><style>p { color: red }</style></head>
<body><h1>Обзор&nbsp;прессы</h1>
<p>Первый абзац, <b>важный</b>
и длинный.</p><script>alert("no")</script>
<p>Второй<br>с разрывом</p>
<ul><li>раз</li><li>два</li></ul>
</body></html>"""


def lines_of(page: str | bytes, name: str = "page.html") -> list[str]:
    data = page if isinstance(page, bytes) else page.encode()
    return extract(data, name).text.content.split("\n")


def test_shown_words_come_a_line_for_each_block():
    assert lines_of(PAGE) == [
        "Обзор\u00a0прессы",
        "Первый абзац, важный и длинный.",
        "Второй",
        "с разрывом",
        "раз",
        "два",
    ]


def test_a_row_of_a_table_is_one_line_with_cells_apart():
    rows = "<tr><th>Ad<th>Tarix<tr><td><p>Kərim</p><p>Nəcəfli</p><td>2021<tr><td></td><td>2022"
    assert lines_of(f"<table>{rows}</table>") == ["Ad\tTarix", "Kərim Nəcəfli\t2021", "\t2022"]


def test_a_table_that_lays_out_the_page_is_read_as_blocks():
    page = "<table><tr><td><p>Left</p><p>column</p><table><tr><td>a<td>b</table><td>Right</table>"
    assert lines_of(page) == ["Left", "column", "a\tb", "Right"]


def test_what_the_page_hides_is_left_out_and_noted():
    found = extract(b"<p>Shown</p><p hidden>one</p><div style='display: none'>two</div>", "page.html")
    assert found.text.content == "Shown"
    assert found.notes == ("hidden-text",)


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "utf-8"])
def test_the_encoding_a_page_names_is_used(encoding):
    page = f'<html><head><meta charset="{encoding}"></head><body><p>Его избили.</p></body></html>'
    found = extract(page.encode(encoding), "page.html")
    assert found.text.content == "Его избили."
    assert found.notes == ()


def test_an_encoding_that_would_run_code_or_unpack_is_not_used():
    page = b'<meta charset="unicode_escape"><p>\\u0041 \xc9\x99</p>'
    assert extract(page, "page.html").text.content == "\\u0041 ə"


def test_a_page_under_the_name_of_a_text_is_read_and_noted():
    found = extract(PAGE.encode(), "page.txt")
    assert found.media_type == "text/html"
    assert found.notes == ("named-otherwise web_page",)


def test_angle_brackets_in_a_plain_text_do_not_make_it_a_page():
    assert extract(b"He wrote <p> in the margin.", "letter.txt").text.content == "He wrote <p> in the margin."


@pytest.mark.parametrize("tag", ["div", "b", "span", "q", "ul><li"])
def test_elements_without_end_in_each_other_are_refused(tag):
    with pytest.raises(Bomb):
        extract(b"<!doctype html>" + f"<{tag}>".encode() * 30_000 + b"words", "page.html")


def test_deep_but_honest_nesting_is_read():
    assert lines_of("<div>" * 1000 + "words" + "</div>" * 1000) == ["words"]


@pytest.mark.parametrize("empty", ["<html><body></body></html>", "<!doctype html><script>x</script>"])
def test_a_page_that_shows_nothing_is_empty(empty):
    with pytest.raises(EmptyFile):
        extract(empty.encode(), "page.html")


def test_every_line_begins_a_paragraph():
    text = extract(PAGE.encode(), "page.html").text
    assert [text.content[start:].split("\n")[0] for start in text.paragraph_starts] == text.content.split("\n")
