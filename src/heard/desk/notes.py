"""What is noted of how a text was taken out, in sentences."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from heard.reading.extract import Form, Note

SENTENCES: dict[Note, str | Promise] = {
    Note.BYTE_ORDER_MARK: _("The file begins with a mark of its encoding, which is no part of the text."),
    Note.ENCODING_GUESSED: _(
        "The file does not say how its letters are encoded; %(fact)s is the best guess. Compare with the original."
    ),
    Note.ENCODING_DAMAGED: _(
        "Characters that could not be decoded: %(fact)s. Each stands as �; compare with the original before quoting."
    ),
    Note.NUL_CHARACTERS: _("Characters without a sign or a meaning in the text: %(fact)s."),
    Note.DIRECTION_CONTROLS: _(
        "Hidden characters that turn the direction of writing: %(fact)s. "
        "They are shown by their numbers, because the text may look different from what it says."
    ),
    Note.NAMED_OTHERWISE: _("The file's name promises another form than it has; it was read as %(fact)s."),
    Note.CHANGES_TRACKED: _(
        "The document holds tracked changes: insertions were read, proposed deletions left out. "
        "Look at the original before quoting."
    ),
    Note.HIDDEN_TEXT: _("Words that the document does not show were left out; they are still in the original."),
    Note.PAGES_WITHOUT_TEXT: _(
        "Pages that are pictures and were not read: %(fact)s. Type what they say as an account of your own."
    ),
    Note.ATTACHMENTS: _("Files attached: %(fact)s. Those kept as accounts of their own are named above."),
    Note.ATTACHMENTS_EMPTY: _(
        "Attached files in which not one byte arrived: %(fact)s. Ask the source to send them again."
    ),
    Note.ATTACHMENTS_UNOPENED: _(
        "Attached files left unopened, because they are too many or lie too deep in each other: %(fact)s. "
        "They are kept inside this one; take them out and add them as files of their own."
    ),
    Note.BYTES_AFTER_END: _(
        "Bytes that follow the end of the document and were not read: %(fact)s. They are still in the original."
    ),
    Note.NETWORK_OPEN: _(
        "While its text was taken out, the program could not be cut off from the network. "
        "Ask the administrator to install bubblewrap on this machine."
    ),
}
_FORMS: dict[str, str | Promise] = {
    Form.PLAIN.name: _("plain text"),
    Form.MARKDOWN.name: _("Markdown"),
    Form.WEB_PAGE.name: _("a web page"),
    Form.MAIL.name: _("an e-mail"),
    Form.PDF.name: _("PDF"),
    Form.WORD.name: _("a Word document"),
}


def note_sentence(said: str) -> str:
    """The sentence for a note of `heard.reading.extract`, with its fact."""
    what, _space, fact = said.partition(" ")
    return str(SENTENCES[Note(what)]) % {"fact": _FORMS.get(fact.upper(), fact)}
