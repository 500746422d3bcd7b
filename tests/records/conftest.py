"""Opening another home than the run's own."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import connections
from tests.storage import PASSPHRASE

from heard.records.home import current_home, open_home


@pytest.fixture
def elsewhere(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Other homes may be opened inside; the run's own is opened again after."""
    run, database = current_home().path, dict(settings.DATABASES["default"])
    with django_db_blocker.unblock():
        yield
        open_home(run, PASSPHRASE)
        settings.DATABASES["default"].update(database)
        connections.close_all()
