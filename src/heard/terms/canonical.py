"""One value, one sequence of bytes: RFC 8785 (JSON canonicalization) without floating-point numbers."""

import json

from heard.terms.errors import Malformed

LARGEST = 2**53 - 1


def canonical_bytes(value: object) -> bytes:
    """The one encoding of `value`, UTF-8; raises Malformed for what the format cannot carry."""
    try:
        _require_plain(value)
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()
    except (UnicodeEncodeError, RecursionError) as wrong:
        raise Malformed("canonical JSON") from wrong


def read_canonical(encoded: bytes) -> object:
    """The value of `encoded`; raises Malformed unless these are its canonical bytes."""
    try:
        value: object = json.loads(encoded.decode())
    except (ValueError, RecursionError) as wrong:
        raise Malformed("canonical JSON") from wrong
    if canonical_bytes(value) != encoded:
        raise Malformed("canonical JSON")
    return value


def _require_plain(value: object) -> None:
    match value:
        case None | bool() | str():
            return
        case int():
            if abs(value) > LARGEST:
                raise Malformed("canonical JSON", "number")
        case list() | tuple():
            for part in value:
                _require_plain(part)
        case dict():
            for key, part in value.items():
                if not (isinstance(key, str) and key.isascii()):
                    raise Malformed("canonical JSON", "key")
                _require_plain(part)
        case _:
            raise Malformed("canonical JSON", type(value).__name__)
