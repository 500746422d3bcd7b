"""DOCX: everything it shows, in order; bombs, locks and damage are refused by name."""

import io
import zipfile

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from heard.reading.extract import extract
from heard.terms.errors import Bomb, EmptyFile, Mislabelled, PasswordProtected, TooLarge, TruncatedFile, UnknownForm


def saved(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture
def letter():
    document = docx.Document()
    document.add_heading("Siyahı")
    document.add_paragraph("Saxlanılanların adları aşağıdadır.")
    table = document.add_table(2, 3)
    for row, words in zip(table.rows, (("Ad", "Tarix", "Yer"), ("Kərim Nəcəfli", "", "Şəki")), strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    document.add_paragraph("Son.")
    return document


def repacked(data: bytes, changes: dict[str, bytes], compress: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", compress) as new:
        for name in old.namelist():
            new.writestr(name, changes.pop(name, None) or old.read(name))
        for name, content in changes.items():
            new.writestr(name, content)
    return out.getvalue()


def test_paragraphs_and_rows_come_in_order_a_line_each(letter):
    text = extract(saved(letter), "list.docx").text
    assert text.content.split("\n") == [
        "Siyahı",
        "Saxlanılanların adları aşağıdadır.",
        "Ad\tTarix\tYer",
        "Kərim Nəcəfli\t\tŞəki",
        "Son.",
    ]
    assert len(text.paragraph_starts) == 5


def test_headers_and_footers_are_read_once(letter):
    letter.sections[0].header.paragraphs[0].text = "Yuxarı"
    letter.sections[0].footer.paragraphs[0].text = "Aşağı"
    lines = extract(saved(letter), "list.docx").text.content.split("\n")
    assert (lines[0], lines[-1]) == ("Yuxarı", "Aşağı")


def test_insertions_are_read_and_deletions_left_out_with_a_note(letter):
    paragraph = letter.add_paragraph("O dedi: ")
    for tag, inner, words in (("w:ins", "w:t", "hə"), ("w:del", "w:delText", "yox")):
        change, run, said = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(inner)
        said.text = words
        run.append(said)
        change.append(run)
        paragraph._p.append(change)
    found = extract(saved(letter), "list.docx")
    assert found.text.content.endswith("O dedi: hə")
    assert "changes-tracked" in found.notes


def test_words_in_content_controls_and_links_are_not_lost(letter):
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    paragraph, run, said = OxmlElement("w:p"), OxmlElement("w:r"), OxmlElement("w:t")
    said.text = "Qutudakı söz"
    for outer, inner in ((run, said), (paragraph, run), (content, paragraph), (control, content)):
        outer.append(inner)
    letter.element.body.insert(0, control)
    assert extract(saved(letter), "list.docx").text.content.startswith("Qutudakı söz\nSiyahı")


def test_a_docx_under_another_name_is_read_and_noted(letter):
    assert extract(saved(letter), "list.pdf").notes == ("named-otherwise word",)


@pytest.mark.parametrize("kept", [0.02, 0.2, 0.5, 0.8, 0.98])
def test_a_docx_cut_short_is_named_so(letter, kept):
    data = saved(letter)
    with pytest.raises(TruncatedFile):
        extract(data[: int(len(data) * kept)], "list.docx")


def test_a_docx_under_a_password_is_named_so():
    container = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 512
    with pytest.raises(PasswordProtected):
        extract(container, "list.docx")


def test_an_old_word_file_is_said_to_be_no_docx():
    container = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 504 + "WordDocument".encode("utf-16-le") + b"\0" * 512
    with pytest.raises(UnknownForm):
        extract(container, "letter.doc")
    with pytest.raises(Mislabelled):
        extract(container, "letter.docx")


def test_a_zip_that_is_no_docx_is_of_unknown_form():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("notes.txt", "words")
    with pytest.raises(UnknownForm):
        extract(out.getvalue(), "notes.zip")


def test_an_empty_docx_is_named_so():
    with pytest.raises(EmptyFile):
        extract(saved(docx.Document()), "list.docx")


def test_a_bomb_inside_a_docx_is_stopped_as_it_unpacks(letter):
    bomb = repacked(saved(letter), {"word/media/image1.bin": b"\0" * 120 * 2**20})
    assert len(bomb) < 2**20
    with pytest.raises(Bomb):
        extract(bomb, "list.docx")


def test_a_part_that_lies_about_its_size_is_not_believed(letter):
    big = b"<a/>" + b" " * (60 * 2**20)
    bomb = bytearray(repacked(saved(letter), {"word/extra.xml": big}))
    declared = len(big).to_bytes(4, "little")
    while (at := bomb.find(declared)) >= 0:
        bomb[at : at + 4] = (100).to_bytes(4, "little")
    with pytest.raises((Bomb, TruncatedFile)):
        extract(bytes(bomb), "list.docx")


def test_a_bomb_inside_an_archive_inside_a_docx_is_never_opened(letter):
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb", b"\0" * 200 * 2**20)
    nested = repacked(saved(letter), {"word/embeddings/inner.zip": inner.getvalue()})
    assert "Siyahı" in extract(nested, "list.docx").text.content


def test_more_xml_than_the_limit_is_refused(letter, monkeypatch):
    monkeypatch.setattr("heard.reading.extract.zip_parts.MOST_XML", 1000)
    with pytest.raises(TooLarge):
        extract(saved(letter), "list.docx")


LAUGHS = b"".join(b'<!ENTITY l%d "%s">' % (i, b"&l%d;" % (i - 1) * 10) for i in range(1, 10))
BODY = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'


@pytest.mark.parametrize(
    "entities",
    [
        b'<!DOCTYPE w [<!ENTITY l0 "ha">' + LAUGHS + b"]>" + BODY % b"<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>",
        b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + BODY % b"<w:p><w:r><w:t>&x;</w:t></w:r></w:p>",
    ],
    ids=["a billion laughs", "a file of the machine"],
)
def test_entities_in_the_xml_are_refused(letter, entities):
    with pytest.raises(Bomb):
        extract(repacked(saved(letter), {"word/document.xml": entities}), "list.docx")


def test_elements_without_end_in_each_other_are_refused(letter):
    pit = BODY % (b"<w:sdt>" * 5000 + b"</w:sdt>" * 5000)
    with pytest.raises(Bomb):
        extract(repacked(saved(letter), {"word/document.xml": pit}), "list.docx")


def test_broken_xml_is_named_damage(letter):
    with pytest.raises(TruncatedFile):
        extract(repacked(saved(letter), {"word/document.xml": BODY[:90]}), "list.docx")


def test_footnotes_follow_the_text(letter):
    part = b'<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="1"><w:p><w:r><w:t>Qeyd.</w:t></w:r></w:p></w:footnote></w:footnotes>'  # noqa: E501
    data = saved(letter)
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        types = old.read("[Content_Types].xml")
        links = old.read("word/_rels/document.xml.rels")
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    form = b"application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    changes = {
        "[Content_Types].xml": types.replace(
            b"</Types>", b'<Override PartName="/word/footnotes.xml" ContentType="' + form + b'"/></Types>'
        ),
        "word/_rels/document.xml.rels": links.replace(
            b"</Relationships>",
            b'<Relationship Id="rId99" Type="' + kind + b'" Target="footnotes.xml"/></Relationships>',
        ),
        "word/footnotes.xml": part,
    }
    assert extract(repacked(data, changes), "list.docx").text.content.endswith("Son.\nQeyd.")


def test_a_text_box_is_read_once(letter):
    paragraph = letter.add_paragraph("Yanında: ")
    box, inner, run, said = (OxmlElement(tag) for tag in ("w:txbxContent", "w:p", "w:r", "w:t"))
    said.text = "qutu"
    run.append(said)
    inner.append(run)
    box.append(inner)
    holder = OxmlElement("w:r")
    holder.append(box)
    paragraph._p.append(holder)
    assert extract(saved(letter), "list.docx").text.content.endswith("Yanında: \nqutu")
    assert qn("w:t") == said.tag
