"""Every error as a sentence: what happened, and what to do."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from heard.terms.errors import HeardError

Words = str | Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What a person reads when something went wrong; `status` is the page's HTTP status.

    `kept` says what became of the original where a file came in, and is true of a register that lasts.
    """

    title: Words
    happened: Words
    todo: Words
    status: int
    kept: Words = ""


_KEPT = _("The original is kept under custody, unchanged.")
#: Said instead of `kept` where the register does not last.
UNTOUCHED = _("Your own file stays where it is, unchanged.")

EXPLANATIONS: dict[str, Explanation] = {
    "HeardError": Explanation(
        title=_("This did not work"),
        happened=_("Something went wrong that has no name of its own. Nothing was written."),
        todo=_("Try once more. If it happens again, tell whoever looks after this installation what you were doing."),
        status=500,
    ),
    "Malformed": Explanation(
        title=_("Something does not have the right form"),
        happened=_("A value that was sent is not in the form it must have. Nothing was written."),
        todo=_("Go back, look at the fields once more and send them again."),
        status=422,
    ),
    "Misquoted": Explanation(
        title=_("The quoted words do not stand there"),
        happened=_("The words given differ from the text of the account, so nothing was recorded."),
        todo=_("Select the words in the document again, or type them exactly as they stand there."),
        status=422,
    ),
    "Unreadable": Explanation(
        title=_("The text of this file cannot be taken out"),
        happened=_("Its words could not be taken out."),
        todo=_("Ask for another copy, or type what it says as an account of your own that names this one."),
        status=422,
        kept=_KEPT,
    ),
    "EmptyFile": Explanation(
        title=_("This file holds no text"),
        happened=_("There is not one word in it."),
        todo=_("Ask the source to send it again, if that can be done safely."),
        status=422,
        kept=_("If it has any content, it is kept."),
    ),
    "PicturesOnly": Explanation(
        title=_("The pages of this file are pictures"),
        happened=_("There is no text to take out."),
        todo=_("Type what the pages say as an account of your own that names this one."),
        status=422,
        kept=_KEPT,
    ),
    "RequestTooLarge": Explanation(
        title=_("This is more than can be taken in at once"),
        happened=_("It was refused before it was taken in. Nothing is kept."),
        todo=_("Add it in parts of at most 50 megabytes and 5,000 pages each."),
        status=413,
    ),
    "TruncatedFile": Explanation(
        title=_("This file is damaged"),
        happened=_("It ends too early or is broken inside."),
        todo=_("Ask the source to send it again, if that can be done safely."),
        status=422,
        kept=_KEPT,
    ),
    "PasswordProtected": Explanation(
        title=_("This file needs a password"),
        happened=_("It opens only with a password."),
        todo=_("Ask the source for a copy without a password and add that copy as well."),
        status=422,
        kept=_KEPT,
    ),
    "Mislabelled": Explanation(
        title=_("This file is not what its name says"),
        happened=_("Its content has another form than its name."),
        todo=_("Ask in which program it was made, and add a copy saved as PDF, DOCX or plain text."),
        status=422,
        kept=_KEPT,
    ),
    "UnknownForm": Explanation(
        title=_("This form of file cannot be read here"),
        happened=_("It is in none of the forms that this program reads."),
        todo=_("Add a copy saved as PDF, DOCX, HTML, e-mail or plain text, or type off what it says."),
        status=422,
        kept=_KEPT,
    ),
    "TooLarge": Explanation(
        title=_("This file is too large"),
        happened=_("The file, its text or its number of pages passes the limit up to which a file is read."),
        todo=_("Add it in parts of at most 50 megabytes and 5,000 pages each."),
        status=413,
        kept=_KEPT,
    ),
    "Bomb": Explanation(
        title=_("This file unpacks to far more than it is"),
        happened=_("Files are made this way to bring programs down. It was not opened."),
        todo=_("Ask the source whether they sent it. Do not open it elsewhere."),
        status=422,
        kept=_KEPT,
    ),
    "TookTooLong": Explanation(
        title=_("Reading this file took too long"),
        happened=_("Reading was stopped at its limit of time or memory."),
        todo=_("Add it in smaller parts, or as plain text."),
        status=422,
        kept=_KEPT,
    ),
    "BrokenCustody": Explanation(
        title=_("The custody record does not verify"),
        happened=_("An entry or an exhibit is not as it was written. Nothing further was recorded."),
        todo=_("Stop working on this installation and tell its administrator. Keep a copy of it as it is now."),
        status=500,
    ),
    "NotPermitted": Explanation(
        title=_("Your role may not do this"),
        happened=_("Administrators see settings and members, never content; findings are approved by a second person."),
        todo=_("Ask a colleague whose role allows it."),
        status=403,
    ),
    "NotFound": Explanation(
        title=_("There is nothing here"),
        happened=_("There is no such item, or it was destroyed at its source's request."),
        todo=_("Look for it by a name or by words from the text, in the search field above."),
        status=404,
    ),
    "Conflict": Explanation(
        title=_("A colleague decided first"),
        happened=_("While this page was open somebody else decided the same thing. Your decision was not recorded."),
        todo=_("Look at what they decided, shown below, and undo it only if you both agree."),
        status=409,
    ),
    "ConsentForbids": Explanation(
        title=_("The source's consent forbids this"),
        happened=_("A source refused this use or was never asked, and without their yes the answer is no."),
        todo=_("Ask the source, if that is safe, and record the answer; or leave the account out."),
        status=409,
    ),
    "Locked": Explanation(
        title=_("The register is locked"),
        happened=_("It opens with its passphrase only, and nobody has given it since the program was started."),
        todo=_("Start the desk again and give the passphrase."),
        status=503,
    ),
    "WrongPassphrase": Explanation(
        title=_("The passphrase is wrong"),
        happened=_("The key could not be opened with these words."),
        todo=_("Try again; capital letters and blanks count."),
        status=403,
    ),
    "DatabaseBusy": Explanation(
        title=_("The register is busy"),
        happened=_("Another program was writing for too long. Nothing of yours was written."),
        todo=_("Wait a moment and send it again."),
        status=503,
    ),
    "StorageFull": Explanation(
        title=_("The disk is full"),
        happened=_("There was no room left, so nothing was written, not even half."),
        todo=_(
            "Free some space or ask the administrator to, then do it again; until then keep what you typed or sent."
        ),
        status=507,
    ),
    "TooBroad": Explanation(
        title=_("Too much is asked for at once"),
        happened=_("The question fits so much of the register that answering it would hold up your colleagues."),
        todo=_("Ask for more letters or words, or narrow the list with a filter."),
        status=422,
    ),
    "WrongKey": Explanation(
        title=_("This key does not open it"),
        happened=_("It is sealed for somebody else, or the key is not the right one. Nothing was opened."),
        todo=_("Ask who holds the key it was sealed for."),
        status=403,
    ),
    "LastAdministrator": Explanation(
        title=_("This is the last administrator"),
        happened=_("Nobody else could add members or let one in again. Nothing was changed."),
        todo=_("Add or reactivate another administrator first."),
        status=409,
    ),
    "Contradictory": Explanation(
        title=_("This contradicts an earlier judgement"),
        happened=_("Joining or parting these would contradict what was judged before. Nothing was changed."),
        todo=_("Look at the standing judgements and undo the one that is wrong, with a reason."),
        status=409,
    ),
}


def explain(error: HeardError) -> Explanation:
    """The sentences for this error: its own, or those of the nearest kind that has some."""
    return explain_code(error.code, tuple(kind.__name__ for kind in type(error).__mro__))


def explain_code(code: str, kinds: tuple[str, ...] = ()) -> Explanation:
    """The sentences for an error's code; `kinds` are the codes of its kinds, nearest first."""
    found = next((name for name in (code, *kinds) if name in EXPLANATIONS), "HeardError")
    return EXPLANATIONS[found]
