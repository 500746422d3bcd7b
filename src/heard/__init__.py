"""Heard takes an account of abuse from the person who lived or saw it to the people who must act on it."""

__version__ = "0.1.0"
