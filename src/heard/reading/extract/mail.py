"""EML: who wrote to whom, when and about what, then the words of the letter; what is attached is handed on."""

import re
from collections.abc import Iterable
from email import message_from_bytes
from email.errors import (
    CloseBoundaryNotFoundDefect,
    HeaderParseError,
    InvalidBase64CharactersDefect,
    InvalidBase64LengthDefect,
    StartBoundaryNotFoundDefect,
)
from email.header import decode_header, make_header
from email.message import Message

from heard.reading.extract.decoding import decode
from heard.reading.extract.limits import DEEPEST_MAIL, MOST_MAIL_PARTS
from heard.reading.extract.taken import Note, Taken, note
from heard.reading.extract.web_page import of_markup
from heard.reading.lines import paragraph_starts
from heard.terms.errors import Bomb, EmptyFile, TruncatedFile

SHOWN_HEADERS = ("From", "To", "Cc", "Date", "Subject")
_DAMAGE = (
    CloseBoundaryNotFoundDefect,
    StartBoundaryNotFoundDefect,
    InvalidBase64LengthDefect,
    InvalidBase64CharactersDefect,
)
_BOUNDARY = re.compile(rb"boundary\s*=", re.IGNORECASE)
_UNFOLDED = re.compile(r"\s*[\r\n]+\s*")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\]")
_NAME_LENGTH = 120


def take_mail(data: bytes) -> Taken:
    """Headers a line each, an empty line, the body; raises TruncatedFile, EmptyFile, or Bomb for parts without end."""
    if len(_BOUNDARY.findall(data)) > DEEPEST_MAIL:
        raise Bomb("mail parts in each other", DEEPEST_MAIL)
    letter = message_from_bytes(data)
    leaves = _leaves(letter)
    body, attachments, notes = _sorted(leaves)
    head = _head(letter, SHOWN_HEADERS) or _head(letter, letter.keys())
    if not body.content.strip() and not attachments:
        raise EmptyFile("mail")
    before = f"{head}\n" if head else ""
    starts = sorted({*_header_starts(head), *(len(before) + start for start in body.paragraph_starts)})
    filled = tuple((name, inside) for name, inside in attachments if inside)
    counts = ((Note.ATTACHMENTS, len(filled)), (Note.ATTACHMENTS_EMPTY, len(attachments) - len(filled)))
    notes += tuple(note(what, count) for what, count in counts if count)
    content = before + body.content
    return Taken(content=content, paragraph_starts=tuple(starts), notes=body.notes + notes, attachments=filled)


def _leaves(letter: Message) -> list[Message]:
    """The parts that hold something, in order; a letter inside the letter is one part."""
    waiting, leaves = [letter], []
    while waiting:
        part = waiting.pop()
        if any(isinstance(defect, _DAMAGE) for defect in part.defects):
            raise TruncatedFile("mail")
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            waiting.extend(reversed(_inner(part)))
        else:
            leaves.append(part)
        if len(leaves) + len(waiting) > MOST_MAIL_PARTS:
            raise Bomb("mail parts", MOST_MAIL_PARTS)
    return leaves


def _inner(part: Message) -> list[Message]:
    """The parts of a multipart; of several wordings of one letter, the plain one where it says something."""
    parts = [inner for inner in part.get_payload() if isinstance(inner, Message)]
    if part.get_content_subtype() != "alternative":
        return parts
    plain = [inner for inner in parts if inner.get_content_type() == "text/plain" and _bytes(inner).strip()]
    others = [inner for inner in parts if not _is_words(inner)]
    return (plain[:1] or [inner for inner in parts if _is_words(inner)][-1:]) + others


def _is_words(part: Message) -> bool:
    attached = part.get_content_disposition() == "attachment" or part.get_filename()
    return not attached and part.get_content_type() in ("text/plain", "text/html")


def _sorted(leaves: list[Message]) -> tuple[Taken, tuple[tuple[str, bytes], ...], tuple[str, ...]]:
    bodies = [_body(part) for part in leaves if _is_words(part)]
    attached = [part for part in leaves if not _is_words(part)]
    attachments = tuple((_name(part, number), _bytes(part)) for number, part in enumerate(attached, 1))
    content = "\n\n".join(body.content for body in bodies)
    starts: list[int] = []
    position = 0
    for body in bodies:
        starts.extend(position + start for start in body.paragraph_starts)
        position += len(body.content) + 2
    notes = tuple(dict.fromkeys(found for body in bodies for found in body.notes))
    return Taken(content=content, paragraph_starts=tuple(starts) or (0,)), attachments, notes


def _body(part: Message) -> Taken:
    content, notes = decode(_bytes(part), part.get_content_charset() or "")
    if part.get_content_subtype() == "html" and content.strip():
        page = of_markup(content)
        return Taken(content=page.content, paragraph_starts=page.paragraph_starts, notes=notes + page.notes)
    return Taken(content=content, paragraph_starts=paragraph_starts(content), notes=notes)


def _bytes(part: Message) -> bytes:
    payload = part.get_payload()
    if isinstance(payload, list):
        return b"\n".join(inner.as_bytes() for inner in payload if isinstance(inner, Message))
    decoded = part.get_payload(decode=True)
    if any(isinstance(defect, _DAMAGE) for defect in part.defects):
        raise TruncatedFile("mail")
    return decoded if isinstance(decoded, bytes) else b""


def _name(part: Message, number: int) -> str:
    ending = ".eml" if part.get_content_maintype() == "message" else ""
    written = _decoded(part.get_filename() or "")
    name = _UNSAFE.sub("_", written.replace("\\", "/").rsplit("/", 1)[-1]).strip(". ")
    return name[-_NAME_LENGTH:] or f"attachment-{number}{ending}"


def _head(letter: Message, names: Iterable[str]) -> str:
    return "".join(f"{name}: {words}\n" for name in dict.fromkeys(names) if (words := _header(letter, name)))


def _header(letter: Message, name: str) -> str:
    return _UNFOLDED.sub(" ", _decoded(str(letter.get(name, "")))).strip()


def _decoded(written: str) -> str:
    """A header as it reads; one that is not rightly encoded is kept as written."""
    try:
        words = str(make_header(decode_header(written)))
    except (HeaderParseError, LookupError, UnicodeError, ValueError):
        words = written
    return words.encode("utf-8", errors="replace").decode()


def _header_starts(head: str) -> tuple[int, ...]:
    starts = [0]
    for line in head.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return tuple(starts[:-1])
