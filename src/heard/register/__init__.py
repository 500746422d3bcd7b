"""Accounts, sources, claims, judgements and findings as plain values, and the words they are said in."""
