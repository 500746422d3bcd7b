"""Connections to PostgreSQL, opened with what the keyring holds."""

from typing import Any

from django.db.backends.postgresql import base as postgresql

from heard.records import keyring
from heard.records.engine import connections


class DatabaseWrapper(postgresql.DatabaseWrapper):
    """One thread's connection; raises Locked while the keyring is shut."""

    def get_connection_params(self) -> dict[str, Any]:
        password = keyring.database_password()
        parameters: dict[str, Any] = super().get_connection_params()
        return parameters | ({"password": password} if password else {})

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = super().get_new_connection(conn_params)
        connections.remember(connection)
        return connection
