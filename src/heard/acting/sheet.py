"""The parts of a printed paper, in the order a typesetter sets them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote: where, the quoted words, and who says so with which grade."""

    place: str
    quoted: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A numbered paragraph. `mark` is "○" where no person has reviewed it; `remarks` stand beneath the sentence."""

    number: int
    text: str
    mark: str
    note: Note
    remarks: tuple[str, ...]
    denied: str
    denials: tuple["Paragraph", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    heading: str
    lead: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A heading and lines beneath or beside it."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExhibitEntry:
    heading: str
    file: str
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """Everything a typesetter prints, in order. `page_of` holds {page} and {pages}; `mark` stands on every page."""

    language: str
    kind: str
    title: str
    mark: str
    warn: bool
    made: tuple[str, ...]
    summary_heading: str
    summary: tuple[Row, ...]
    cautions: tuple[str, ...]
    parts: tuple[Part, ...]
    differences: Part
    differing: tuple[Row, ...]
    unknown: Row
    sources: Table
    exhibits_heading: str
    exhibits: tuple[ExhibitEntry, ...]
    verify: Row
    page_of: str
