"""The inside of the limited process: reads one file from standard input, writes its text to standard output.

Run as `python -I -m heard.reading.extract.child FILE_NAME MEMORY SECONDS`. Frames on standard output, each its
length in eight bytes and then its bytes: first JSON, then one frame for each attachment named in it.
"""

import json
import resource
import struct
import sys
from collections.abc import Iterable, Mapping

from heard.terms.errors import Unreadable

LENGTH = struct.Struct(">Q")


def frames_of(data: bytes, file_name: str) -> Iterable[bytes]:
    """The frames that tell what was taken out, or which error by name and facts."""
    from heard.reading.extract import extract  # noqa: PLC0415  # after the limits are set

    try:
        found = extract(data, file_name, language_of=lambda _: "und")
    except Unreadable as error:
        facts = [fact if isinstance(fact, int) else str(fact) for fact in error.args]
        return [_json({"error": error.code, "facts": facts})]
    except (MemoryError, RecursionError) as limit:
        return [_json({"error": "TookTooLong", "facts": [type(limit).__name__]})]
    head = {
        "content": found.text.content,
        "page_starts": found.text.page_starts,
        "paragraph_starts": found.text.paragraph_starts,
        "media_type": found.media_type,
        "notes": found.notes,
        "attachments": [name for name, _ in found.attachments],
    }
    return [_json(head), *(attached for _, attached in found.attachments)]


def limit_itself(*, memory: int, seconds: int) -> None:
    """No file grows, no core is left, memory in bytes and processor time in seconds end; none can be raised again."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _json(value: Mapping[str, object]) -> bytes:
    return json.dumps(value, ensure_ascii=True).encode()


def main() -> None:
    file_name, memory, seconds = sys.argv[1:]
    limit_itself(memory=int(memory), seconds=int(seconds))
    out = sys.stdout.buffer
    for frame in frames_of(sys.stdin.buffer.read(), file_name):
        out.write(LENGTH.pack(len(frame)))
        out.write(frame)
    out.flush()


if __name__ == "__main__":
    main()
