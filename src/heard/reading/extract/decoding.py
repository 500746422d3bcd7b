"""Bytes to characters: the encoding a file names, or proves by its bytes, or most likely has."""

import codecs
import re

from charset_normalizer import from_bytes

from heard.reading.extract.taken import Note, note
from heard.terms.errors import UnknownForm

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Encodings of old letters in the three languages, as charset-normalizer names them.
OLD_ENCODINGS = ["cp1251", "cp1254", "koi8_r", "cp866", "mac_cyrillic"]
#: Encodings a web page or an e-mail may name.
NAMED_ENCODINGS = frozenset(
    {"utf-8", "ascii", "utf-16", "utf-16-le", "utf-16-be", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255"}
    | {"cp1256", "cp1257", "koi8-r", "koi8-u", "cp866", "iso8859-1", "iso8859-2", "iso8859-3", "iso8859-5", "iso8859-9"}
    | {"iso8859-15", "mac-cyrillic", "gb18030", "big5", "euc_kr", "shift_jis"}
)
_UPPER_BYTES = (b"\x00", b"\x01", b"\x02", b"\x04", b"\x20")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_DIRECTION = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_WHOLE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")


def decode(data: bytes, declared: str = "") -> tuple[str, tuple[str, ...]]:
    """The characters of `data` and notes on its encoding; raises UnknownForm where the bytes are no text."""
    content, notes = _decoded(data, declared)
    if len(_CONTROL.findall(content)) > 8 + len(content) // 20:
        raise UnknownForm("binary")
    mended = _SURROGATE.sub("\ufffd", content)
    if mended != content:
        notes += (note(Note.ENCODING_DAMAGED, len(_SURROGATE.findall(content))),)
    return mended, notes


def notes_on(content: str) -> tuple[str, ...]:
    """Notes on characters that are kept but may deceive the eye."""
    found = ((Note.NUL_CHARACTERS, content.count("\0")), (Note.DIRECTION_CONTROLS, len(_DIRECTION.findall(content))))
    return tuple(note(what, count) for what, count in found if count)


def _decoded(data: bytes, declared: str) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            content, notes = _replacing(data[len(mark) :], encoding)
            return content, (note(Note.BYTE_ORDER_MARK), *notes)
    if declared and (named := _known(declared)):
        return _replacing(data, named)
    if wide := _unmarked_wide(data):
        return data.decode(wide, errors="replace"), (note(Note.ENCODING_GUESSED, wide),)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _guessed(data)


def _unmarked_wide(data: bytes) -> str:
    """The kind of UTF-16 that a file without a mark has, told by the upper bytes of its letters."""
    if len(data) < 8 or len(data) % 2 or b"\0" not in data:
        return ""
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        upper = data[first::2]
        if sum(upper.count(byte) for byte in _UPPER_BYTES) > 0.95 * len(upper):
            return encoding
    return ""


def _known(declared: str) -> str:
    try:
        name = codecs.lookup(declared.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return ""
    return name if name in NAMED_ENCODINGS else ""


def _replacing(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError:
        content = data.decode(encoding, errors="replace")
        return content, (note(Note.ENCODING_DAMAGED, content.count("\ufffd")),)


def _guessed(data: bytes) -> tuple[str, tuple[str, ...]]:
    content = data.decode("utf-8", errors="replace")
    if len(_WHOLE.findall(data)) > 4 * content.count("\ufffd"):
        return content, (note(Note.ENCODING_DAMAGED, content.count("\ufffd")),)
    best = from_bytes(data, cp_isolation=OLD_ENCODINGS).best()
    if best is None or _CONTROL.search(str(best)):
        raise UnknownForm("binary")
    return data.decode(best.encoding), (note(Note.ENCODING_GUESSED, best.encoding),)
