"""When and how long, as sources say it: uncertain dates, durations, numbers; find, read, compare, print."""

from heard.terms.when.count_words import find_numbers, parse_number
from heard.terms.when.dates import find_dates, parse
from heard.terms.when.duration import Duration
from heard.terms.when.lengths import find_durations, parse_duration
from heard.terms.when.number import Number
from heard.terms.when.point import Point, Precision
from heard.terms.when.possibly import Possibly, before, overlaps, same, within
from heard.terms.when.say import duration_said, when_said
from heard.terms.when.value import When

__all__ = [
    "Duration",
    "Number",
    "Point",
    "Possibly",
    "Precision",
    "When",
    "before",
    "duration_said",
    "find_dates",
    "find_durations",
    "find_numbers",
    "overlaps",
    "parse",
    "parse_duration",
    "parse_number",
    "same",
    "when_said",
    "within",
]
