"""A process of its own that keeps writing entries: writers.py HOME DATABASE ACTOR COUNT."""

# ruff: noqa: E402  # Django is set up before the tables are imported

import os
import sys
from pathlib import Path

os.environ["DJANGO_SETTINGS_MODULE"] = "heard.desk.settings"

import django

django.setup()

from django.conf import settings

from heard.custody.acts import Act
from heard.procedures.doing import procedure
from heard.records.home import open_home
from heard.register.member import Member, MemberRole


def write(actor: str, count: int) -> None:
    """Say each index on a line as soon as it is lasting; `count` procedures of three entries each."""
    member = Member(key=actor, name="Rauf K.", role=MemberRole.DOCUMENTER)
    for _ in range(count):
        with procedure(by=member, needs="account.view") as doing:
            written = [doing.log(act=Act.VIEWED, item=doing.new_id()) for _ in range(3)]
        print(*written, sep="\n", flush=True)


if __name__ == "__main__":
    home, database, actor, count = sys.argv[1:]
    open_home(Path(home), "seven grey herons")
    settings.DATABASES["default"]["NAME"] = database
    write(actor, int(count))
