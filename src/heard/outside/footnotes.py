"""Footnotes of a DOCX, which python-docx does not write: a part of their own (ISO/IEC 29500-1, 17.11)."""

from typing import Any

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from lxml import etree

_SEPARATORS = ((-1, "separator"), (0, "continuationSeparator"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Footnotes:
    """The footnotes of one document: add them in order, then attach once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.root: Any = parse_xml(f"<w:footnotes {nsdecls('w')}/>")
        self.last = 0
        for number, kind in _SEPARATORS:
            note = _footnote(number, kind)
            note.append(_paragraph(OxmlElement(f"w:{kind}")))
            self.root.append(note)

    def add(self, paragraph: Paragraph, words: str) -> None:
        """Put a mark at the end of `paragraph`, and `words` at the foot of its page."""
        self.last += 1
        mark: Any = OxmlElement("w:footnoteReference")
        mark.set(qn("w:id"), str(self.last))
        run = paragraph.add_run()
        run.font.superscript = True
        run._r.append(mark)
        note = _footnote(self.last)
        note.append(_paragraph(OxmlElement("w:footnoteRef"), f" {words}"))
        self.root.append(note)

    def attach(self) -> None:
        """Write the footnotes into the document."""
        content = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True)
        package = self.document.part.package
        part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, content, package)
        self.document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        properties: Any = OxmlElement("w:footnotePr")
        for number, _ in _SEPARATORS:
            separator: Any = OxmlElement("w:footnote")
            separator.set(qn("w:id"), str(number))
            properties.append(separator)
        self._insert_setting(properties)

    def _insert_setting(self, properties: Any) -> None:
        """Settings have a fixed order; footnotes stand directly before the compatibility settings."""
        settings: Any = self.document.settings.element
        settings.find(qn("w:compat")).addprevious(properties)


def _footnote(number: int, kind: str = "") -> Any:
    note: Any = OxmlElement("w:footnote")
    if kind:
        note.set(qn("w:type"), kind)
    note.set(qn("w:id"), str(number))
    return note


def _paragraph(mark: Any, words: str = "") -> Any:
    """One paragraph: the mark in a run of its own, raised where words follow, then the words."""
    paragraph: Any = OxmlElement("w:p")
    run: Any = OxmlElement("w:r")
    if words:
        run.get_or_add_rPr().superscript = True
    run.append(mark)
    paragraph.append(run)
    if words:
        said: Any = OxmlElement("w:r")
        said.get_or_add_rPr().sz_val = Pt(8.5)
        text: Any = OxmlElement("w:t")
        text.text = words
        text.set(_SPACE, "preserve")
        said.append(text)
        paragraph.append(said)
    return paragraph
