"""Uploads stay in memory: nothing unsealed touches a disk."""

from django.conf import settings
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest, HttpResponse
from django.utils.datastructures import MultiValueDict

from heard.terms.errors import TooLarge

#: Largest request the desk takes, in bytes. It is held in memory, so this is also a limit on memory.
LARGEST = 50 * 1024 * 1024


class MemoryOnly(MemoryFileUploadHandler):
    """Keeps every file in memory; larger requests were refused before they come here."""

    def handle_raw_input(  # noqa: PLR0913, PLR0917
        self,
        input_data: object,
        META: dict[str, object],  # noqa: N803
        content_length: int,
        boundary: object,
        encoding: str | None = None,
    ) -> tuple[dict[str, str], MultiValueDict[str, object]] | None:
        """Take the request in whole, whatever its size within the limit."""
        self.activated = content_length <= LARGEST
        return None


def too_large(request: HttpRequest) -> bool:
    """Whether a request says it is larger than the desk takes."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return not length.isdecimal() or int(length) > LARGEST
