"""Keep an account: the original under custody first, then its text and whatever is attached to it."""

from collections.abc import Iterator
from pathlib import Path

from heard.procedures.arriving import arrive
from heard.procedures.consenting import KEEPING, require_consent
from heard.procedures.doing import procedure
from heard.procedures.take_text import Extract, Kept, take_text
from heard.records.shelf.accounts import LONGEST_NAME, LONGEST_TITLE, Telling
from heard.register.account import Urgency
from heard.register.member import Member
from heard.terms.errors import EmptyFile, Malformed
from heard.terms.when import When

__all__ = ["Extract", "Kept", "keep_account"]

_PIECE = 1 << 20


def keep_account(
    *,
    by: Member,
    content: bytes | Path,
    file_name: str,
    media_type: str,
    source: str,
    title: str,
    extract: Extract,
    told: str = "",
    urgency: Urgency | None = None,
) -> Kept:
    """Keep the file sealed and logged, then take its text out; the file is kept even when unreadable.

    `content` is the bytes, or a file to read them from piece by piece; `source` is a source's key, `told` an EDTF date
    or empty, `urgency` why it cannot wait, None where it can. Raises ConsentForbids unless the source granted keeping,
    NotPermitted, NotFound (source), Malformed, EmptyFile where there is not one byte, StorageFull, DatabaseBusy: then
    nothing was kept. A run that is killed later is taken up by `resume_pending`.
    """
    _require(content, file_name, title, told)
    with procedure(by=by, needs="account.add") as doing:
        require_consent(source, KEEPING)
        telling = Telling(
            key=doing.new_id(),
            title=title.strip(),
            source=source,
            told=told,
            urgent=urgency is not None,
            urgency=urgency,
        )
        arrive(doing, telling, _pieces(content), file_name=file_name, media_type=media_type)
    return take_text(telling.key, by=by, extract=extract)


def _pieces(content: bytes | Path) -> Iterator[bytes]:
    if isinstance(content, bytes):
        yield content
        return
    with content.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece


def _require(content: bytes | Path, file_name: str, title: str, told: str) -> None:
    if not (content if isinstance(content, bytes) else content.stat().st_size):
        raise EmptyFile("bytes", 0)
    if not title.strip() or len(title) > LONGEST_TITLE:
        raise Malformed("title")
    if len(file_name) > LONGEST_NAME:
        raise Malformed("file name")
    if told:
        When.parse_edtf(told)
