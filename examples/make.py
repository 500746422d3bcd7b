"""Builds the PDF, DOCX and EML examples from their text sources; the same sources give the same bytes.

.venv/bin/python examples/make.py            builds into this folder
.venv/bin/python examples/make.py --check    says which files differ from what would be built
"""

import io
import sys
import tomllib
import zipfile
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any

import docx
import typst

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "sources"
#: The moment every part of a DOCX is dated to, so that building twice gives one file.
LONG_AGO = (1980, 1, 1, 0, 0, 0)


def pdf(name: str) -> bytes:
    return bytes(typst.compile(SOURCES / f"{name}.typ", ignore_system_fonts=True))


def detainee_list() -> bytes:
    said = _toml("detainee-list.toml")
    document = docx.Document()
    document.core_properties.author = ""
    document.add_heading(said["title"], level=1)
    document.add_paragraph(said["opening"])
    table = document.add_table(rows=0, cols=len(said["columns"]), style="Table Grid")
    for row in (said["columns"], *said["rows"]):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    for note in said["notes"]:
        document.add_paragraph(note)
    document.add_paragraph(said["closing"])
    return _undated(document)


def sisters_mail() -> bytes:
    said = _toml("sisters-mail.toml")
    letter = EmailMessage(policy=SMTP)
    for header in ("From", "To", "Date", "Subject"):
        letter[header] = said[header.lower()]
    letter["Message-ID"] = said["id"]
    letter.set_content(said["body"].lstrip("\n"), cte="quoted-printable")
    letter.add_attachment(said["attachment"].lstrip("\n"), filename=said["attachment_name"])
    letter.set_boundary("=-a-part-of-the-letter-=")
    return bytes(letter)


def built() -> dict[str, bytes]:
    """Every file that is built, by name."""
    return {
        "official-reply.pdf": pdf("official-reply"),
        "lawyers-note.pdf": pdf("lawyers-note"),
        "detainee-list.docx": detainee_list(),
        "sisters-mail.eml": sisters_mail(),
    }


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((SOURCES / name).read_text(encoding="utf-8"))


def _undated(document: Any) -> bytes:
    dated, undated = io.BytesIO(), io.BytesIO()
    document.save(dated)
    with zipfile.ZipFile(dated) as old, zipfile.ZipFile(undated, "w", zipfile.ZIP_STORED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            new.writestr(zipfile.ZipInfo(name, LONG_AGO), old.read(name))
    return undated.getvalue()


def main() -> None:
    files = built()
    if "--check" not in sys.argv:
        for name, content in files.items():
            (HERE / name).write_bytes(content)
        return
    differing = [name for name, content in files.items() if (HERE / name).read_bytes() != content]
    if differing:
        sys.exit("built anew these would differ: " + ", ".join(differing))


if __name__ == "__main__":
    main()
