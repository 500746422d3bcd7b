"""A brief: what accounts say, every sentence with its citation, what they do not agree on and what is not known."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from heard.register.contradictions import Disagreement
from heard.terms.saying import Kind, Polarity, Role

Numbers = tuple[int, ...]


class Reviewed(StrEnum):
    """How much of a brief a person has accepted; EMPTY where nothing could be printed."""

    NOTHING = "nothing"
    PART = "part"
    EVERYTHING = "everything"
    EMPTY = "empty"


class GapKind(StrEnum):
    """What the accounts leave open."""

    UNREVIEWED = "unreviewed"
    SINGLE = "single"
    GRADE = "grade"
    DATE = "date"
    PLACE = "place"
    VICTIM = "victim"
    PERPETRATOR = "perpetrator"
    UNIT = "unit"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedExhibit:
    """An exhibit as a brief lists it. `name` and `title` have withheld names replaced."""

    number: int
    key: str
    sha256: str
    name: str
    title: str
    media_type: str
    size: int
    source: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedSource:
    """A source as a brief lists it. `name` is empty unless the source may be named; `consent` is the answer's id.

    With `asked` False the source was not asked: somebody else gave that answer.
    """

    number: int
    label: str
    name: str
    relation: str
    grade: str
    consent: str
    asked: bool
    paragraphs: Numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where a sentence comes from: characters `start` to `end` of the text of an exhibit (by number).

    `quoted` are the words there, exactly, unless `redacted`; pages and paragraphs count from 1.
    """

    claim: str
    exhibit: int
    source: int
    page: int
    paragraph: int
    start: int
    end: int
    quoted: str
    redacted: bool
    grade: str
    credibility: str
    reviewed: bool
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One numbered paragraph: a sentence and its citation; `denials` stand beneath it, numbered on."""

    number: int
    kind: Kind
    type: str
    polarity: Polarity
    text: str
    withholds: bool
    citation: Citation
    denials: tuple["Said", ...] = ()
    also_denied: Numbers = ()
    differs: Numbers = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The paragraphs of one kind of claim; `heading` "denial" holds denials of nothing that stands in the brief."""

    heading: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Some words and the paragraphs they come from."""

    words: str
    paragraphs: Numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a busy reader looks for, most often told first."""

    who: tuple[Line, ...]
    what: tuple[Line, ...]
    by_whose_word: tuple[Line, ...]
    asked: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """Where accounts differ; each side with its paragraphs."""

    disagreement: Disagreement
    about: str
    role: Role | None
    sides: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something not known, and the paragraphs it concerns."""

    kind: GapKind
    paragraphs: Numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """How many claims of how many sources were left out because consent for this use was not given."""

    claims: int
    sources: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A file that should have been in the brief and could not be read; `code` is the error's."""

    name: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A brief in one language, made for one use of vocabulary/consent; everything in it may be printed for that use.

    `names_by_decision`: a recorded decision, and not only the use, is why alleged perpetrators are named.
    """

    title: str
    language: str
    use: str
    on: date
    reviewed: Reviewed
    made_by: str
    names_perpetrators: bool
    names_by_decision: bool
    summary: Summary
    sections: tuple[Section, ...]
    differences: tuple[Differing, ...]
    gaps: tuple[Gap, ...]
    left_out: LeftOut
    unread: tuple[Unread, ...]
    sources: tuple[CitedSource, ...]
    exhibits: tuple[CitedExhibit, ...]

    @property
    def paragraphs(self) -> tuple[Said, ...]:
        """Every numbered paragraph, in order."""
        return tuple(
            paragraph for section in self.sections for said in section.said for paragraph in (said, *said.denials)
        )
