"""The parts of a DOCX, unpacked under a count that trusts no size the file declares."""

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from heard.reading.extract.limits import MOST_PARTS, MOST_RATIO, MOST_UNPACKED, MOST_XML, SMALL
from heard.terms.errors import Bomb, PasswordProtected, TooLarge, TruncatedFile

_CHUNK = 1 << 16
_DAMAGE = (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, UnicodeDecodeError)


def unpack(data: bytes) -> dict[str, bytes]:
    """Every part by name. Archives inside parts are never opened, so that nothing unpacks twice.

    Raises Bomb, TooLarge, PasswordProtected, or TruncatedFile.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _Unpacking(archive, packed=len(data)).all()
    except _DAMAGE as damage:
        raise TruncatedFile("docx") from damage


class _Unpacking:
    """Counts bytes as they come out, and stops at the limits."""

    def __init__(self, archive: ZipFile, *, packed: int) -> None:
        self._archive = archive
        self._packed = packed
        self._out = 0
        self._xml = 0

    def all(self) -> dict[str, bytes]:
        infos = self._archive.infolist()
        if len(infos) > MOST_PARTS:
            raise Bomb("parts", len(infos))
        return {info.filename: self._part(info) for info in infos if not info.is_dir()}

    def _part(self, info: ZipInfo) -> bytes:
        if info.flag_bits & 0x1:
            raise PasswordProtected("zip")
        is_xml = info.filename.lower().endswith((".xml", ".rels", ".vml"))
        chunks = []
        with self._archive.open(info) as part:
            while chunk := part.read(_CHUNK):
                chunks.append(chunk)
                self._count(len(chunk), is_xml=is_xml)
        return b"".join(chunks)

    def _count(self, size: int, *, is_xml: bool) -> None:
        self._out += size
        self._xml += size if is_xml else 0
        if self._out > SMALL and self._out > self._packed * MOST_RATIO:
            raise Bomb("unpacked", self._out)
        if self._out > MOST_UNPACKED or self._xml > MOST_XML:
            raise TooLarge("unpacked", self._out, MOST_UNPACKED)
