"""A home opens with its passphrase only, keeps its keys in memory only, and can be locked again."""

import json
import os
import threading
from hashlib import sha256
from pathlib import Path

import pytest
from django.db import InterfaceError, OperationalError, ProgrammingError, connection
from hypothesis import HealthCheck, given
from hypothesis import settings as bounds
from hypothesis import strategies as st
from tests.storage import CHEAP, PASSPHRASE

from heard.records import keyring
from heard.records.home import (
    bring_up_to_date,
    change_passphrase,
    create_home,
    lock,
    open_home,
)
from heard.records.models import CustodyHead
from heard.records.wrapping import Cost
from heard.terms.canonical import canonical_bytes
from heard.terms.errors import Conflict, Locked, Malformed, NotFound, WrongPassphrase

OTHER = "nine quiet bridges"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return create_home(tmp_path_factory.mktemp("homes") / "home", OTHER, cost=CHEAP).path


@pytest.mark.usefixtures("elsewhere")
def test_a_new_home_opens_works_locks_and_opens_again(made: Path) -> None:
    open_home(made, OTHER)
    bring_up_to_date()
    CustodyHead.objects.create(id=1, size=0, peaks=b"")

    lock()
    with pytest.raises(Locked):
        CustodyHead.objects.exists()
    with pytest.raises(Locked):
        keyring.log_signer()

    open_home(made, OTHER)
    assert CustodyHead.objects.exists()


@pytest.mark.usefixtures("elsewhere")
def test_a_file_under_another_key_is_refused(made: Path, tmp_path: Path) -> None:
    other = create_home(tmp_path / "other", OTHER, cost=CHEAP)
    open_home(made, OTHER)
    bring_up_to_date()
    lock()
    (other.path / "heard.db").write_bytes((made / "heard.db").read_bytes())
    open_home(other.path, OTHER)

    with pytest.raises(Locked):
        connection.ensure_connection()


def test_only_the_owner_can_look_in(made: Path) -> None:
    assert [path.stat().st_mode & 0o077 for path in (made, made / "home.json", made / "exhibits")] == [0, 0, 0]


@pytest.mark.usefixtures("elsewhere")
def test_the_database_file_is_private_from_its_first_moment(made: Path) -> None:
    was = os.umask(0)
    try:
        open_home(made, OTHER)
        bring_up_to_date()
    finally:
        os.umask(was)

    assert all(path.stat().st_mode & 0o077 == 0 for path in made.glob("heard.db*"))


def test_a_wrong_passphrase_is_named(made: Path) -> None:
    with pytest.raises(WrongPassphrase):
        open_home(made, "nine quiet bridge")


def test_a_home_is_never_made_over_another(made: Path) -> None:
    with pytest.raises(Conflict):
        create_home(made, OTHER, cost=CHEAP)


def test_no_home_is_found_where_none_is(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        open_home(tmp_path, OTHER)


@pytest.mark.usefixtures("elsewhere")
def test_a_changed_passphrase_opens_the_same_keys(tmp_path: Path) -> None:
    home = create_home(tmp_path / "home", OTHER, cost=CHEAP).path
    open_home(home, OTHER)
    identity = keyring.home_id()

    change_passphrase(home, OTHER, PASSPHRASE, cost=CHEAP)

    with pytest.raises(WrongPassphrase):
        open_home(home, OTHER)
    open_home(home, PASSPHRASE)
    assert keyring.home_id() == identity


@bounds(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_altered_byte_of_home_json_is_found(made: Path, tmp_path: Path, data: st.DataObject) -> None:
    altered = bytearray((made / "home.json").read_bytes())
    altered[data.draw(st.integers(0, len(altered) - 1))] ^= data.draw(st.integers(1, 255))
    (tmp_path / "home.json").write_bytes(altered)

    with pytest.raises(Malformed):
        open_home(tmp_path, OTHER)


@pytest.mark.parametrize("field", ["database", "sealed", "nonce", "memory"])
def test_a_field_altered_with_its_checksum_opens_nothing(made: Path, tmp_path: Path, field: str) -> None:
    """Somebody who can write the file can also write its checksum."""
    said = json.loads((made / "home.json").read_bytes())
    said.pop("sha256")
    place = said if field == "database" else said["keys"]
    place[field] = {"database": "host=elsewhere", "memory": 16}.get(field, "00" * (len(str(place[field])) // 2))
    said["sha256"] = sha256(canonical_bytes(said)).hexdigest()
    (tmp_path / "home.json").write_bytes(canonical_bytes(said))

    with pytest.raises((Malformed, WrongPassphrase)):
        open_home(tmp_path, OTHER)


@pytest.mark.parametrize("cost", [(0, 64, 1), (1, 7, 1), (1, 1 << 22, 1), (100, 64, 1), (1, 64, 0)])
def test_a_file_cannot_ask_for_absurd_work(cost: tuple[int, int, int]) -> None:
    with pytest.raises(Malformed):
        Cost(passes=cost[0], memory=cost[1], lanes=cost[2])


def test_the_password_of_a_server_is_kept_wrapped(tmp_path: Path) -> None:
    home = create_home(tmp_path / "home", OTHER, database="host=/run dbname=heard password=plainly", cost=CHEAP)

    assert "plainly" not in (home.path / "home.json").read_text() + home.database
    assert "dbname=heard" in home.database


def test_keys_are_not_printed() -> None:
    keys = keyring.Keys(register=bytearray(b"r" * 32), log=bytearray(b"l" * 32))

    assert "rrr" not in repr(keys)
    assert "lll" not in repr(keys)


@pytest.mark.usefixtures("elsewhere")
def test_locking_reaches_the_connections_of_other_threads(made: Path) -> None:
    open_home(made, OTHER)
    bring_up_to_date()
    connected, locked = threading.Event(), threading.Event()
    became: list[str] = []

    def page() -> None:
        CustodyHead.objects.exists()
        connected.set()
        locked.wait(10)
        for _ in range(2):
            try:
                CustodyHead.objects.exists()
            except (Locked, ProgrammingError, InterfaceError, OperationalError) as refused:
                became.append(type(refused).__name__)
            connection.close_if_unusable_or_obsolete()
        connection.close()

    thread = threading.Thread(target=page)
    thread.start()
    connected.wait(10)
    lock()
    locked.set()
    thread.join()

    assert len(became) == 2
    assert became[1] == "DatabaseLocked"
