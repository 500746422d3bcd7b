"""Everything that can go wrong, named once; the site that speaks to people turns each into a sentence."""


class HeardError(Exception):
    """Something went wrong; `args` carry the facts, never secrets or names of people."""

    @property
    def code(self) -> str:
        """The name a sentence is looked up under, the same in every language."""
        return type(self).__name__


class Malformed(HeardError):
    """A value or a format does not have the form it must have."""


class Misquoted(HeardError):
    """A quote differs from the text at its span."""


class Unreadable(HeardError):
    """A file's text cannot be taken out; the file itself is kept."""


class EmptyFile(Unreadable):
    """The file holds nothing, or no text at all."""


class PicturesOnly(EmptyFile):
    """The pages are pictures; there is no text to take out."""


class TruncatedFile(Unreadable):
    """The file ends too early or is damaged."""


class PasswordProtected(Unreadable):
    """The file opens only with a password."""


class Mislabelled(Unreadable):
    """The content is not what the name says, and not a form that can be read."""


class UnknownForm(Unreadable):
    """No reader exists for this form of file."""


class TooLarge(Unreadable):
    """The file, its text or its number of pages passes the stated limit."""


class RequestTooLarge(TooLarge):
    """What was sent passes what is taken in at once; it was refused unseen and nothing is kept."""


class Bomb(Unreadable):
    """The file unpacks to far more than it is."""


class TookTooLong(Unreadable):
    """Reading was stopped at its limit of time or memory."""


class BrokenCustody(HeardError):
    """A custody log, proof or bundle does not verify; `args` name what and where."""


class NotPermitted(HeardError):
    """This member may not do this."""


class NotFound(HeardError):
    """There is no such item, or this member may not know of it."""


class Conflict(HeardError):
    """A colleague decided first; nothing was changed."""


class ConsentForbids(HeardError):
    """What is asked is against the consent of a source."""


class TooBroad(HeardError):
    """A search or list would take too long; it was stopped, and narrower words will do."""


class Locked(HeardError):
    """The register is locked: the passphrase is missing or wrong, or the database is in use."""


class WrongPassphrase(Locked):
    """The passphrase does not open the key."""


class DatabaseBusy(Locked):
    """Another process holds the database; try again."""


class StorageFull(HeardError):
    """The disk is full; nothing was written."""


class WrongKey(HeardError):
    """None of the keys at hand opens the sealed file."""


class LastAdministrator(HeardError):
    """Nobody would be left who can look after members."""


class Contradictory(HeardError):
    """Judgements contradict each other and a person must decide."""
