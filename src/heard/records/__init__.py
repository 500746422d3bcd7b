"""The only tables, migrations and queries."""
