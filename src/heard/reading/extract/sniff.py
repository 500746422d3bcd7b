"""What a file is, told from its bytes; its name only decides between forms of text."""

import re
from enum import StrEnum
from pathlib import PurePath

from heard.terms.errors import Mislabelled, PasswordProtected, TruncatedFile, UnknownForm


class Form(StrEnum):
    """The forms of file that can be read, by their media types."""

    PLAIN = "text/plain"
    MARKDOWN = "text/markdown"
    WEB_PAGE = "text/html"
    MAIL = "message/rfc822"
    PDF = "application/pdf"
    WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


ENDINGS = {
    ".txt": Form.PLAIN,
    ".text": Form.PLAIN,
    ".md": Form.MARKDOWN,
    ".markdown": Form.MARKDOWN,
    ".html": Form.WEB_PAGE,
    ".htm": Form.WEB_PAGE,
    ".xhtml": Form.WEB_PAGE,
    ".eml": Form.MAIL,
    ".pdf": Form.PDF,
    ".docx": Form.WORD,
}
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = (
    (b"\x89PNG", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"), (b"II*\0", "tiff"), (b"MM\0*", "tiff"),
    (b"RIFF", "riff"), (b"ID3", "mp3"), (b"OggS", "ogg"), (b"\x1aE\xdf\xa3", "matroska"), (b"Rar!", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"), (b"\x1f\x8b", "gzip"), (b"BZh", "bzip2"), (b"\xfd7zXZ", "xz"),
    (b"\x7fELF", "program"), (b"MZ\x90", "program"), (b"{\\rtf", "rtf"), (b"%!PS", "postscript"),
    (b"age-encryption.org/", "age"), (b"SQLite format 3\0", "sqlite"),
)  # fmt: skip
_MOVIE = slice(4, 8)
_WEB_START = re.compile(
    rb"(?:\s|<!--.*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_TAGS = re.compile(rb"<(?:p|div|br|table|span|h[1-6]|a|meta|title)\b", re.IGNORECASE)
_HEADER = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]", re.MULTILINE)
_SENT = frozenset({b"received", b"mime-version", b"message-id", b"return-path", b"dkim-signature"})
_WRITTEN = frozenset({b"from", b"to", b"date", b"subject"})


def form_of(data: bytes, file_name: str) -> Form:
    """The form of a file; raises PasswordProtected, TruncatedFile, Mislabelled or UnknownForm where it has none."""
    ending = PurePath(file_name).suffix.lower()
    if b"%PDF-" in data[:1024]:
        return Form.PDF
    if data.startswith(b"PK\x03\x04"):
        return _of_zip(data, ending)
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise PasswordProtected("docx")
        _refuse("ole", ending)
    for magic, name in _OTHERS:
        if data.startswith(magic):
            _refuse(name, ending)
    if data[_MOVIE] == b"ftyp":
        _refuse("mp4", ending)
    return _of_text(data, ENDINGS.get(ending))


def claims_text(file_name: str) -> bool:
    """Whether the name promises a form that can be read."""
    return PurePath(file_name).suffix.lower() in ENDINGS


def _refuse(name: str, ending: str) -> None:
    raise Mislabelled(name, ending) if ending in ENDINGS else UnknownForm(name)


def _of_zip(data: bytes, ending: str) -> Form:
    if b"word/document.xml" in data or b"word/document2.xml" in data:
        return Form.WORD
    if b"PK\x05\x06" not in data[-66_000:]:
        raise TruncatedFile("zip")
    if ending == ".docx" and b"[Content_Types].xml" in data:
        return Form.WORD
    _refuse("zip", ending)
    raise AssertionError("refused above")


def _of_text(data: bytes, claimed: Form | None) -> Form:
    start = data[:8192]
    if _WEB_START.match(start) or (claimed is Form.WEB_PAGE and _TAGS.search(data)):
        return Form.WEB_PAGE
    if _is_mail(start, claimed):
        return Form.MAIL
    return Form.MARKDOWN if claimed is Form.MARKDOWN else Form.PLAIN


def _is_mail(start: bytes, claimed: Form | None) -> bool:
    """Headers of a letter that was sent; in a file named as mail, headers that a person writes are enough."""
    head = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    first = head.split(b"\n", 1)[0]
    if not _HEADER.match(first) and not first.startswith(b"From "):
        return False
    names = {name.lower() for name in _HEADER.findall(head)}
    if claimed is Form.MAIL:
        return bool(names & (_WRITTEN | _SENT))
    return len(names & _SENT) >= 1 and len(names & _WRITTEN) >= 2
