"""Identities: random, meaningless, 128 bits, so that nothing is revealed by a name."""

import re
import secrets
from collections.abc import Callable

from heard.terms.errors import Malformed

NewId = Callable[[], str]
_FORM = re.compile(r"[0-9a-f]{32}")


def random_id() -> str:
    """A fresh identity: 32 lowercase hexadecimal digits."""
    return secrets.token_hex(16)


def require_id(text: str) -> str:
    """`text` itself when it has the form of an identity; raises Malformed otherwise."""
    if not _FORM.fullmatch(text):
        raise Malformed("id", text)
    return text
