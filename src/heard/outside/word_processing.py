"""A paper as DOCX, with styles, real footnotes and page numbers; words go in as text, never as markup."""

from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph as DocxParagraph

from heard.acting.sheet import Paper, Paragraph, Row, Table
from heard.outside.footnotes import Footnotes
from heard.outside.repacking import repacked

FONT = "Libertinus Serif"
LANGUAGES = {"en": "en-GB", "az": "az-Latn-AZ", "ru": "ru-RU"}


def docx(paper: Paper, *, on: date) -> bytes:
    """`paper` as a DOCX dated `on`; the same paper and date give the same bytes."""
    return _Setting(paper, on).made()


class _Setting:
    """Sets one paper; used once."""

    def __init__(self, paper: Paper, on: date) -> None:
        self.paper = paper
        self.on = on
        self.document: Docx = Document()
        self.footnotes = Footnotes(self.document)

    def made(self) -> bytes:
        self._styles()
        self._properties()
        self._running_heads()
        self._page_one()
        for part in self.paper.parts:
            self.document.add_heading(part.heading, 2)
            for paragraph in part.paragraphs:
                self._numbered(paragraph)
        self._differences()
        self._rows(self.paper.unknown)
        self._sources(self.paper.sources)
        self._exhibits()
        self._rows(self.paper.verify, style="Normal")
        self.footnotes.attach()
        kept = BytesIO()
        self.document.save(kept)
        return repacked(kept.getvalue())

    # the whole

    def _styles(self) -> None:
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = FONT, Pt(10.5)
        normal.paragraph_format.space_after = Pt(5)
        properties = normal.element.get_or_add_rPr()
        properties.append(_element("w:lang", {"w:val": LANGUAGES[self.paper.language]}))
        for name in ("Heading 1", "Heading 2", "Heading 3"):
            style: Any = self.document.styles[name]
            style.font.name, style.font.color.rgb = FONT, None
            style.element.get_or_add_rPr().get_or_add_rFonts().attrib.clear()
            style.font.name = FONT
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)

    def _properties(self) -> None:
        core = self.document.core_properties
        moment = datetime.combine(self.on, time())
        core.title, core.language, core.author, core.comments = self.paper.title, LANGUAGES[self.paper.language], "", ""
        core.created = core.modified = moment
        core.last_modified_by, core.revision = "", 1

    def _running_heads(self) -> None:
        section = self.document.sections[0]
        head = section.header.paragraphs[0]
        head.add_run(self.paper.mark).bold = self.paper.warn
        foot = section.footer.paragraphs[0]
        foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        before, _, rest = self.paper.page_of.partition("{page}")
        between, _, after = rest.partition("{pages}")
        for words, field in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
            foot.add_run(words)
            if field:
                _field(foot, field)

    # its parts

    def _page_one(self) -> None:
        self.document.add_paragraph(self.paper.kind)
        self.document.add_heading(self.paper.title, 1)
        self.document.add_paragraph(" · ".join(self.paper.made))
        self.document.add_paragraph().add_run(self.paper.mark).bold = self.paper.warn
        self.document.add_heading(self.paper.summary_heading, 2)
        table = self.document.add_table(rows=0, cols=2, style="Table Grid")
        for row in self.paper.summary:
            heading, lines = table.add_row().cells
            heading.paragraphs[0].add_run(row.heading).bold = True
            heading.width, lines.width = Cm(4), Cm(12)
            lines.paragraphs[0].add_run("\n".join(row.lines))
        self.document.add_paragraph()
        for caution in self.paper.cautions:
            self.document.add_paragraph(caution)

    def _numbered(self, paragraph: Paragraph, *, indent: int = 0) -> None:
        line = self.document.add_paragraph()
        line.paragraph_format.left_indent = Cm(1 + indent)
        line.paragraph_format.first_line_indent = Cm(-1)
        mark = f"\u00a0{paragraph.mark}" if paragraph.mark else ""
        line.add_run(f"{paragraph.number}.\t{paragraph.text}{mark}")
        note = paragraph.note
        self.footnotes.add(line, f"{note.place}: {note.quoted} — {note.source}")
        for remark in paragraph.remarks:
            self._beneath(remark, indent=indent)
        if paragraph.denials:
            self._beneath(paragraph.denied, indent=indent)
            for denial in paragraph.denials:
                self._numbered(denial, indent=indent + 1)

    def _beneath(self, words: str, *, indent: int) -> None:
        line = self.document.add_paragraph()
        line.paragraph_format.left_indent = Cm(1 + indent)
        line.add_run(words).italic = True

    def _differences(self) -> None:
        if not self.paper.differing:
            return
        self.document.add_heading(self.paper.differences.heading, 2)
        self.document.add_paragraph(self.paper.differences.lead)
        for row in self.paper.differing:
            self._rows(row, level=3)

    def _rows(self, row: Row, *, level: int = 2, style: str = "List Bullet") -> None:
        self.document.add_heading(row.heading, level)
        for line in row.lines:
            self.document.add_paragraph(line, style=style)

    def _sources(self, sources: Table) -> None:
        self.document.add_heading(sources.heading, 2)
        table = self.document.add_table(rows=0, cols=len(sources.columns), style="Table Grid")
        for number, words in enumerate((sources.columns, *sources.rows)):
            row = table.add_row()
            for cell, said in zip(row.cells, words, strict=True):
                cell.paragraphs[0].add_run(said).bold = number == 0
            if number == 0:
                row._tr.get_or_add_trPr().append(_element("w:tblHeader", {}))

    def _exhibits(self) -> None:
        self.document.add_heading(self.paper.exhibits_heading, 2)
        for exhibit in self.paper.exhibits:
            line = self.document.add_paragraph()
            line.add_run(exhibit.heading).bold = True
            line.add_run(f"\n{exhibit.file}\nSHA-256: ")
            fixed = line.add_run(exhibit.hash)
            fixed.font.name, fixed.font.size = "DejaVu Sans Mono", Pt(7.5)


def _field(paragraph: DocxParagraph, name: str) -> None:
    """A number that the word processor fills in: PAGE or NUMPAGES."""
    field = _element("w:fldSimple", {"w:instr": name})
    run = _element("w:r", {})
    words = _element("w:t", {})
    words.text = "1"
    run.append(words)
    field.append(run)
    paragraph._p.append(field)


def _element(name: str, attributes: dict[str, str]) -> Any:
    element = OxmlElement(name)
    for attribute, value in attributes.items():
        element.set(qn(attribute), value)
    return element
