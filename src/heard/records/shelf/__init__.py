"""Puts records on the shelf: rows with their custody entry, inside the caller's transaction."""
