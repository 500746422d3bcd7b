"""Let a reader propose drafts for an account."""

from heard.custody.acts import Act
from heard.procedures.consenting import READING, consents, require_consent
from heard.procedures.doing import procedure
from heard.procedures.take_text import Kept
from heard.reading.reader import Reader
from heard.records.shelf.accounts import account_row, text_of
from heard.records.shelf.drafts import drafts_sha256, put_reading, was_read
from heard.register.member import Member


def read_account(*, by: Member, account: str, reader: Reader) -> int:
    """Keep the reader's drafts and names; how many drafts. Read twice by the same reader and version: nothing is added.

    Raises ConsentForbids unless its source granted reading by a program, NotFound where there is no account or it has
    no text (yet), Misquoted where a draft speaks of another text.
    """
    row = account_row(account)
    require_consent(row.source.key, READING)
    text = text_of(row)
    drafts, names = tuple(reader.read(text)), tuple(reader.names(text))
    with procedure(by=by, needs="account.read") as doing:
        if was_read(row, reader.name, reader.version):
            return 0
        facts = {"reader": reader.name, "version": reader.version, "drafts": str(len(drafts)), "text": text.sha256}
        entry = doing.log(act=Act.ACCOUNT_READ, item=account, after=drafts_sha256(drafts), facts=facts)
        put_reading(row, text, reader, drafts, names, new_id=doing.new_id, entry=entry)
    return len(drafts)


def read_kept(kept: Kept, *, by: Member, reader: Reader) -> int:
    """Read an account that was just kept, and everything attached to it in turn; how many drafts in all.

    What cannot be read is passed over, as `kept` names it, and so is what its source did not let a program read.
    """
    readable = not kept.unreadable and may_be_read(kept.account)
    own = read_account(by=by, account=kept.account, reader=reader) if readable else 0
    return own + sum(read_kept(attached, by=by, reader=reader) for attached in kept.attached)


def may_be_read(account: str) -> bool:
    """Whether the account's source granted reading by a program. Raises NotFound."""
    return consents(account_row(account).source.key, READING)
