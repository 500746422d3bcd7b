"""Django's PostgreSQL backend, with a password that only the keyring knows."""
