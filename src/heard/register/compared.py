"""Whether two values could be the same thing: two dates, two numbers, two words for a unit."""

from collections.abc import Callable

from heard.register.plain import plain, words_of
from heard.terms.errors import Malformed
from heard.terms.saying import Role
from heard.terms.when import Duration, Number, Possibly, When, same

_ABOUT = 10  # "about 150" could be a tenth of it away


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
    compare = _COMPARED.get(role)
    try:
        return compare(left, right) if compare else False
    except Malformed:  # words without a value, kept as they stand
        return False


def read_when(value: str) -> When:
    """The date or interval of a value; an open end may be left empty, as ISO 8601 writers do. Raises Malformed."""
    return When.parse_edtf(f"{value}.." if value.endswith("/") else f"..{value}" if value.startswith("/") else value)


def _times_agree(left: str, right: str) -> bool:
    return same(read_when(left), read_when(right)) is not Possibly.NO


def _numbers_agree(left: str, right: str) -> bool:
    return _overlap(_bounds(Number.parse(left)), _bounds(Number.parse(right)))


def _durations_agree(left: str, right: str) -> bool:
    if "life" in {left, right}:
        return False
    return _overlap(Duration.parse(left).day_bounds, Duration.parse(right).day_bounds)


def _bounds(number: Number) -> tuple[int, int | None]:
    """The least and the most it can be; None is no upper bound."""
    n = number.count
    match number.sign:
        case ">" | ">=":
            return n + (number.sign == ">"), None
        case "<" | "<=":
            return 0, n - (number.sign == "<")
        case "~":
            return n - n // _ABOUT, n + n // _ABOUT
    return n, n


def _overlap(left: tuple[int, int | None], right: tuple[int, int | None]) -> bool:
    return (right[1] is None or left[0] <= right[1]) and (left[1] is None or right[0] <= left[1])


_COMPARED: dict[Role, Callable[[str, str], bool]] = {
    Role.N: _numbers_agree,
    Role.COUNT: _numbers_agree,
    Role.DATE: _times_agree,
    Role.PERIOD: _times_agree,
    Role.DURATION: _durations_agree,
}
