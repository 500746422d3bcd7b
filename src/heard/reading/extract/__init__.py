"""The text of a file, taken out once; from then on every citation is to this text.

`extract` trusts the libraries it calls with its own process; for files from outside use
`heard.outside.extraction`, which calls it in a limited one.
"""

from collections.abc import Callable
from dataclasses import dataclass

from heard.reading.extract.decoding import notes_on
from heard.reading.extract.limits import MOST_BYTES, MOST_CHARACTERS
from heard.reading.extract.mail import take_mail
from heard.reading.extract.pdf import take_pdf
from heard.reading.extract.plain import take_plain
from heard.reading.extract.sniff import ENDINGS, Form, claims_text, form_of
from heard.reading.extract.taken import LONGEST_NOTE, Note, Taken, note
from heard.reading.extract.web_page import take_web_page
from heard.reading.extract.word import take_word
from heard.reading.language import language_of
from heard.reading.text import Text
from heard.terms.errors import EmptyFile, Mislabelled, TooLarge, UnknownForm

__all__ = ["LONGEST_NOTE", "MOST_BYTES", "Extraction", "Form", "Note", "extract", "note"]

_TAKERS: dict[Form, Callable[[bytes], Taken]] = {
    Form.PLAIN: take_plain,
    Form.MARKDOWN: take_plain,
    Form.WEB_PAGE: take_web_page,
    Form.MAIL: take_mail,
    Form.PDF: take_pdf,
    Form.WORD: take_word,
}


@dataclass(frozen=True, kw_only=True)
class Extraction:
    """A text, what form it was taken from, what to know about that, and files found inside (name, bytes)."""

    text: Text
    media_type: str
    notes: tuple[str, ...] = ()
    attachments: tuple[tuple[str, bytes], ...] = ()


def extract(data: bytes, file_name: str, *, language_of: Callable[[str], str] = language_of) -> Extraction:
    """The text of a file. Raises a kind of Unreadable: EmptyFile, PicturesOnly, TruncatedFile, PasswordProtected,
    Mislabelled, UnknownForm, TooLarge or Bomb."""
    if not data.strip(b"\0\r\n\t "):
        raise EmptyFile("bytes", len(data))
    if len(data) > MOST_BYTES:
        raise TooLarge("bytes", len(data), MOST_BYTES)
    form = form_of(data, file_name)
    taken = _take(data, form, file_name)
    if len(taken.content) > MOST_CHARACTERS:
        raise TooLarge("characters", len(taken.content), MOST_CHARACTERS)
    if not taken.content.strip():
        raise EmptyFile("text")
    text = Text(
        content=taken.content,
        language=language_of(taken.content),
        page_starts=taken.page_starts,
        paragraph_starts=taken.paragraph_starts,
    )
    notes = _naming_notes(form, file_name) + taken.notes + notes_on(taken.content)
    return Extraction(text=text, media_type=form.value, notes=notes, attachments=taken.attachments)


def _take(data: bytes, form: Form, file_name: str) -> Taken:
    try:
        return _TAKERS[form](data)
    except UnknownForm as no_text:
        if claims_text(file_name):
            raise Mislabelled(*no_text.args) from no_text
        raise


def _naming_notes(form: Form, file_name: str) -> tuple[str, ...]:
    named = next((form for ending, form in ENDINGS.items() if file_name.lower().endswith(ending)), form)
    both_plain = {form, named} <= {Form.PLAIN, Form.MARKDOWN}
    return () if named is form or both_plain else (note(Note.NAMED_OTHERWISE, form.name.lower()),)
