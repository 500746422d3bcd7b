"""The desk as Django knows it."""

from typing import Any

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in, user_logged_out


class DeskConfig(AppConfig):
    name = "heard.desk"
    label = "desk"

    def ready(self) -> None:
        """Coming and going leave a custody entry like every other step."""
        user_logged_in.connect(_came, dispatch_uid="desk came")
        user_logged_out.connect(_went, dispatch_uid="desk went")


def _came(user: Any, **_rest: Any) -> None:
    from heard.procedures.note_session import note_session  # noqa: PLC0415  # tables exist only after set-up

    note_session(by=user.member, came=True)


def _went(user: Any, **_rest: Any) -> None:
    from heard.procedures.note_session import note_session  # noqa: PLC0415  # tables exist only after set-up

    if user is not None:
        note_session(by=user.member, came=False)
