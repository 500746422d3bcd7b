"""A process whose home lies on a disk of a few hundred kilobytes: filling.py FOLDER, inside its own mount namespace.

Prints what became of a large exhibit, a large log, and then of a small entry and the files.
"""

# ruff: noqa: E402  # Django is set up before the tables are imported

import os
import subprocess
import sys
from pathlib import Path

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "heard.desk.settings"
django.setup()

from heard.custody.acts import Act
from heard.procedures.doing import procedure
from heard.records import exhibits, log
from heard.records.home import bring_up_to_date, create_home, open_home
from heard.records.rehash import rehash
from heard.records.wrapping import Cost
from heard.register.member import Member, MemberRole
from heard.terms.errors import HeardError

BY = Member(key="a" * 32, name="Rauf K.", role=MemberRole.DOCUMENTER)


def keep(size: int) -> str:
    try:
        with procedure(by=BY, needs="account.add") as doing:
            file = exhibits.seal_file([bytes(size)], item=doing.new_id())
            exhibits.record(file, entry=doing.log(act=Act.SEALED, item=file.item, sealed=file.sealed_sha256))
    except HeardError as refused:
        return refused.code
    return "kept"


def note(reason: str) -> str:
    try:
        with procedure(by=BY, needs="account.view") as doing:
            doing.log(act=Act.VIEWED, item=doing.new_id(), reason=reason)
    except HeardError as refused:
        return refused.code
    return "noted"


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)], check=True)
    home = create_home(folder / "home", "nine quiet bridges", cost=Cost(passes=1, memory=8, lanes=1))
    open_home(home.path, "nine quiet bridges")
    bring_up_to_date()
    print(keep(20_000), keep(4 << 20), note("r" * 1_000_000), note("r" * 1_000_000), note("r" * 1_000_000), note(""))
    print(len(list(home.exhibits.rglob("*.*"))), rehash().size == log.head().size)
