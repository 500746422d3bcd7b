"""Serving the desk from a home, on this machine only unless told otherwise."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import django
import waitress

if TYPE_CHECKING:
    from heard.procedures.take_up import TakenUp

LOOPBACK = "127.0.0.1"
PORT = 8765


def prepare(home: Path, passphrase: str) -> "TakenUp":
    """Open the home, bring its tables up to date, take the key that signs pages from it, and finish what a killed run
    left; what that was.

    Raises NotFound, WrongPassphrase, Malformed, DatabaseBusy, StorageFull.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "heard.desk.settings")
    django.setup()
    from django.conf import settings

    from heard.desk.engines import extractor, reader
    from heard.procedures.take_up import take_up
    from heard.records import keyring
    from heard.records.engine.failures import failures_named
    from heard.records.home import bring_up_to_date, open_home

    open_home(home, passphrase)
    with failures_named():
        bring_up_to_date()
    settings.SECRET_KEY = keyring.page_signing_key().hex()
    return take_up(extract=extractor(), reader=reader(), now=datetime.now(UTC))


def serve(home: Path, passphrase: str, host: str = LOOPBACK, port: int = PORT, *, second_factor: bool = True) -> None:
    """Serve the desk until stopped; the home is locked again at the end. Nothing is buffered on a disk."""
    prepare(home, passphrase)
    serve_open_home(host, port, second_factor=second_factor)


def serve_open_home(host: str = LOOPBACK, port: int = PORT, *, second_factor: bool = True) -> None:
    """Serve the desk of the home that is open already (after `prepare`), until stopped."""
    server = server_for(host, port, second_factor=second_factor)
    from heard.records.home import lock

    try:
        server.run()
    finally:
        server.close()
        lock()


def server_for(host: str, port: int, *, second_factor: bool) -> "waitress.server.BaseWSGIServer":
    """The server, listening already; port 0 takes any free one (`effective_port` says which)."""
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application

    from heard.desk.uploads import LARGEST

    settings.HEARD_SECOND_FACTOR = second_factor
    if host not in {LOOPBACK, "localhost", "::1"}:
        settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, host]
    room = LARGEST * 2
    return waitress.create_server(
        get_wsgi_application(),
        host=host,
        port=port,
        threads=8,
        ident="",
        url_scheme="https" if settings.SESSION_COOKIE_SECURE else "http",  # what the server in front speaks
        max_request_body_size=room,
        inbuf_overflow=room,  # waitress would write larger requests and answers to temporary files
        outbuf_overflow=room * 4,
        clear_untrusted_proxy_headers=True,
    )


def create_member(*, username: str, name: str, role: str, password: str, language: str = "en") -> None:
    """Add a member to the home that is open: the first one (an administrator) or, for a demo, any other after it.

    Raises Conflict where the user name is taken, Malformed, NotPermitted.
    """
    from heard.procedures.add_member import add_member
    from heard.records.models import MemberAccount
    from heard.register.member import MemberRole

    first = MemberAccount.objects.filter(role=MemberRole.ADMINISTRATOR.value).order_by("pk").first()
    add_member(
        by=first.member if first else None,
        username=username,
        name=name,
        role=MemberRole(role),
        password=password,
        language=language,
    )
