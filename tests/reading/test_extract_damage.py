"""Whatever happens to a file on its way, it is read or refused by name; nothing else comes out."""

import io
import zipfile
from email.message import EmailMessage

import docx
import pytest
import typst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heard.reading.extract import extract
from heard.terms.errors import Unreadable


def _pdf() -> bytes:
    return bytes(typst.compile(b"#set page(width: 6cm, height: 6cm)\nA page of words.\n#pagebreak()\nAnother."))


def _docx() -> bytes:
    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph("A paragraph of words.")
    document.add_table(2, 2).cell(0, 0).text = "A cell"
    document.save(out)
    return out.getvalue()


def _mail() -> bytes:
    letter = EmailMessage()
    letter["From"], letter["Subject"] = "Leyla <leyla@example.org>", "Məktub"
    letter.set_content("Salam, dost.")
    letter.add_alternative("<p>Salam, <b>dost</b>.</p>", subtype="html")
    letter.add_attachment(b"\0\1\2" * 40, maintype="application", subtype="octet-stream", filename="a.bin")
    return bytes(letter)


def _page() -> bytes:
    return b"<!doctype html><meta charset=utf-8><body><h1>Words</h1><table><tr><td>a<td>b</table><p>And <i>more</i>."


WHOLE = {"a.pdf": _pdf(), "a.docx": _docx(), "a.eml": _mail(), "a.html": _page()}
CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.sampled_from(["cut", "put", "flip", "twice"]), st.binary(max_size=6)), max_size=6
)


def damaged(data: bytes, changes: list[tuple[float, str, bytes]]) -> bytes:
    for share, how, scrap in changes:
        at = int(share * len(data))
        match how:
            case "cut":
                data = data[:at] + data[at + 1 + 40 * len(scrap) :]
            case "put":
                data = data[:at] + scrap + data[at:]
            case "flip":
                data = data[:at] + scrap + data[at + len(scrap) :]
            case "twice":
                data = data[:at] + data[at // 2 :]
    return data


@pytest.mark.parametrize("name", WHOLE)
@given(changes=CHANGES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_damaged_file_is_read_or_refused_by_name(name, changes):
    try:
        found = extract(damaged(WHOLE[name], changes), name, language_of=lambda _: "und")
    except Unreadable:
        return
    text = found.text
    assert text.content.strip()
    assert all(0 <= start <= len(text.content) for start in text.page_starts + text.paragraph_starts)


def repacked(part: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WHOLE["a.docx"])) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return out.getvalue()


@pytest.mark.parametrize("part", ["word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"])
@given(changes=CHANGES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_damage_inside_a_part_of_a_docx_is_read_or_refused_by_name(part, changes):
    with zipfile.ZipFile(io.BytesIO(WHOLE["a.docx"])) as whole:
        content = damaged(whole.read(part), changes)
    try:
        found = extract(repacked(part, content), "a.docx", language_of=lambda _: "und")
    except Unreadable:
        return
    assert found.text.content.strip()


@pytest.mark.parametrize("name", WHOLE)
def test_the_undamaged_file_is_read(name):
    assert extract(WHOLE[name], name, language_of=lambda _: "und").text.content
