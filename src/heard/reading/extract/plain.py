"""Plain text and Markdown: the text is the file's own, code point for code point."""

from heard.reading.extract.decoding import decode
from heard.reading.extract.taken import Taken
from heard.reading.lines import paragraph_starts


def take_plain(data: bytes) -> Taken:
    """The file's own characters, newlines as they are; only the mark that names the encoding is left out."""
    content, notes = decode(data)
    return Taken(content=content, paragraph_starts=paragraph_starts(content), notes=notes)
