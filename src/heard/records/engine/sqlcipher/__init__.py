"""Django's SQLite backend over SQLCipher: one encrypted file."""
