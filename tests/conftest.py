"""Every test that touches storage runs on a home of its own; HEARD_TEST_DATABASE says on which database.

`sqlite` (the default) is an SQLCipher file; `postgresql` is a temporary cluster that the run starts and stops.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings
from django.utils import translation

from heard.records.home import create_home, open_home
from tests.cluster import Cluster, NoPostgres
from tests.storage import CHEAP, DATABASE, PASSPHRASE, lift_append_only_while_flushing

#: `make test` tries the same examples every time; `make test-long` tries others each time.
hypothesis.settings.register_profile("steady", derandomize=True, deadline=None)
hypothesis.settings.register_profile("searching", derandomize=False, deadline=None, print_blob=True)
hypothesis.settings.load_profile(os.environ.get("HEARD_TEST_EXAMPLES", "steady"))

STORAGE_FIXTURES = frozenset({"db", "transactional_db", "django_db_reset_sequences", "django_db_setup"})


class _Run:
    cluster: Cluster | None = None
    folder: Path | None = None


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "storage: touches the database; the suite runs these on both")
    if DATABASE not in {"sqlite", "postgresql"}:
        raise pytest.UsageError(f"HEARD_TEST_DATABASE is {DATABASE!r}; it may be 'sqlite' or 'postgresql'.")
    _Run.folder = Path(tempfile.mkdtemp(prefix="heard-home-"))
    create_home(_Run.folder, PASSPHRASE, database=_server(), cost=CHEAP)
    open_home(_Run.folder, PASSPHRASE)
    default = settings.DATABASES["default"]
    default["TEST"]["NAME"] = str(_Run.folder / "test.db") if DATABASE == "sqlite" else "heard_test"
    if DATABASE == "postgresql":
        config.option.reuse_db = True  # no dropping at the end: the whole cluster goes
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # cheap, here and nowhere else
    lift_append_only_while_flushing()


def pytest_unconfigure(config: pytest.Config) -> None:
    if _Run.folder is not None:
        shutil.rmtree(_Run.folder)
    if _Run.cluster is not None:
        _Run.cluster.stop()
        del os.environ["HEARD_TEST_CLUSTER"]


@pytest.fixture(autouse=True)
def no_language_is_left_over() -> Iterator[None]:
    """A request leaves its language with the thread: no test may find another's."""
    translation.deactivate()
    yield
    translation.deactivate()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("django_db") or STORAGE_FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker("storage")


def _server() -> str:
    """PostgreSQL's connection string, the same for all workers of this run; empty on SQLite."""
    if DATABASE == "sqlite":
        return ""
    if "HEARD_TEST_CLUSTER" not in os.environ:
        try:
            _Run.cluster = Cluster(quick=True)
        except NoPostgres:
            raise pytest.UsageError(
                "HEARD_TEST_DATABASE=postgresql needs PostgreSQL 15 or later on this machine: its programs initdb and "
                "pg_ctl on the PATH or under /usr/lib/postgresql, and a user postgres or nobody when run as root."
            ) from None
        os.environ["HEARD_TEST_CLUSTER"] = _Run.cluster.database
    return os.environ["HEARD_TEST_CLUSTER"]
