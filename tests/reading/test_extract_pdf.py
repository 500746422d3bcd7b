"""PDF: pages, hyphens and paragraphs; damaged, locked, lying and endless files are refused by name."""

import io

import pikepdf
import pytest
import typst

from heard.reading.extract import extract
from heard.reading.view import joined
from heard.terms.errors import EmptyFile, PasswordProtected, TooLarge, TruncatedFile

SOURCE = """#set page(width: 9cm, height: 9cm)
#set text(lang: "en", hyphenate: true, size: 11pt)
#set par(justify: true)
The administration of the institution unquestionably misinterpreted extraordinary circumstances. Əli Qəmərli
said so in Şəki.
#pagebreak()
В камере было холодно.
"""


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return compiled(SOURCE)


def compiled(source: str) -> bytes:
    return bytes(typst.compile(source.encode()))


def rewritten(pdf: bytes, **how: object) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.save(out, **how)
    return out.getvalue()


def test_pages_are_known_for_each_offset(pdf):
    text = extract(pdf, "report.pdf").text
    assert text.page_at(text.content.index("Əli Qəmərli")) == 1
    assert text.page_at(text.content.index("В камере")) == 2


def test_lines_stay_as_on_the_page_and_the_view_joins_them(pdf):
    text = extract(pdf, "report.pdf").text
    assert "institution un-\nquestionably" in text.content
    assert "institution unquestionably misinterpreted extraordinary circumstances" in joined(text).content


def test_a_pdf_under_another_name_is_read_and_noted(pdf):
    found = extract(pdf, "report.txt")
    assert found.media_type == "application/pdf"
    assert found.notes == ("named-otherwise pdf",)


@pytest.mark.parametrize("kept", [0.05, 0.3, 0.6, 0.9, 0.99])
def test_a_pdf_cut_short_is_named_so(pdf, kept):
    with pytest.raises(TruncatedFile):
        extract(pdf[: int(len(pdf) * kept)], "report.pdf")


@pytest.mark.parametrize("kept", [0.8, 0.99])
def test_a_pdf_made_for_the_web_and_cut_short_is_not_read_as_if_whole(kept):
    pages = "\n#pagebreak()\n".join(f"Page {number}. #lorem(40)" for number in range(12))
    linear = rewritten(compiled(f"#set page(width: 6cm, height: 6cm)\n{pages}"), linearize=True)
    assert "Page 11" in extract(linear, "report.pdf").text.content
    with pytest.raises(TruncatedFile):
        extract(linear[: int(len(linear) * kept)], "report.pdf")


def test_a_pdf_under_a_password_is_named_so(pdf):
    locked = rewritten(pdf, encryption=pikepdf.Encryption(user="a word", owner="another"))
    with pytest.raises(PasswordProtected):
        extract(locked, "report.pdf")


def test_a_pdf_that_opens_without_its_owners_password_is_read(pdf):
    owned = rewritten(pdf, encryption=pikepdf.Encryption(user="", owner="another"))
    assert "В камере" in extract(owned, "report.pdf").text.content


def test_pages_that_are_only_pictures_are_said(pdf):
    with pytest.raises(EmptyFile):
        extract(compiled("#set page(width: 5cm, height: 5cm)\n#rect(fill: red, width: 2cm, height: 2cm)"), "scan.pdf")
    half = compiled("#set page(width: 5cm, height: 5cm)\nWords.\n#pagebreak()\n#rect(fill: red)")
    assert "pages-without-text 1" in extract(half, "scan.pdf").notes


def test_bytes_after_the_end_are_noted(pdf):
    assert "bytes-after-end 5" in extract(pdf + b"hello", "report.pdf").notes


def test_ten_thousand_pages_are_refused_with_the_limit():
    with pikepdf.new() as endless:
        endless.add_blank_page()
        endless.Root.Pages.Kids = pikepdf.Array([endless.pages[0].obj] * 10_000)
        endless.Root.Pages.Count = 10_000
        out = io.BytesIO()
        endless.save(out)
    with pytest.raises(TooLarge) as refused:
        extract(out.getvalue(), "report.pdf")
    assert refused.value.args == ("pages", 10_000, 5_000)


def test_a_header_alone_is_no_pdf():
    with pytest.raises(TruncatedFile):
        extract(b"%PDF-1.7\n" + b"1 0 obj << >> endobj\n" * 5, "report.pdf")
