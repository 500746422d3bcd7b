"""How a file comes in, whoever sends it: sealed, logged, and an account whose text is still to be taken out."""

from collections.abc import Iterable

from heard.custody.acts import Act
from heard.procedures.doing import Doing
from heard.records import exhibits
from heard.records.shelf.accounts import Telling, put_account
from heard.register.account import Exhibit


def arrive(doing: Doing, telling: Telling, content: Iterable[bytes], *, file_name: str, media_type: str) -> int:
    """Keep one file as the account `telling`, inside a procedure; the index of the account's custody entry.

    Raises StorageFull. The sealed file is taken away again where the procedure fails.
    """
    sealed = exhibits.seal_file(content, item=doing.new_id())
    doing.undo_outside(sealed.remove)
    received = doing.log(act=Act.RECEIVED, item=sealed.item, after=sealed.content_sha256, sealed=sealed.sealed_sha256)
    exhibits.record(sealed, entry=received)
    facts = {"exhibit": sealed.item, "source": telling.source}
    added = doing.log(act=Act.ACCOUNT_ADDED, item=telling.key, facts=facts)
    exhibit = Exhibit(
        key=sealed.item,
        sha256=sealed.content_sha256,
        name=file_name,
        media_type=media_type,
        size=sealed.content_size,
    )
    put_account(telling, exhibit, sealed=sealed.sealed_sha256, entry=added)
    return added
