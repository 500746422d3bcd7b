"""The two databases: SQLCipher in one file, or PostgreSQL. Both stay shut until the keyring is open."""
