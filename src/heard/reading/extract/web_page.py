"""HTML: the words a page shows, one line for each block, cells of a table apart by tabs."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from heard.reading.extract.decoding import decode
from heard.reading.extract.limits import DEEPEST_ELEMENT
from heard.reading.extract.taken import Note, Taken, note, of_lines
from heard.terms.errors import Bomb, EmptyFile, TookTooLong

_UNSHOWN = frozenset(
    {"script", "style", "template", "head", "noscript", "iframe", "object", "svg", "select", "textarea"}
)
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "dialog", "div", "dl", "dt"}
    | {"fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li"}
    | {"main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul", "br"}
)
_CELLS = frozenset({"td", "th"})
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_INVISIBLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_TEXT = "-text"
#: A table with a longer cell, or with a table in it, only lays out the page.
LONGEST_CELL = 400
#: Tags whose closing is never left out; a page that opens far more of them than it closes is made to hang its reader.
_CLOSED_TAG = re.compile(r"<(/?)(?:div|span|b|i|u|a|em|strong|font|section|ul|ol|table|blockquote|center|small|big)\b")


def take_web_page(data: bytes) -> Taken:
    """The page's shown words; raises EmptyFile where it shows none, Bomb where elements lie too deep."""
    declared = _DECLARED.search(data[:4096])
    content, notes = decode(data, declared[1].decode("ascii") if declared else "")
    taken = of_markup(content)
    return Taken(content=taken.content, paragraph_starts=taken.paragraph_starts, notes=notes + taken.notes)


def of_markup(markup: str) -> Taken:
    """The shown words of HTML that is already characters."""
    _refuse_pit(markup)
    try:
        body = LexborHTMLParser(markup.replace("\0", "\ufffd")).body
    except SelectolaxError as no_memory:  # any characters make a page; only memory can be missing
        raise TookTooLong("memory") from no_memory
    if body is None:
        raise EmptyFile("html")
    page = _Page()
    for node, opens in _walk(body, page):
        page.take(node, opens=opens)
    page.end_line()
    if not page.lines:
        raise EmptyFile("html")
    return of_lines(page.lines, (note(Note.HIDDEN_TEXT),) if page.hidden else ())


def _refuse_pit(markup: str) -> None:
    depth = 0
    for tag in _CLOSED_TAG.finditer(markup.lower()):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > DEEPEST_ELEMENT * 10:
            raise Bomb("elements in each other", DEEPEST_ELEMENT)


class _Page:
    """The lines of a page while it is walked through."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.hidden = False
        self._line: list[str] = []
        self._kept_as_is = 0
        self._tables: list[bool] = []
        self._in_cell = False
        self._cells = 0

    def take(self, node: LexborNode, *, opens: bool) -> None:
        tag = node.tag or ""
        if tag == _TEXT:
            self._write(node.text_content or "" if opens else "")
        elif tag in _CELLS:
            self._take_cell(opens=opens)
        elif tag in _BLOCKS:
            self._take_block(tag, node, opens=opens)

    def _take_cell(self, *, opens: bool) -> None:
        """A cell of a table of facts goes on the line of its row; a cell that lays out the page is a block."""
        if not (self._tables and self._tables[-1]):
            self.end_line()
            return
        if opens and self._cells:
            self._line.append("\t")
        self._cells += opens
        self._in_cell = opens

    def _take_block(self, tag: str, node: LexborNode, *, opens: bool) -> None:
        if self._in_cell and tag != "tr":
            self._line.append(" ")
            return
        self.end_line()
        if tag == "pre":
            self._kept_as_is += 1 if opens else -1
        if tag == "table" and opens:
            self._tables.append(_holds_facts(node))
        elif tag == "table":
            self._tables.pop()
            self._in_cell = False

    def _write(self, words: str) -> None:
        if not self._kept_as_is:
            self._line.append(_BLANKS.sub(" ", words))
            return
        first, *others = words.split("\n")
        self._line.append(first)
        for other in others:
            self.end_line()
            self._line.append(other)

    def end_line(self) -> None:
        cells = (_BLANKS.sub(" ", cell).strip(" ") for cell in "".join(self._line).split("\t"))
        line = "\t".join(cells)
        if line.strip():
            self.lines.append(line)
        self._line = []
        self._cells = 0


def _holds_facts(table: LexborNode) -> bool:
    cells = table.css("td, th")
    nested = any(inner.mem_id != table.mem_id for inner in table.css("table"))
    return not nested and all(len(cell.text()) <= LONGEST_CELL for cell in cells)


def _walk(root: LexborNode, page: _Page) -> Iterator[tuple[LexborNode, bool]]:
    """Each shown element as it opens and as it closes, without recursion."""
    node, depth = root, 0
    yield node, True
    while True:
        inner = None if _unshown(node, page) else node.child
        if inner is not None:
            node, depth = inner, depth + 1
            if depth > DEEPEST_ELEMENT:
                raise Bomb("elements in each other", DEEPEST_ELEMENT)
            yield node, True
            continue
        yield node, False
        while depth and node.next is None and node.parent is not None:
            node, depth = node.parent, depth - 1
            yield node, False
        if not depth or node.next is None:
            return
        node = node.next
        yield node, True


def _unshown(node: LexborNode, page: _Page) -> bool:
    if node.tag in _UNSHOWN:
        return True
    attributes = node.attributes if node.tag and not node.tag.startswith("-") and node.tag != "!doctype" else {}
    hidden = "hidden" in attributes or bool(_INVISIBLE.search(attributes.get("style") or ""))
    page.hidden = page.hidden or hidden
    return hidden
