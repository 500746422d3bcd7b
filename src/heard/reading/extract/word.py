"""DOCX: paragraphs and the rows of tables in order, then notes and comments; proposed deletions left out."""

from collections.abc import Iterator
from io import BytesIO
from xml.sax import ContentHandler, SAXException

import docx
from defusedxml.common import DefusedXmlException
from defusedxml.sax import parseString
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml.etree import LxmlError, _Element

from heard.reading.extract.limits import DEEPEST_XML
from heard.reading.extract.taken import Note, Taken, note, of_lines
from heard.reading.extract.zip_parts import unpack
from heard.terms.errors import Bomb, EmptyFile, TruncatedFile

_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_INSERTED, _DELETED, _MOVED_AWAY = qn("w:ins"), qn("w:del"), qn("w:moveFrom")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXT_BOX = qn("w:txbxContent")
_UNREAD = frozenset({_FALLBACK, _DELETED, _MOVED_AWAY, _TEXT_BOX, qn("w:pPr"), qn("w:rPr")})
_WORDS = qn("w:t")
_WRITTEN = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\u2011"}
#: What python-docx raises for a package it cannot make sense of, beside its own errors.
_DAMAGE = (OpcError, LxmlError, LookupError, ValueError, TypeError, AttributeError)
_NOTES = (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES, RELATIONSHIP_TYPE.COMMENTS)


def take_word(data: bytes) -> Taken:
    """One line for each paragraph or row; raises TruncatedFile, Bomb, TooLarge, PasswordProtected or EmptyFile."""
    for name, part in unpack(data).items():
        if name.lower().endswith((".xml", ".rels")):
            _refuse_entities(part)
    document = _open(data)
    lines = [line for line in _lines(document) if line.strip()]
    if not lines:
        raise EmptyFile("docx")
    changed = next(document.element.iter(_INSERTED, _DELETED, _MOVED_AWAY), None) is not None
    return of_lines(lines, (note(Note.CHANGES_TRACKED),) if changed else ())


class _Depth(ContentHandler):
    """Counts how deep elements lie in each other."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def startElement(self, name: str, attrs: object) -> None:  # noqa: N802
        self._depth += 1
        if self._depth > DEEPEST_XML:
            raise Bomb("elements in each other", DEEPEST_XML)

    def endElement(self, name: str) -> None:  # noqa: N802
        self._depth -= 1


def _refuse_entities(part: bytes) -> None:
    try:
        parseString(part, _Depth(), forbid_dtd=True)
    except DefusedXmlException as entities:
        raise Bomb("xml entities") from entities
    except (SAXException, LookupError, ValueError) as damage:  # the latter two for encodings it makes up
        raise TruncatedFile("docx") from damage


def _open(data: bytes) -> Document:
    try:
        return docx.Document(BytesIO(data))
    except _DAMAGE as damage:
        raise TruncatedFile("docx") from damage


def _lines(document: Document) -> Iterator[str]:
    yield from _running(document, "header")
    body = next(document.element.iter(qn("w:body")), None)
    if body is None:
        raise TruncatedFile("docx")
    yield from _blocks(body)
    for kind in _NOTES:
        for relation in document.part.rels.values():
            if relation.reltype == kind and not relation.is_external:
                yield from _blocks(_root(relation.target_part))
    yield from _running(document, "footer")


def _running(document: Document, which: str) -> Iterator[str]:
    """What stands above or below the pages, each wording once."""
    seen = set()
    for part in document.part.package.iter_parts():
        if part.partname.rsplit("/", 1)[-1].startswith(which):
            lines = tuple(_blocks(_root(part)))
            if lines not in seen:
                yield from lines
            seen.add(lines)


def _root(part: Part) -> _Element:
    element = getattr(part, "element", None)
    if element is not None:
        return element
    try:
        return parse_xml(part.blob)
    except LxmlError as damage:
        raise TruncatedFile("docx") from damage


def _blocks(container: _Element) -> Iterator[str]:
    """A line for each paragraph and each row of a table inside `container`, text boxes after their paragraph."""
    for child in container:
        if child.tag == _PARAGRAPH:
            yield _written(child)
            for box in child.iter(_TEXT_BOX):
                if not any(above.tag == _FALLBACK for above in box.iterancestors()):
                    yield from _blocks(box)
        elif child.tag == _TABLE:
            yield from (_row(row) for row in child.iterchildren(_ROW))
        elif child.tag not in _UNREAD:
            yield from _blocks(child)


def _row(row: _Element) -> str:
    cells = (" ".join(line for line in _blocks(cell) if line.strip()) for cell in row.iter(_CELL))
    return "\t".join(" ".join(cell.split()) for cell in cells)


def _written(paragraph: _Element) -> str:
    """The characters of a paragraph as it would read with every proposed change accepted."""
    written: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag == _WORDS:
            written.append(element.text or "")
        elif element.tag in _WRITTEN:
            written.append(_WRITTEN[element.tag])
        elif element.tag not in _UNREAD and element.tag != _PARAGRAPH:
            waiting.extend(reversed(element))
    return "".join(written)
