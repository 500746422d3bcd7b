"""Files as they should not be, each with the error's code that a person is told about. Nobody in them is real."""

import io
import zipfile
from dataclasses import dataclass
from email.message import EmailMessage

import docx
import pikepdf

WORDS = "On 3 March 2024 two guards beat Lala Tagizade in the Aghbulag detention centre.\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"


@dataclass(frozen=True)
class BadFile:
    name: str
    content: bytes
    code: str


def bad_files() -> tuple[BadFile, ...]:
    """One of each kind; every one has content, so every one must be kept."""
    letter = _docx()
    return (
        BadFile("blank.txt", b" \r\n\t", "EmptyFile"),
        BadFile("truncated.pdf", _pdf(pages=3)[:-200], "TruncatedFile"),
        BadFile("truncated.docx", letter[: len(letter) // 2], "TruncatedFile"),
        BadFile("locked.pdf", _pdf(encryption=pikepdf.Encryption(user="a word", owner="another")), "PasswordProtected"),
        BadFile("picture.txt", PNG, "Mislabelled"),
        BadFile("photo.png", PNG, "UnknownForm"),
        BadFile("nul.txt", b"one\0two, three and four in a row\n", "Mislabelled"),
        BadFile("scan.pdf", _pdf(pages=2), "PicturesOnly"),
        BadFile("endless.pdf", _endless_pdf(), "TooLarge"),
        BadFile("bomb.docx", _with_part(letter, "word/media/image1.bin", b"\0" * 120 * 2**20), "Bomb"),
    )


def mail(*attached: tuple[str, bytes], words: str = WORDS, subject: str = "what I saw") -> bytes:
    """A letter with files attached to it."""
    letter = EmailMessage()
    letter["From"] = "Sabina Agalarli <sabina@example.org>"
    letter["Subject"] = subject
    letter["Date"] = "Tue, 05 Mar 2024 10:00:00 +0400"
    letter["MIME-Version"] = "1.0"
    letter.set_content(words)
    for name, content in attached:
        letter.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    if attached:
        letter.set_boundary("=-parts-of-a-letter-=")  # the same letter every time
    return bytes(letter)


def _docx() -> bytes:
    document = docx.Document()
    document.add_paragraph(WORDS)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _with_part(letter: bytes, name: str, content: bytes) -> bytes:
    out = io.BytesIO(letter)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


def _pdf(*, pages: int = 1, encryption: pikepdf.Encryption | None = None) -> bytes:
    """Pages without a word on them."""
    out = io.BytesIO()
    with pikepdf.new() as made:
        for _page in range(pages):
            made.add_blank_page()
        made.save(out, encryption=encryption) if encryption else made.save(out)
    return out.getvalue()


def _endless_pdf() -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as endless:
        endless.add_blank_page()
        endless.Root.Pages.Kids = pikepdf.Array([endless.pages[0].obj] * 10_000)
        endless.Root.Pages.Count = 10_000
        endless.save(out)
    return out.getvalue()
