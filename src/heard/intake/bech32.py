"""Bech32 as BIP 173 has it, without its limit on length: how age writes keys."""

from heard.terms.errors import Malformed

_SIGNS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_VALUES = {sign: value for value, sign in enumerate(_SIGNS)}
_GENERATORS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECKSUM = 6  # signs


def encode(prefix: str, content: bytes) -> str:
    """`content` under a lowercase prefix, lowercase."""
    values = _regroup(content, 8, 5, pad=True)
    checked = _polymod([*_expand(prefix), *values, *[0] * _CHECKSUM]) ^ 1
    values += [(checked >> 5 * (_CHECKSUM - 1 - place)) & 31 for place in range(_CHECKSUM)]
    return f"{prefix}1{''.join(_SIGNS[value] for value in values)}"


def decode(prefix: str, written: str) -> bytes:
    """The content of `written`, all lower or all upper case; raises Malformed unless prefix and checksum are right."""
    if written not in {written.lower(), written.upper()}:
        raise Malformed("bech32", "case")
    found, one, signs = written.lower().rpartition("1")
    if not one or found != prefix or len(signs) < _CHECKSUM or not set(signs) <= set(_SIGNS):
        raise Malformed("bech32", "form")
    values = [_VALUES[sign] for sign in signs]
    if _polymod([*_expand(prefix), *values]) != 1:
        raise Malformed("bech32", "checksum")
    return bytes(_regroup(values[:-_CHECKSUM], 5, 8, pad=False))


def _expand(prefix: str) -> list[int]:
    return [*(ord(sign) >> 5 for sign in prefix), 0, *(ord(sign) & 31 for sign in prefix)]


def _polymod(values: list[int]) -> int:
    checked = 1
    for value in values:
        top, checked = checked >> 25, (checked & 0x1FFFFFF) << 5 ^ value
        for place, generator in enumerate(_GENERATORS):
            checked ^= generator if (top >> place) & 1 else 0
    return checked


def _regroup(values: bytes | list[int], width: int, wanted: int, *, pad: bool) -> list[int]:
    """The same bits in groups of another width; left-over bits are padded with zeros or must be less than a group."""
    bits = count = 0
    regrouped: list[int] = []
    for value in values:
        bits, count = bits << width | value, count + width
        while count >= wanted:
            count -= wanted
            regrouped.append((bits >> count) & ((1 << wanted) - 1))
        bits &= (1 << count) - 1
    if pad:
        return [*regrouped, bits << (wanted - count)] if count else regrouped
    if count >= width or bits:
        raise Malformed("bech32", "padding")
    return regrouped
