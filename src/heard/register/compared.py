"""Whether two values could be the same thing: two dates, two numbers, two words for a unit."""

import re

from heard.register.plain import plain, words_of
from heard.terms.saying import Role

_NUMBER = re.compile(r"(>=|<=|>|<|~)?(\d+(?:\.\d+)?)")
_NUMBERS = frozenset({Role.N, Role.COUNT})
_TIMES = frozenset({Role.DATE, Role.PERIOD})
_ABOUT = 0.1  # "about 150" could be a number this share away


def plain_words(words: str) -> str:
    """`words` in plain letters, blanks made one: what is compared when there is no value."""
    return " ".join(plain(words).split())


def unit_words(unit: str) -> frozenset[str]:
    """The words of a unit that carry meaning, so that "the detainees" and "detainees" are one."""
    return frozenset(word for _, _, word in words_of(unit) if len(word) > 3)


def could_agree(role: Role, left: str, right: str) -> bool:
    """Whether both could be true of one thing; where one is not stated (empty) nothing speaks against it."""
    if not left or not right or left == right:
        return True
    if role in _NUMBERS:
        return _numbers_agree(left, right)
    if role in _TIMES:
        return _times_agree(left, right)
    if role is Role.DURATION:
        return left.rstrip("+") == right.rstrip("+")
    return False


def _numbers_agree(left: str, right: str) -> bool:
    low, high = _bounds(left), _bounds(right)
    return low is None or high is None or (low[0] <= high[1] and high[0] <= low[1])


def _bounds(value: str) -> tuple[float, float] | None:
    """The least and the largest number that `value` allows; None where it is no number."""
    found = _NUMBER.fullmatch(value)
    if not found:
        return None
    number = float(found[2])
    match found[1]:
        case ">" | ">=":
            return number + (found[1] == ">"), float("inf")
        case "<" | "<=":
            return 0.0, number - (found[1] == "<")
        case "~":
            return number * (1 - _ABOUT), number * (1 + _ABOUT)
    return number, number


def _times_agree(left: str, right: str) -> bool:
    """Whether two EDTF dates or intervals share a day, as far as their written precision goes."""
    return _first(left) <= _last(right) and _first(right) <= _last(left)


def _first(value: str) -> str:
    start = value.split("/", maxsplit=1)[0].rstrip("?~%")
    return "0000" if start in {"", ".."} else start


def _last(value: str) -> str:
    end = value.rsplit("/", maxsplit=1)[-1].rstrip("?~%")
    return "9999" if end in {"", ".."} else end + "~"
