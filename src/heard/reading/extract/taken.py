"""What an adapter takes out of a file, before language and limits are looked at."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

#: Characters of a note with its fact.
LONGEST_NOTE = 100


class Note(StrEnum):
    """What a person should know about how a text was taken out. A fact may follow after a blank."""

    BYTE_ORDER_MARK = "byte-order-mark"  # the mark that names the encoding is left out; it is no part of the text
    ENCODING_GUESSED = "encoding-guessed"  # + the encoding: the file does not say it
    ENCODING_DAMAGED = "encoding-damaged"  # + how many characters could not be decoded and stand as U+FFFD
    NUL_CHARACTERS = "nul-characters"  # + how many; kept
    DIRECTION_CONTROLS = "direction-controls"  # + how many; kept: the text may look different from what it says
    NAMED_OTHERWISE = "named-otherwise"  # + what it really is: the name's ending says something else
    CHANGES_TRACKED = "changes-tracked"  # proposed deletions are left out, insertions read
    HIDDEN_TEXT = "hidden-text"  # words the file does not show are left out
    PAGES_WITHOUT_TEXT = "pages-without-text"  # + how many: pictures of pages, not read
    ATTACHMENTS = "attachments"  # + how many; each is kept as an account of its own
    ATTACHMENTS_EMPTY = "attachments-empty"  # + how many: named in the letter, without a byte in them
    ATTACHMENTS_UNOPENED = "attachments-unopened"  # + how many: past the limit; they stay inside the letter
    BYTES_AFTER_END = "bytes-after-end"  # + how many bytes follow the end of the file proper
    NETWORK_OPEN = "network-open"  # this machine could not cut the reading process off the network


def note(what: Note, fact: object = "") -> str:
    """A note as it is kept: its name, then its fact."""
    return f"{what} {fact}" if fact != "" else str(what)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """Content with the starts of pages and paragraphs, and what there is to note."""

    content: str
    page_starts: tuple[int, ...] = (0,)
    paragraph_starts: tuple[int, ...] = (0,)
    notes: tuple[str, ...] = ()
    attachments: tuple[tuple[str, bytes], ...] = ()


def of_lines(lines: Iterable[str], notes: tuple[str, ...] = ()) -> Taken:
    """A text made of lines that each begin a paragraph; a line may hold further breaks, which begin one too."""
    content = "\n".join(lines)
    starts = {0}
    position = 0
    for line in content.split("\n"):
        if line.strip():
            starts.add(position)
        position += len(line) + 1
    return Taken(content=content, paragraph_starts=tuple(sorted(starts)), notes=notes)
