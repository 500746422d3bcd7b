"""CPU of every list, filter, search and page of the desk at 100,000 claims on 20,000 accounts: under 100 ms each.

`python bench/desk_queries.py [sqlite] [postgresql]`. The SQLite register is built once and kept in a temporary folder.
CPU is this process's and, for PostgreSQL, its backend's. The last lines set a colleague's page beside heavy searches.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from typing import Any

import django

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]
os.environ["DJANGO_SETTINGS_MODULE"] = "heard.desk.settings"
django.setup()

from desk_register import READER, build  # noqa: E402
from django.db import connection  # noqa: E402
from tests.cluster import Cluster  # noqa: E402

from heard.records import models as tables  # noqa: E402
from heard.records.home import bring_up_to_date, create_home, open_home  # noqa: E402
from heard.records.queries.accounts import account_page, accounts_page, sources  # noqa: E402
from heard.records.queries.claims import ClaimFilter, claim, claims_of_account, claims_page  # noqa: E402
from heard.records.queries.drafts import drafts  # noqa: E402
from heard.records.queries.house import custody_trail  # noqa: E402
from heard.records.queries.incidents import incident_page  # noqa: E402
from heard.records.queries.judgements import findings, judgements_of  # noqa: E402
from heard.records.queries.pages import State  # noqa: E402
from heard.records.queries.persons import person_page, place_page, referents_page  # noqa: E402
from heard.records.search import search_names, search_texts  # noqa: E402
from heard.records.wrapping import Cost  # noqa: E402
from heard.terms.saying import Kind, NameKind, Polarity, Role  # noqa: E402

BAR, ROUNDS = 100.0, 15
PASSPHRASE, CHEAP = "bench", Cost(passes=1, memory=8, lanes=1)
TICK = os.sysconf("SC_CLK_TCK")
Question = Callable[[], Any]


def main(engines: list[str]) -> None:
    slow = []
    for engine in engines or ["sqlite", "postgresql"]:
        cluster = Cluster(quick=True) if engine == "postgresql" else None
        try:
            _open(engine, cluster.database if cluster else "")
            slow += [f"{engine}: {name}" for name in _measure(engine)]
            _beside(engine)
        finally:
            connection.close()
            if cluster:
                cluster.stop()
    print("over the bar: " + "; ".join(slow) if slow else f"all under {BAR:.0f} ms CPU")
    sys.exit(bool(slow))


def _open(engine: str, database: str) -> None:
    folder = Path(tempfile.gettempdir()) / f"heard-bench-desk-{os.getuid()}" / engine
    if database:
        folder = Path(tempfile.mkdtemp(prefix="heard-bench-"))
    built = folder / "built"
    if not (folder / "home.json").exists():
        create_home(folder, PASSPHRASE, database=database, cost=CHEAP)
    open_home(folder, PASSPHRASE)
    if not built.exists():
        begun = time.perf_counter()
        bring_up_to_date()
        build()
        built.touch()
        print(f"{engine}: built in {time.perf_counter() - begun:.0f} s")
    print(
        f"{engine}: {tables.Account.objects.count():,} accounts, {tables.Claim.objects.count():,} claims, "
        f"{tables.Mention.objects.count():,} mentions, {tables.Referent.objects.count():,} referents, "
        f"{tables.Passage.objects.count():,} passages"
    )


def _questions() -> dict[str, Question]:
    by = READER
    person = tables.Referent.objects.filter(kind="person").order_by("-mentions").values_list("key", flat=True)[0]
    rare = tables.Referent.objects.filter(kind="person", mentions=2).values_list("key", flat=True)[0]
    place = tables.Referent.objects.filter(kind="place").order_by("-mentions").values_list("key", flat=True)[0]
    account = tables.Account.objects.order_by("pk").values_list("key", flat=True)[9_000]
    act = tables.Claim.objects.filter(kind="act").order_by("pk").values_list("key", flat=True)[900]
    source = tables.Source.objects.order_by("pk").values_list("key", flat=True)[77]
    march = {"earliest": "2024-03-01", "latest": "2024-03-31"}

    def claims(after: str = "", **wanted: Any) -> Question:
        return lambda: claims_page(by, ClaimFilter(**wanted), after=after)

    return {
        "inbox": lambda: accounts_page(by),
        "inbox, page 2": lambda: accounts_page(by, after=accounts_page(by).after),
        "inbox: to decide": lambda: accounts_page(by, state=State.TO_DECIDE),
        "inbox: pending (none)": lambda: accounts_page(by, state=State.PENDING),
        "inbox: Russian": lambda: accounts_page(by, language="ru"),
        "inbox: urgent": lambda: accounts_page(by, urgent=True),
        "inbox: mine": lambda: accounts_page(by, holder=by.key),
        "inbox: nobody's": lambda: accounts_page(by, holder=""),
        "inbox: one source": lambda: accounts_page(by, source=source),
        "inbox: Russian, urgent, to decide": lambda: accounts_page(
            by, language="ru", urgent=True, state=State.TO_DECIDE
        ),
        "sources": lambda: sources(by),
        "account": lambda: account_page(by, account),
        "drafts of an account": lambda: drafts(by, account),
        "claims of an account": lambda: claims_of_account(by, account),
        "claim": lambda: claim(by, act),
        "claims": claims(),
        "claims, deep page": claims(after="50000"),
        "claims: acts": claims(kind=Kind.ACT),
        "claims: one type": claims(type="torture"),
        "claims: denied": claims(polarity=Polarity.DENIED),
        "claims: unreviewed": claims(reviewed=False),
        "claims: in a month": claims(**march),
        "claims: before all (none)": claims(latest="1990-01-01"),
        "claims: a place": claims(place=place),
        "claims: a frequent person": claims(person=person),
        "claims: a frequent person as perpetrator": claims(person=person, role=Role.PERPETRATOR),
        "claims: a rare person": claims(person=rare),
        "claims: an account": claims(account=account),
        "claims: denied torture in a month": claims(type="torture", polarity=Polarity.DENIED, **march),
        "claims: person, place, month": claims(person=person, place=place, **march),
        "claims: person, type, place, denied": claims(
            person=person, type="torture", place=place, polarity=Polarity.DENIED
        ),
        "persons": lambda: referents_page(by, NameKind.PERSON),
        "places": lambda: referents_page(by, NameKind.PLACE),
        "person (frequent)": lambda: person_page(by, person),
        "person (rare)": lambda: person_page(by, rare),
        "place": lambda: place_page(by, place),
        "incident": lambda: incident_page(by, act),
        "judgements of a person": lambda: judgements_of(by, person),
        "findings": lambda: findings(by),
        "custody trail": lambda: custody_trail(by, account),
        "search: a word in every passage": lambda: search_texts(by, "prison"),
        "search: two words in every passage": lambda: search_texts(by, "prison nobody"),
        "search: in a fifth of accounts": lambda: search_texts(by, "lawyer"),
        "search: 1 of 1,000": lambda: search_texts(by, "lighthouse"),
        "search: in none": lambda: search_texts(by, "zeppelin"),
        "search: common and rare": lambda: search_texts(by, "prison lighthouse"),
        "search: common and none": lambda: search_texts(by, "prison zeppelin"),
        "search: a name in Cyrillic": lambda: search_texts(by, "Гасанлы"),
        "search: a name in ASCII": lambda: search_texts(by, "ulvi hesenli"),
        "search: a rare name": lambda: search_texts(by, "Günel Əzizla7"),
        "names: frequent": lambda: search_names(by, "Ulvi Hasanli"),
        "names: Cyrillic, persons only": lambda: search_names(by, "Гасанлы", kind=NameKind.PERSON),
        "names: first name": lambda: search_names(by, "aysel"),
        "names: places": lambda: search_names(by, "prison", kind=NameKind.PLACE),
    }


def _measure(engine: str) -> list[str]:
    slow = []
    print(f"{'':46} {'CPU ms':>8} {'median ms':>10} {'statements':>11}")
    for name, question in _questions().items():
        question()
        cpu, median = _cost(question)
        statements = _statements(question)
        over = cpu >= BAR
        slow += [name] if over else []
        print(f"{name:46} {cpu:8.1f} {median:10.1f} {statements:11}{'  OVER' if over else ''}")
    return slow


def _cost(question: Question) -> tuple[float, float]:
    """CPU milliseconds a time, this process and its backend together, and the median by the clock."""
    backend, clocks = _backend_cpu(), []
    begun = time.process_time()
    for _ in range(ROUNDS):
        start = time.perf_counter()
        question()
        clocks.append(time.perf_counter() - start)
    used = time.process_time() - begun + _backend_cpu() - backend
    return used / ROUNDS * 1000, statistics.median(clocks) * 1000


def _backend_cpu() -> float:
    if connection.vendor != "postgresql":
        return 0.0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        fields = Path(f"/proc/{cursor.fetchone()[0]}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def _statements(question: Question) -> int:
    connection.force_debug_cursor = True
    connection.queries_log.clear()
    question()
    connection.force_debug_cursor = False
    return len(connection.queries_log)


def _beside(engine: str) -> None:
    """A colleague's inbox, alone and while two others ask for something as fast as they are answered."""
    rounds = [
        (_inbox(), _inbox_beside(lambda: search_texts(READER, "prison nobody")), _inbox_beside(_plain))
        for _ in range(7)
    ]
    alone, searching, reading = (statistics.median(times) for times in zip(*rounds, strict=True))
    print(
        f"{engine}: inbox alone {alone:.1f} ms; beside two who search without a pause {searching:.1f} ms: "
        f"{searching / alone:.1f}×; beside two who page without a pause {reading:.1f} ms: {reading / alone:.1f}×"
    )


def _plain() -> None:
    accounts_page(READER, urgent=True)


def _inbox() -> float:
    return statistics.median(_timed(lambda: accounts_page(READER)) for _ in range(20))


def _inbox_beside(question: Question) -> float:
    """The same while two others ask without a pause."""
    stop = Event()

    def ask() -> None:
        while not stop.is_set():
            question()
        connection.close()

    others = [Thread(target=ask) for _ in range(2)]
    for other in others:
        other.start()
    found = _inbox()
    stop.set()
    for other in others:
        other.join()
    return found


def _timed(question: Question) -> float:
    start = time.perf_counter()
    question()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main(sys.argv[1:])
