"""Taking text out of files from outside, in a process of its own: short of memory and time, writing nothing, cut off.

The file goes in and the text comes out through pipes, so that nothing unsealed meets a disk. There is no way round
the process: where it cannot be started the file is Unreadable, never read here.
"""

import json
import re
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from heard.outside.shield import Shield, best_shield
from heard.reading.extract import LONGEST_NOTE, Extraction, Note
from heard.reading.extract.child import LENGTH
from heard.reading.language import language_of
from heard.reading.text import Text
from heard.terms.errors import (
    Bomb,
    EmptyFile,
    Malformed,
    Mislabelled,
    PasswordProtected,
    PicturesOnly,
    TookTooLong,
    TooLarge,
    TruncatedFile,
    UnknownForm,
    Unreadable,
)

CHILD = "heard.reading.extract.child"
_ERRORS = {
    kind.__name__: kind
    for kind in (
        Bomb,
        EmptyFile,
        Mislabelled,
        PasswordProtected,
        PicturesOnly,
        TookTooLong,
        TooLarge,
        TruncatedFile,
        UnknownForm,
    )
}
_KILLED_FOR_TIME = frozenset({signal.SIGKILL, signal.SIGXCPU})
_BY_SHELL = 128
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,10}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one file may take: seconds by the clock, seconds of a processor, bytes of memory, bytes that come back."""

    seconds: float = 180
    processor_seconds: int = 120
    memory: int = 2 * 2**30
    most_back: int = 320 * 2**20


def extract_apart(
    data: bytes, file_name: str, *, limits: Limits = Limits(), shield: Shield | None = None, child: str = CHILD
) -> Extraction:
    """The text of a file, taken out in a limited process. Raises a kind of Unreadable, TookTooLong among them.

    Without a shield given, the best one this machine has is used; where the network stays open, a note says so.
    """
    around = shield or best_shield()
    told = (_nameless(file_name), str(limits.memory), str(limits.processor_seconds))
    python = [sys.executable, "-I", "-m", child, *told]
    frames = _frames(_run([*around.command, *python], data, limits))
    found = _extraction(frames)
    if around.cuts_network:
        return found
    return Extraction(
        text=found.text,
        media_type=found.media_type,
        notes=(*found.notes, str(Note.NETWORK_OPEN)),
        attachments=found.attachments,
    )


def _nameless(file_name: str) -> str:
    """The ending alone: names of files name people, and every process of the machine can see a command line."""
    ending = _ENDING.search(file_name)
    return f"file{ending[0] if ending else ''}"


def _run(command: list[str], data: bytes, limits: Limits) -> bytes:
    try:
        process = subprocess.Popen(  # noqa: S603  # our own interpreter, no shell
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"LC_ALL": "C.UTF-8"},
            start_new_session=True,
            bufsize=0,
        )
    except OSError as refused:
        raise Unreadable("process", refused.errno) from refused
    with process:
        timed_out = threading.Event()
        timer = threading.Timer(limits.seconds, _stop, (process, timed_out))
        feeder = threading.Thread(target=_feed, args=(process, data), daemon=True)
        timer.start()
        feeder.start()
        try:
            answer = _read(process, limits.most_back)
            code = process.wait()
        finally:
            timer.cancel()
            process.kill()
            feeder.join()
    if timed_out.is_set():
        raise TookTooLong("seconds", limits.seconds)
    _refuse_end(code)
    return answer


def _stop(process: subprocess.Popen[bytes], timed_out: threading.Event) -> None:
    timed_out.set()
    process.kill()


def _feed(process: subprocess.Popen[bytes], data: bytes) -> None:
    assert process.stdin, "opened as a pipe"
    with suppress(BrokenPipeError):  # a process that ends early says why by itself
        rest = memoryview(data)
        while rest:
            rest = rest[process.stdin.write(rest) :]
    with suppress(BrokenPipeError):
        process.stdin.close()


def _read(process: subprocess.Popen[bytes], most: int) -> bytes:
    assert process.stdout, "opened as a pipe"
    answer = bytearray()
    while chunk := process.stdout.read(1 << 20):
        answer += chunk
        if len(answer) > most:
            process.kill()
            raise TooLarge("answer", len(answer), most)
    return bytes(answer)


def _refuse_end(code: int) -> None:
    """Raise unless the process ended well; a shield gives the signal that ended it as 128 and its number."""
    ended_by = -code if code < 0 else code - _BY_SHELL
    if ended_by in _KILLED_FOR_TIME:
        raise TookTooLong("processor")
    if code:
        raise Unreadable("crashed", code)


def _frames(answer: bytes) -> tuple[bytes, ...]:
    frames = []
    position = 0
    while position < len(answer):
        begins = position + LENGTH.size
        if begins > len(answer):
            raise Unreadable("answer")
        (length,) = LENGTH.unpack(answer[position:begins])
        position = begins + length
        if position > len(answer):
            raise Unreadable("answer")
        frames.append(answer[begins:position])
    return tuple(frames)


def _extraction(frames: tuple[bytes, ...]) -> Extraction:
    """What the process says, believed only so far as it has the form of an answer."""
    try:
        head = json.loads(frames[0])
        if "error" in head:
            raise _ERRORS.get(head["error"], Unreadable)(*head["facts"])
        return _of_head(head, frames[1:])
    except (IndexError, KeyError, TypeError, ValueError, Malformed) as nonsense:
        raise Unreadable("answer") from nonsense


def _of_head(head: dict[str, Any], attached: tuple[bytes, ...]) -> Extraction:
    content = str(head["content"])
    text = Text(
        content=content,
        language=language_of(content),
        page_starts=tuple(map(int, head["page_starts"])),
        paragraph_starts=tuple(map(int, head["paragraph_starts"])),
    )
    return Extraction(
        text=text,
        media_type=str(head["media_type"]),
        notes=tuple(map(_note, head["notes"])),
        attachments=tuple(zip(map(str, head["attachments"]), attached, strict=True)),
    )


def _note(said: str) -> str:
    """A note whose name is known and whose fact is short; ValueError else."""
    Note(said.split(" ", 1)[0])
    if len(said) > LONGEST_NOTE:
        raise ValueError("note")
    return said
