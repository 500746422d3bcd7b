"""Sign how far the custody log has come."""

from heard.custody.acts import Act
from heard.custody.note import Note
from heard.procedures.doing import procedure
from heard.records import keyring, log
from heard.register.member import Member


def checkpoint_log(*, by: Member) -> Note:
    """A signed checkpoint that covers every entry up to and with the one about itself."""
    with procedure(by=by, needs="custody.checkpoint") as doing:
        doing.log(act=Act.LOG_CHECKPOINTED, item=keyring.home_id())
        return log.checkpoint(doing.settle(), at=doing.now)
