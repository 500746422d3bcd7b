"""PDF: the text of each page in the order the file gives it, hyphens at line ends as the page shows them."""

import re

import pypdfium2
import pypdfium2.raw

from heard.reading.extract.limits import MOST_CHARACTERS, MOST_PAGES
from heard.reading.extract.taken import Note, Taken, note
from heard.reading.lines import paragraph_starts
from heard.terms.errors import PasswordProtected, PicturesOnly, TooLarge, TruncatedFile

#: How PDFium writes a hyphen at the end of a line together with the break after it.
_HYPHEN_BREAK = "\ufffe"
_END = b"%%EOF"
_TAIL = 2048
_TABLE = re.compile(rb"\s*(?:xref|\d+\s+\d+\s+obj)")
_TABLE_AT = re.compile(rb"startxref\s+(\d{1,15})")


def take_pdf(data: bytes) -> Taken:
    """Pages joined by a line break; raises PasswordProtected, TruncatedFile, TooLarge, or PicturesOnly."""
    notes = _end_notes(data)
    document = _open(data)
    try:
        pages = _pages(document)
    finally:
        document.close()
    without = sum(not page.strip() for page in pages)
    if without == len(pages):
        raise PicturesOnly("pages", without)
    if without:
        notes += (note(Note.PAGES_WITHOUT_TEXT, without),)
    content = "\n".join(pages)
    starts = _starts(pages)
    return Taken(content=content, page_starts=starts, paragraph_starts=paragraph_starts(content, starts), notes=notes)


def _open(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as refused:
        if refused.err_code in (pypdfium2.raw.FPDF_ERR_PASSWORD, pypdfium2.raw.FPDF_ERR_SECURITY):
            raise PasswordProtected("pdf") from refused
        raise TruncatedFile("pdf") from refused


def _pages(document: pypdfium2.PdfDocument) -> list[str]:
    if len(document) > MOST_PAGES:
        raise TooLarge("pages", len(document), MOST_PAGES)
    pages: list[str] = []
    room = MOST_CHARACTERS
    for index in range(len(document)):
        pages.append(_page(document, index))
        room -= len(pages[-1])
        if room < 0:
            raise TooLarge("characters", MOST_CHARACTERS - room, MOST_CHARACTERS)
    return pages


def _page(document: pypdfium2.PdfDocument, index: int) -> str:
    try:
        page = document[index]
        words = page.get_textpage()
    except pypdfium2.PdfiumError as broken:
        raise TruncatedFile("pdf page", index + 1) from broken
    try:
        written: str = words.get_text_range()
    finally:
        words.close()
        page.close()
    lines = written.replace(_HYPHEN_BREAK, "-\n").replace("\r\n", "\n").split("\n")
    return "\n".join(line.rstrip(" ") for line in lines)


def _starts(pages: list[str]) -> tuple[int, ...]:
    starts = [0]
    for page in pages[:-1]:
        starts.append(starts[-1] + len(page) + 1)
    return tuple(starts)


def _end_notes(data: bytes) -> tuple[str, ...]:
    """Notes on what follows the end; raises TruncatedFile where the file has no end of its own."""
    end = data.rfind(_END)
    tables = _TABLE_AT.findall(data)
    whole = bool(tables) and bool(_TABLE.match(data[int(tables[-1]) : int(tables[-1]) + 64]))
    if end < 0 or (end < len(data) - _TAIL and not whole):
        raise TruncatedFile("pdf")
    after = len(data[end + len(_END) :].strip(b"\0\r\n\t "))
    return (note(Note.BYTES_AFTER_END, after),) if after else ()
