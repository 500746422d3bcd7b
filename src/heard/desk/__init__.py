"""The private site."""
