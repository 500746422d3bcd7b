"""Sealed bodies."""
