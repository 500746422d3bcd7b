"""Keep an account: the original under custody first, then its text; a killed run is taken up where it stopped."""

from typing import NamedTuple, Protocol

from heard.reading.text import Text
from heard.register.member import Member


class Extract(Protocol):
    """Takes the text out of a file. `name` is kept with the text: which program and version took it out."""

    name: str

    def __call__(self, content: bytes, *, file_name: str) -> Text:
        """The text; raises Unreadable (its named kinds) where there is none to be had."""
        ...


class Kept(NamedTuple):
    """The key of the account, and the code of the error where its text could not be taken out (else empty)."""

    account: str
    unreadable: str


def keep_account(
    *,
    by: Member,
    content: bytes,
    file_name: str,
    media_type: str,
    source: str,
    title: str,
    extract: Extract,
    told: str = "",
    urgent: bool = False,
) -> Kept:
    """Keep the file sealed and logged, then take its text out; the file is kept even when unreadable.

    `source` is a source's key, `told` an EDTF date or empty. Raises NotPermitted, NotFound (source), Malformed,
    EmptyFile where there is not one byte, StorageFull, DatabaseBusy: then nothing was kept.
    """
    raise NotImplementedError


def resume_pending(*, by: Member, extract: Extract) -> tuple[Kept, ...]:
    """Take out the text of every account whose run was stopped before; none are left pending."""
    raise NotImplementedError
