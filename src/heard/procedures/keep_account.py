"""Keep an account: the original under custody first, then its text; a killed run is taken up where it stopped."""

from hashlib import sha256
from typing import NamedTuple, Protocol

from heard.custody.acts import Act
from heard.procedures.doing import procedure
from heard.reading.text import Text
from heard.records import exhibits
from heard.records.shelf.accounts import Telling, has_text, pending_accounts, put_account, put_failure, put_text
from heard.register.account import Exhibit
from heard.register.member import Member
from heard.terms.errors import EmptyFile, Malformed, Mislabelled, Unreadable
from heard.terms.when import When


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
    _require(content, title, told)
    with procedure(by=by, needs="account.add") as doing:
        telling = Telling(key=doing.new_id(), title=title.strip(), source=source, told=told, urgent=urgent)
        sealed = exhibits.seal_file([content], item=doing.new_id())
        doing.undo_outside(sealed.remove)
        received = doing.log(
            act=Act.RECEIVED, item=sealed.item, after=sealed.content_sha256, sealed=sealed.sealed_sha256
        )
        exhibits.record(sealed, entry=received)
        added = doing.log(act=Act.ACCOUNT_ADDED, item=telling.key, facts={"exhibit": sealed.item, "source": source})
        exhibit = Exhibit(
            key=sealed.item,
            sha256=sealed.content_sha256,
            name=file_name,
            media_type=media_type,
            size=sealed.content_size,
        )
        put_account(telling, exhibit, sealed=sealed.sealed_sha256, entry=added)
    return _take_text(telling.key, content, file_name, by=by, extract=extract)


def resume_pending(*, by: Member, extract: Extract) -> tuple[Kept, ...]:
    """Take out the text of every account whose run was stopped before; none are left pending."""
    return tuple(
        _take_text(account, b"".join(exhibits.read(exhibit)), file_name, by=by, extract=extract)
        for account, exhibit, file_name in pending_accounts()
    )


def _take_text(account: str, content: bytes, file_name: str, *, by: Member, extract: Extract) -> Kept:
    taken = _taken(content, file_name, extract)
    with procedure(by=by, needs="account.add") as doing:
        if has_text(account):
            return Kept(account, "")
        facts = {"extractor": extract.name}
        before = sha256(content).hexdigest()
        if isinstance(taken, Unreadable):
            facts["error"] = taken.code
            entry = doing.log(act=Act.READING_FAILED, item=account, before=before, facts=facts)
            put_failure(account, taken.code, extractor=extract.name, entry=entry)
            return Kept(account, taken.code)
        entry = doing.log(act=Act.TEXT_EXTRACTED, item=account, before=before, after=taken.sha256, facts=facts)
        put_text(account, taken, extractor=extract.name, entry=entry)
    return Kept(account, "")


def _taken(content: bytes, file_name: str, extract: Extract) -> Text | Unreadable:
    try:
        text = extract(content, file_name=file_name)
        if "\x00" in text.content:
            raise Mislabelled("text")  # no database holds this character, and no letter does
    except Unreadable as unreadable:
        return unreadable
    return text


def _require(content: bytes, title: str, told: str) -> None:
    if not content:
        raise EmptyFile("bytes", 0)
    if not title.strip():
        raise Malformed("title")
    if told:
        When.parse_edtf(told)
