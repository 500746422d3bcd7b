"""Take the text of a kept account out, and keep each file attached to it as an account of its own."""

from typing import NamedTuple, Protocol

from heard.custody.acts import Act
from heard.procedures.arriving import arrive
from heard.procedures.doing import Doing, procedure
from heard.reading.extract import MOST_BYTES, Extraction, Note, note
from heard.records import exhibits
from heard.records.shelf.accounts import Pending, Telling, pending_account, put_failure, put_text
from heard.records.shelf.attachments import DEEPEST, Nesting, nesting_of, put_attachment, put_notes
from heard.register.attached import attached_title
from heard.register.member import Member
from heard.terms.errors import Mislabelled, TooLarge, Unreadable

#: Attachments kept apart of one arrival, those inside attached letters counted in. A letter that would bring more is
#: kept whole and unopened, with a note.
MOST_ATTACHED = 100


class Extract(Protocol):
    """Takes the text out of a file. `name` is kept with the text: which program and version took it out."""

    name: str

    def __call__(self, content: bytes, *, file_name: str) -> Extraction:
        """The text, notes on it, and files found inside; raises Unreadable (its named kinds) where there is none."""
        ...


class Kept(NamedTuple):
    """An account's key, the code of the error where its text could not be taken out (else empty), what came with it."""

    account: str
    unreadable: str
    title: str = ""
    attached: tuple["Kept", ...] = ()


def take_text(account: str, *, by: Member, extract: Extract) -> Kept:
    """Take the text out of an account that waits for it, then of everything attached to it, each in turn.

    An account that waits for nothing is left alone. Raises NotPermitted, NotFound, BrokenCustody, StorageFull,
    DatabaseBusy; what was kept before stays, and the rest waits for `resume_pending`.
    """
    waiting = pending_account(account)
    if waiting is None:
        return Kept(account, "")
    taken = _taken(waiting, extract)
    if isinstance(taken, Unreadable):
        _fail(waiting, taken, by=by, extract=extract)
        return Kept(account, taken.code, waiting.title)
    attached = _keep(waiting, taken, by=by, extract=extract)
    return Kept(account, "", waiting.title, tuple(take_text(key, by=by, extract=extract) for key in attached))


def _taken(waiting: Pending, extract: Extract) -> Extraction | Unreadable:
    if waiting.size > MOST_BYTES:
        return TooLarge("bytes", waiting.size, MOST_BYTES)
    content = b"".join(exhibits.read(waiting.exhibit))
    try:
        found = extract(content, file_name=waiting.file_name)
        if "\x00" in found.text.content:
            raise Mislabelled("text")  # no database holds this character, and no letter does
    except Unreadable as unreadable:
        return unreadable
    return found


def _fail(waiting: Pending, unreadable: Unreadable, *, by: Member, extract: Extract) -> None:
    facts = {"extractor": extract.name, "error": unreadable.code}
    with procedure(by=by, needs="account.add") as doing:
        if pending_account(waiting.account):
            entry = doing.log(act=Act.READING_FAILED, item=waiting.account, before=waiting.sha256, facts=facts)
            put_failure(waiting.account, unreadable.code, extractor=extract.name, entry=entry)


def _keep(waiting: Pending, found: Extraction, *, by: Member, extract: Extract) -> tuple[str, ...]:
    """The text, its notes and the attached files, in one transaction: none of them is ever there without the others."""
    facts = {"extractor": extract.name}
    with procedure(by=by, needs="account.add") as doing:
        if pending_account(waiting.account) is None:
            return ()
        after = found.text.sha256
        entry = doing.log(act=Act.TEXT_EXTRACTED, item=waiting.account, before=waiting.sha256, after=after, facts=facts)
        put_text(waiting.account, found.text, extractor=extract.name, entry=entry)
        opened = _opened(found, nesting_of(waiting.account))
        put_notes(waiting.account, _notes(found, opened), entry=entry)
        return tuple(_attach(doing, waiting, name, content, by=by) for name, content in opened)


def _opened(found: Extraction, nesting: Nesting) -> tuple[tuple[str, bytes], ...]:
    """All attachments, or none where they lie too deep or are too many."""
    too_deep = nesting.depth >= DEEPEST
    too_many = nesting.attached + len(found.attachments) > MOST_ATTACHED
    return () if too_deep or too_many else found.attachments


def _notes(found: Extraction, opened: tuple[tuple[str, bytes], ...]) -> tuple[str, ...]:
    """The notes on the text; where the attachments stay unopened, that instead of how many there are."""
    if len(opened) == len(found.attachments):
        return found.notes
    kept = (said for said in found.notes if said.partition(" ")[0] != Note.ATTACHMENTS)
    return (*kept, note(Note.ATTACHMENTS_UNOPENED, len(found.attachments)))


def _attach(doing: Doing, waiting: Pending, name: str, content: bytes, *, by: Member) -> str:
    telling = Telling(
        key=doing.new_id(),
        title=attached_title(name, waiting.title, by.language),
        source=waiting.source,
        told=waiting.told,
        urgent=waiting.urgent,
        urgency=waiting.urgency,
    )
    entry = arrive(doing, telling, [content], file_name=name, media_type="")
    put_attachment(telling.key, within=waiting.account, entry=entry)
    return telling.key
