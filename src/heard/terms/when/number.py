"""How many, as a source says it: exactly, more than, at least, about."""

from dataclasses import dataclass
from typing import Self

from heard.terms.errors import Malformed

SIGNS = ("", ">", ">=", "<", "<=", "~")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A whole number with what the source says about it: `>80`, `>=9`, `~150`, `58`."""

    count: int
    sign: str = ""

    def __post_init__(self) -> None:
        if self.sign not in SIGNS or self.count < 0:
            raise Malformed("number", self.sign, self.count)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `>=9`; raises Malformed for anything else."""
        digits = text.lstrip("<>=~")
        if not (digits.isascii() and digits.isdigit()):
            raise Malformed("number", text)
        return cls(count=int(digits), sign=text.removesuffix(digits))

    def __str__(self) -> str:
        return f"{self.sign}{self.count}"
