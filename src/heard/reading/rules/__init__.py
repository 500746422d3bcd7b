"""The first reader: patterns of words, kept as data, and what stands around them in the sentence."""

from heard.reading.rules.reader import RuleReader

__all__ = ["RuleReader"]
