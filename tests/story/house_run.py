"""Run by tests as a process of its own: one act in the home at FOLDER, then how the home was left, as JSON.

Words on the command line: FOLDER ACT [WORD]. HEARD_STORY_DATABASE is libpq's string, or empty for SQLCipher.
"""

# ruff: noqa: E402  # Django is set up before the tables are imported

import json
import os
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "heard.desk.settings"
django.setup()

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from tests.house import KEPT_AND_READ
from tests.storage import CHEAP, PASSPHRASE
from tests.story.bad_files import PNG, WORDS, mail

from heard.desk import create_member, prepare
from heard.desk.engines import extractor
from heard.procedures.add_source import add_source
from heard.procedures.keep_account import keep_account
from heard.records import exhibits
from heard.records import models as tables
from heard.records.derive.whole import differences
from heard.records.home import bring_up_to_date, create_home, current_home, open_home
from heard.records.rehash import rehash
from heard.records.shelf import accounts
from heard.register.account import Relation
from heard.terms.errors import HeardError

LETTER = mail(("list.txt", WORDS.encode()), ("photo.png", PNG))
LANGUAGES = ("en", "az", "ru")


def begin(folder: Path) -> None:
    create_home(folder, PASSPHRASE, database=os.environ["HEARD_STORY_DATABASE"], cost=CHEAP)
    open_home(folder, PASSPHRASE)
    bring_up_to_date()
    create_member(username="admin", name="Admin", role="administrator", password="a long enough password")
    create_member(username="aysel", name="Aysel", role="documenter", password="a long enough password")
    add_source(by=_aysel().member, label="a relative", relation=Relation.RELATIVE, grade="C", consent=KEPT_AND_READ)
    logged_in = Client()
    logged_in.force_login(_aysel())
    (folder / "session").write_text(logged_in.cookies["sessionid"].value)


def keep(size: str = "") -> str:
    """Keep the letter, or that many bytes; how it ended."""
    content = bytes(int(size)) if size else LETTER
    source = tables.Source.objects.get().key
    try:
        keep_account(
            by=_aysel().member,
            content=content,
            file_name="letter.eml",
            media_type="",
            source=source,
            title="A letter",
            extract=extractor(),
        )
    except HeardError as refused:
        return refused.code
    return "kept"


def send(size: str = "") -> dict[str, list[Any]]:
    """The same at the desk, once in each language; status and page of each answer."""
    settings.HEARD_SECOND_FACTOR = False
    settings.ALLOWED_HOSTS = ["testserver"]
    content = bytes(int(size)) if size else LETTER
    return {language: _sent(language, content) for language in LANGUAGES}


def _sent(language: str, content: bytes) -> list[Any]:
    client = Client(raise_request_exception=False)
    client.cookies["sessionid"] = (current_home().path / "session").read_text()
    client.cookies["django_language"] = language
    form = {"title": "A letter", "source": tables.Source.objects.get().key}
    answer = client.post("/accounts/add/", form | {"file": SimpleUploadedFile("letter.eml", content)})
    return [answer.status_code, answer.content.decode()]


def impatient() -> None:
    """Wait a fraction of a second for another writer instead of twenty."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 300" if connection.vendor == "sqlite" else "SET lock_timeout = '300ms'")


def hold() -> None:
    """Be the one who writes, until standard input ends."""
    with connection.cursor() as cursor:
        cursor.execute("BEGIN IMMEDIATE" if connection.vendor == "sqlite" else "BEGIN")
        if connection.vendor == "postgresql":
            cursor.execute("SELECT FROM custody_head FOR UPDATE")
        print("held", flush=True)
        sys.stdin.read()
        cursor.execute("ROLLBACK")


def killed(point: str) -> None:
    """Keep the letter and die at a point."""
    if point == "while sealing":
        exhibits.record = _die
    if point == "before it is recorded whole":
        accounts.standing.refresh_accounts = _die
    if point == "while the text is taken out":
        accounts.pending_account.__globals__["tables"].AccountText.objects.create = _die
    if point == "while an attachment is sealed":
        exhibits.seal_file = _third(exhibits.seal_file)
    keep()


def _third(seal: Callable[..., Any]) -> Callable[..., Any]:
    def dying(content: Any, *, item: str) -> Any:
        if tables.ItemKey.objects.count() == 2:
            _die()
        return seal(content, item=item)

    return dying


def _die(*_: object, **__: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def start(folder: Path) -> list[int]:
    """What `heard desk` does before it serves; how many accounts it finished."""
    return [prepare(folder, PASSPHRASE).accounts]


def left() -> dict[str, Any]:
    """Everything that could be half written."""
    old = exhibits.sweep(before=datetime.now(UTC) + timedelta(days=1))
    return {
        "accounts": tables.Account.objects.count(),
        "exhibits": tables.Exhibit.objects.count(),
        "keys": tables.ItemKey.objects.count(),
        "texts": tables.AccountText.objects.count(),
        "unreadable": tables.UnreadableAccount.objects.count(),
        "readings": tables.Reading.objects.count(),
        "pending": len(accounts.pending_accounts()),
        "sound": rehash().size == tables.CustodyEntry.objects.count() and differences() == (),
        "whole": all(exhibits.check(item) for item in exhibits.items()),
        "letters": sum(b"".join(exhibits.read(item)) == LETTER for item in exhibits.items()),
        "swept": old,
    }


def _aysel() -> tables.MemberAccount:
    return tables.MemberAccount.objects.get(username="aysel")


def main(folder: Path, act: str, *words: str) -> None:
    if act == "begin":
        begin(folder)
        return
    said: object = start(folder) if act == "start" else None
    if act != "start":
        open_home(folder, PASSPHRASE)
    if act in {"keep busy", "send busy"}:
        impatient()
    acts = {"keep": keep, "keep busy": keep, "send": send, "send busy": send, "hold": hold, "killed": killed}
    if act in acts:
        said = acts[act](*words)  # type: ignore[operator]
    print(json.dumps({"said": said, "left": {} if "busy" in act or act == "hold" else left()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
