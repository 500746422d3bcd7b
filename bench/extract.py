"""Text out of a PDF: pages a second against PDFium's bare loop, peak memory, and the whole way to read sentences.

    .venv/bin/python bench/extract.py [PAGES]

Makes a PDF of invented text with justified, hyphenated paragraphs, footnotes and page numbers (92 pages by default),
and the same ten times as long to show whether memory grows with pages. All in one run, so that ratios hold on a busy
machine.
"""

import io
import math
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from typing import TypeVar

import pikepdf
import pypdfium2
import typst

from heard.outside.extraction import extract_apart
from heard.outside.shield import NONE, best_shield
from heard.reading.extract import extract
from heard.reading.rules import RuleReader
from heard.reading.view import joined

T = TypeVar("T")
PAGES_AT_ONCE = 46
NAMES = ("Kamran Sadiqli", "Nərgiz Bayramlı", "Toğrul Əhmədzadə", "Лейла Мирзоева", "Farhad Nasirov")
SENTENCES = (
    "{name} was arrested on {day} March 2021 by officers of the district department and taken to its second floor.",
    "According to {name}, two men in plain clothes beat him for several hours and threatened to arrest his father.",
    "The lawyer was admitted on {day} April 2021, after nineteen days, and saw bruises on the back and the shoulders.",
    "The ministry denied that force had been used and stated that no complaint had been received from the detainee.",
    "On {day} June 2021 the court of grave crimes sentenced him to seven years and three months of imprisonment.",
    "The organisation calls for an independent investigation and for access of doctors to the institution.",
)


def page_source(number: int) -> str:
    sentences = []
    for index in range(24):
        name, day = NAMES[(number + index) % len(NAMES)], 1 + (number * 7 + index) % 28
        sentences.append(SENTENCES[(number + index) % len(SENTENCES)].format(name=name, day=day))
    paragraphs = ["\n".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4)]
    return "\n\n".join(paragraphs) + f"#footnote[Note to page {number}.]\n#pagebreak(weak: true)\n"


def report(pages: int) -> bytes:
    """A PDF of exactly `pages` pages."""
    head = '#set page(numbering: "1")\n#set text(size: 11pt, hyphenate: true)\n#set par(justify: true)\n'
    part = min(pages, PAGES_AT_ONCE)
    source = head + "".join(page_source(number) for number in range(part))
    made = bytes(typst.compile(source.encode()))
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(made)) as one, pikepdf.new() as whole:
        for _ in range(math.ceil(pages / len(one.pages))):
            whole.pages.extend(one.pages)
        del whole.pages[pages:]
        whole.save(out)
    return out.getvalue()


def floor(data: bytes) -> int:
    """PDFium's text of every page, kept nowhere: the least that any extraction with it can take."""
    document = pypdfium2.PdfDocument(data)
    return sum(len(document[index].get_textpage().get_text_range()) for index in range(len(document)))


def processor() -> float:
    """Processor seconds of this process and its finished children."""
    used = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def seconds(work: Callable[[], T]) -> tuple[float, float, T]:
    """By the clock, of a processor, and what came of it."""
    clock, used = time.perf_counter(), processor()
    result = work()
    return time.perf_counter() - clock, processor() - used, result


def peak_of_child(data: bytes) -> float:
    """Peak memory, in MiB, of the limited process for one file, seen by a fresh parent; a shield would hide it."""
    code = (
        "import resource, sys\n"
        "from heard.outside.extraction import extract_apart\n"
        "from heard.outside.shield import NONE\n"
        "extract_apart(sys.stdin.buffer.read(), 'a.pdf', shield=NONE)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, check=True)
    return int(done.stdout) / 1024


def main() -> None:
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 92
    small, large = report(pages), report(pages * 10)
    extract(small, "warm.pdf")
    bare = seconds(lambda: floor(small))
    here = seconds(lambda: extract(small, "a.pdf"))
    apart = seconds(lambda: extract_apart(small, "a.pdf", shield=NONE))
    shielded = seconds(lambda: extract_apart(small, "a.pdf"))
    text = apart[2].text
    view = seconds(lambda: joined(text))
    rules = seconds(lambda: tuple(RuleReader().read(text)))
    print(f"{pages} pages, {len(small):,} bytes, {len(text.content):,} characters; shield: {best_shield().name}")
    steps = {
        "PDFium alone": bare,
        "in this process": here,
        "in the limited process": apart,
        "view": view,
        "rules": rules,
    }
    for name, (clock, used, _) in steps.items():
        rate, ratio = pages / used, used / bare[1]
        print(
            f"{name:24} {clock:6.2f} s {used:6.2f} s of processor {rate:7.0f} pages/s {ratio:6.1f} times PDFium alone"
        )
    print(f"{'with the shield':24} {shielded[0]:6.2f} s (its processor time is counted elsewhere)")
    both = [apart[part] + rules[part] for part in (0, 1)]
    print(f"extraction and reading together: {both[0]:.2f} s, {both[1]:.2f} s of processor, {len(rules[2]):,} drafts")
    print(f"peak memory of the limited process: {peak_of_child(small):.0f} MiB for {pages} pages, ", end="")
    print(f"{peak_of_child(large):.0f} MiB for {pages * 10}")
    print(f"peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
