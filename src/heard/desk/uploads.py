"""Uploads stay in memory: nothing unsealed touches a disk."""

from typing import Any

from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest

#: Largest request the desk takes, in bytes. It is held in memory, so this is also a limit on memory.
LARGEST = 50 * 1024 * 1024


class MemoryOnly(MemoryFileUploadHandler):
    """Keeps every file in memory; larger requests were refused before they come here."""

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, str],  # noqa: N803  # the name Django calls it by
        content_length: int,
        boundary: Any,
        encoding: str | None = None,
    ) -> None:
        """Take the request in whole, whatever its size within the limit."""
        self.activated = content_length <= LARGEST


def too_large(request: HttpRequest) -> bool:
    """Whether a request says it is larger than the desk takes."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return not length.isdecimal() or int(length) > LARGEST
