"""Run by a test as a process of its own: keep one account and be killed at a point, or take up what was left.

Words on the command line: folder of the home; `keep POINT` or `resume`. POINT is "sealing", "recorded" or "text".
"""

import os
import signal
import sys
from pathlib import Path

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "heard.desk.settings"
django.setup()

from tests.house import AYSEL, LETTER, a_source, letter  # noqa: E402
from tests.storage import CHEAP, PASSPHRASE  # noqa: E402

from heard.procedures.keep_account import keep_account  # noqa: E402
from heard.procedures.resume_pending import resume_pending  # noqa: E402
from heard.reading.extract import Extraction  # noqa: E402
from heard.records import exhibits  # noqa: E402
from heard.records.home import bring_up_to_date, create_home, open_home  # noqa: E402
from heard.records.queries.accounts import account_page, accounts_page  # noqa: E402
from heard.records.shelf import accounts  # noqa: E402


class Plain:
    """Takes the text out, unless the power goes."""

    name = "plain 1"

    def __init__(self, *, killed: bool = False) -> None:
        self.killed = killed

    def __call__(self, content: bytes, *, file_name: str) -> Extraction:
        if self.killed:
            die()
        return Extraction(text=letter(content.decode()), media_type="text/plain")


def die(*_: object, **__: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def keep(point: str) -> None:
    source = a_source()
    if point == "sealing":
        exhibits.record = die
    if point == "recorded":
        accounts.standing.refresh_accounts = die
    keep_account(
        by=AYSEL,
        content=LETTER.encode(),
        file_name="letter.txt",
        media_type="text/plain",
        source=source,
        title="A letter",
        extract=Plain(killed=point == "text"),
    )


def main(folder: Path, verb: str, point: str = "") -> None:
    if verb == "keep":
        create_home(folder, PASSPHRASE, cost=CHEAP)
    open_home(folder, PASSPHRASE)
    bring_up_to_date()
    if verb == "keep":
        keep(point)
    taken = resume_pending(by=AYSEL, extract=Plain())
    lines = accounts_page(AYSEL).items
    readable = [account_page(AYSEL, line.key).text == letter() for line in lines]
    originals = [
        b"".join(exhibits.read(account_page(AYSEL, line.key).account.exhibit.key)) == LETTER.encode() for line in lines
    ]
    print(len(taken), len(lines), all(readable), all(originals))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
