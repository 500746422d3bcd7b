"""Keeps what follows from claims and judgements up to date, step by step and from nothing, with the same answer."""
