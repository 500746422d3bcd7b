"""Papers: the same bytes each time, every letter there, and words that stay words."""

import io
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pikepdf
import pypdfium2
import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.acting.accounts import TODAY, brief, claims

from heard.acting.brief import Brief, Reviewed
from heard.acting.compose import compose
from heard.acting.paper import paper, safe
from heard.acting.words import Words
from heard.outside.typesetting import pdf
from heard.outside.word_processing import docx
from heard.register.vocabulary import LANGUAGES, read_words

LETTERS = "AaBbCcÇçDdEeƏəFfGgĞğHhXxIıİiJjKkQqLlMmNnOoÖöPpRrSsŞşTtUuÜüVvYyZz"
CYRILLIC = "АаБбВвГгДдЕеЁёЖжЗзИиЙйКкЛлМмНнОоПпРрСсТтУуФфХхЦцЧчШшЩщЪъЫыЬьЭэЮюЯя№«»“”—–…"
INJECTIONS = [
    '#read("/etc/passwd")',
    "#panic[x]",
    "*bold* _slanted_ = heading",
    "$x^2$ @nobody <label> `raw` // gone /* gone */",
    '"} ]) #import "@preview/example:0.1.0"',
    "\\u{202e} \\ ~ -- ---",
    "{page} {pages} {words} %s",
    "<w:t>&amp;</w:t> <!-- -->",
    "https://example.org/#a",
]


def pages(made: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(made)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def squeezed(text: str) -> str:
    """`text` without blanks and without the hyphens that break lines."""
    return re.sub(r"[\s\u00ad\ufffe\u0002]+|-(?=\n)", "", text)


def said(made: bytes) -> str:
    return squeezed("\n".join(pages(made)))


def is_accessible(made: bytes) -> bool:
    with pikepdf.open(io.BytesIO(made)) as document, document.open_metadata() as metadata:
        return bool(metadata.get("pdfuaid:part") == "1")


def unreviewed(language: str) -> Brief:
    return compose(
        [replace(claim, reviewed=False) for claim in claims()],
        title="T",
        language=language,
        use="internal_analysis",
        on=TODAY,
    )


def test_the_same_brief_gives_the_same_pdf_and_docx() -> None:
    assert pdf(paper(brief()), on=TODAY) == pdf(paper(brief()), on=TODAY)
    assert docx(paper(brief()), on=TODAY) == docx(paper(brief()), on=TODAY)


def test_another_process_gives_the_same_bytes() -> None:
    program = (
        "from hashlib import sha256; from tests.acting.accounts import *; from heard.acting.paper import paper;"
        "from heard.outside.typesetting import pdf; from heard.outside.word_processing import docx;"
        "print(sha256(pdf(paper(brief()), on=TODAY) + docx(paper(brief()), on=TODAY)).hexdigest())"
    )

    runs = {
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in "12"
    }

    assert len(runs) == 1


def test_another_date_gives_another_file() -> None:
    assert pdf(paper(brief()), on=TODAY) != pdf(paper(brief()), on=date(2025, 3, 6))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pdf_is_tagged_titled_and_says_its_language(language: str) -> None:
    with pikepdf.open(io.BytesIO(pdf(paper(brief(language)), on=TODAY))) as made:
        assert made.Root.MarkInfo.Marked
        assert str(made.Root.Lang).startswith(language)
        assert "/StructTreeRoot" in made.Root
        with made.open_metadata() as metadata:
            assert metadata["dc:title"] == "Beatings in a remand prison"
    assert is_accessible(pdf(paper(brief(language)), on=TODAY))


def test_every_letter_of_the_three_languages_is_in_the_serif_that_comes_along() -> None:
    made = pdf(paper(brief(title=LETTERS + CYRILLIC)), on=TODAY)

    with pikepdf.open(io.BytesIO(made)) as document:
        fonts = {
            str(font.BaseFont).split("+")[1]
            for page in document.pages
            for font in page.Resources.Font.values()  # type: ignore[operator]
        }
    assert LETTERS + CYRILLIC in said(made)
    assert {name for name in fonts if not name.startswith("LibertinusSerif")} <= {"DejaVuSansMono"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_and_every_quote_is_printed(language: str) -> None:
    made = brief(language)
    sheet = paper(made)
    text = said(pdf(sheet, on=TODAY))

    for paragraph in made.paragraphs:
        assert squeezed(paragraph.text) in text
        assert squeezed(paragraph.citation.quoted) in text
    for exhibit in made.exhibits:
        assert exhibit.sha256 in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_brief_nobody_reviewed_says_so_on_every_page(language: str) -> None:
    made = unreviewed(language)
    mark = squeezed(Words(language)("machine_mark"))

    sheets = pages(pdf(paper(made), on=TODAY))

    assert made.reviewed is Reviewed.NOTHING
    assert len(sheets) > 1
    assert all(mark in squeezed(sheet) for sheet in sheets)


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_one_answers_who_what_by_whose_word_what_is_asked_and_what_is_missing(language: str) -> None:
    words, first = Words(language), squeezed(pages(pdf(paper(brief(language)), on=TODAY))[0])

    for name in ("who", "what", "by_whose_word", "what_is_asked", "what_is_missing"):
        assert squeezed(words(name)) in first
    assert "RaufSeyidov" in first
    assert squeezed(words("gap_single")) in first


@pytest.mark.parametrize("trick", INJECTIONS)
def test_words_stay_words_in_a_pdf(trick: str) -> None:
    assert squeezed(trick) in said(pdf(paper(brief(title=f"A {trick} Z")), on=TODAY))


@pytest.mark.parametrize("trick", INJECTIONS)
def test_words_stay_words_in_a_docx(trick: str) -> None:
    made = Document(io.BytesIO(docx(paper(brief(title=f"A {trick} Z")), on=TODAY)))

    assert f"A {trick} Z" in [paragraph.text for paragraph in made.paragraphs]


def test_every_character_that_papers_print_as_it_is_has_a_sign() -> None:
    ranges = [part.split("-") for part in read_words("printable")["ranges"].split()]
    every = "".join(chr(code) for part in ranges for code in range(int(part[0], 16), int(part[-1], 16) + 1))

    assert safe(every) == " ".join(every.split())
    assert is_accessible(pdf(replace(paper(brief()), cautions=(" ".join(every),)), on=TODAY))


def test_characters_that_turn_text_round_are_shown_as_their_code() -> None:
    assert safe("Seyidov\u202evodiyeS\u2066!\x00") == "Seyidov[U+202E]vodiyeS[U+2066]![U+0000]"
    made = pdf(paper(brief(title="abc\u202edef")), on=TODAY)
    assert "abc[U+202E]def" in said(made)


@settings(max_examples=15, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=80))
def test_no_title_stops_a_paper(title: str) -> None:
    sheet = paper(brief(title=title))

    assert pdf(sheet, on=TODAY).startswith(b"%PDF")
    assert docx(sheet, on=TODAY).startswith(b"PK")


def test_a_docx_holds_every_sentence_with_its_footnote() -> None:
    made = brief()
    packed = docx(paper(made), on=TODAY)
    document = Document(io.BytesIO(packed))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    notes = next(part for part in document.part.package.iter_parts() if part.partname == "/word/footnotes.xml")

    assert [p.text for p in made.paragraphs if p.text not in text] == []
    assert [p.citation.quoted for p in made.paragraphs if p.citation.quoted not in notes.blob.decode()] == []
    assert notes.blob.decode().count("<w:footnoteRef/>") == len(made.paragraphs)


def test_a_docx_says_on_every_page_that_nobody_reviewed_it() -> None:
    document = Document(io.BytesIO(docx(paper(unreviewed("en")), on=TODAY)))

    assert document.sections[0].header.paragraphs[0].text == Words("en")("machine_mark")
