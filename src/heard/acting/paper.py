"""A brief as it is printed: every word in its place, in the reader's language, with nothing left to decide."""

import re
from collections.abc import Iterable
from functools import cache

from babel.dates import format_date
from babel.numbers import format_decimal

from heard.acting.brief import Brief, CitedExhibit, CitedSource, Differing, Line, Reviewed, Said, Section
from heard.acting.permitted import NAMELESS
from heard.acting.sheet import ExhibitEntry, Note, Paper, Paragraph, Part, Row, Table
from heard.acting.words import Words, runs
from heard.register.contradictions import Disagreement
from heard.register.vocabulary import needs_native_review, read_words, vocabulary

LOCALES = {"en": "en_GB", "az": "az", "ru": "ru"}
SUMMARY_LINES = 5  # lines in each row of page one
SUMMARY_RUNS = 8  # runs of paragraph numbers on one line


def paper(brief: Brief) -> Paper:
    """`brief` laid out in its own language."""
    return _Printing(brief).paper()


class _Printing:
    """Puts one brief into words; used once."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self.words = Words(brief.language)

    def paper(self) -> Paper:
        brief, words = self.brief, self.words
        return Paper(
            language=brief.language,
            kind=words("paper"),
            title=safe(brief.title),
            mark=self._mark(),
            warn=brief.reviewed is not Reviewed.EVERYTHING,
            made=self._made(),
            summary_heading=words("summary"),
            summary=tuple(self._summary()),
            cautions=self._cautions(),
            parts=tuple(self._part(section) for section in brief.sections),
            differences=Part(heading=words("differences"), lead=words("differences_lead"), paragraphs=()),
            differing=tuple(self._differing(difference) for difference in brief.differences),
            unknown=Row(heading=words("unknown"), lines=(*self._gaps(), *self._left_out(), *self._unread())),
            sources=self._sources(),
            exhibits_heading=words("exhibits"),
            exhibits=tuple(self._exhibit(exhibit) for exhibit in brief.exhibits),
            verify=Row(heading=words("how_to_verify"), lines=self._verify()),
            page_of=words("page_of", page="{page}", pages="{pages}"),
        )

    def _verify(self) -> tuple[str, ...]:
        return self.words("verify"), self.words("verify_with"), self.words("grades_legend"), *self._wording_review()

    def _wording_review(self) -> tuple[str, ...]:
        """What to say while no native lawyer has reviewed the fixed words of this language."""
        marked = any(self.brief.language in needs_native_review(name) for name in ("brief", "sentences"))
        return (self.words("needs_native_review"),) if marked else ()

    # page one

    def _mark(self) -> str:
        names = {
            Reviewed.NOTHING: "machine_mark",
            Reviewed.PART: "part_machine_mark",
            Reviewed.EMPTY: "empty_mark",
        }
        return self.words(names.get(self.brief.reviewed, "reviewed_mark"))

    def _made(self) -> tuple[str, ...]:
        use = vocabulary("consent").label(self.brief.use, self.brief.language)
        on = format_date(self.brief.on, format="long", locale=LOCALES[self.brief.language])
        by = (self.words("made_by", by=safe(self.brief.made_by)),) if self.brief.made_by.strip() else ()
        return self.words("made_on", date=on), self.words("made_for", use=use), *by

    def _cautions(self) -> tuple[str, ...]:
        if self.is_empty:
            return self._empty(), *self._wording_review()
        return self.words("allegation"), self.words(self._naming()), *self._wording_review()

    def _naming(self) -> str:
        if self.brief.use in NAMELESS:
            return "no_names"
        if not self.brief.names_perpetrators:
            return "withheld_names"
        return "shown_names" if self.brief.names_by_decision else "shown_names_inside"

    @property
    def is_empty(self) -> bool:
        return self.brief.reviewed is Reviewed.EMPTY

    def _empty(self) -> str:
        """Why nothing could be printed."""
        return self.words("empty_without_consent" if self.brief.left_out.claims else "empty_without_claims")

    def _summary(self) -> Iterable[Row]:
        summary, words = self.brief.summary, self.words
        if self.is_empty:
            yield Row(heading=words("what_is_missing"), lines=self._missing())
            return
        yield Row(heading=words("who"), lines=self._lines(summary.who, none=words("nobody_named")))
        yield Row(heading=words("what"), lines=self._lines(summary.what, none="—"))
        yield Row(heading=words("by_whose_word"), lines=self._lines(summary.by_whose_word, none="—"))
        yield Row(heading=words("what_is_asked"), lines=self._lines(summary.asked, none=words("nothing_asked")))
        yield Row(heading=words("what_is_missing"), lines=self._missing())

    def _missing(self) -> tuple[str, ...]:
        """How many paragraphs lack what; which ones stands at the end."""
        total = len(self.brief.paragraphs)
        found = [(self.words(f"gap_{gap.kind.value}"), len(gap.paragraphs)) for gap in self.brief.gaps]
        shown = [self.words("missing_in", words=gap, number=number, total=total) for gap, number in found]
        lines = shown or [self._no_gap()]
        left_out = self._left_out() if self.brief.left_out.claims or self._unasked() else ()
        return *lines, *left_out, *self._unread()

    def _no_gap(self) -> str:
        return self._empty() if self.is_empty else self.words("nothing_missing")

    def _lines(self, lines: tuple[Line, ...], *, none: str) -> tuple[str, ...]:
        if not lines:
            return (none,)
        shown = tuple(self._line(line, most=SUMMARY_RUNS) for line in lines[:SUMMARY_LINES])
        more = len(lines) - SUMMARY_LINES
        return (*shown, self.words("and_more", number=more)) if more > 0 else shown

    def _line(self, line: Line, *, most: int | None = None) -> str:
        numbers = runs(line.paragraphs)
        if most and numbers.count(",") >= most:
            numbers = ", ".join(numbers.split(", ")[:most]) + " …"
        return self.words("in_paragraphs", words=safe(line.words), paragraphs=numbers)

    # paragraphs

    def _part(self, section: Section) -> Part:
        heading = self.words(f"section_{section.heading}")
        return Part(heading=heading, lead="", paragraphs=tuple(self._paragraph(said) for said in section.said))

    def _paragraph(self, said: Said) -> Paragraph:
        remarks = [("also_denied", said.also_denied), ("differs", said.differs)]
        return Paragraph(
            number=said.number,
            text=safe(said.text),
            mark="○" if self._stands_out(said) else "",
            note=self._note(said),
            remarks=tuple(self.words(name, paragraphs=runs(numbers)) for name, numbers in remarks if numbers),
            denied=self.words("denied") if said.denials else "",
            denials=tuple(self._paragraph(denial) for denial in said.denials),
        )

    def _note(self, said: Said) -> Note:
        cited = said.citation
        source = self.brief.sources[cited.source - 1]
        told = self.words("source_grade", source=_called(source), grade=f"{cited.grade}{cited.credibility}")
        return Note(
            place=self.words(
                "place_in_exhibit",
                exhibit=self.words("exhibit", number=cited.exhibit),
                page=cited.page,
                paragraph=cited.paragraph,
            ),
            quoted=self.words.quoted(safe(" ".join(cited.quoted.split()))),
            source=f"{told}; {self.words('unreviewed')}" if self._stands_out(said) else told,
        )

    def _stands_out(self, said: Said) -> bool:
        """Whether this was not reviewed where others were; where nothing was, every page says so."""
        return self.brief.reviewed is Reviewed.PART and not said.citation.reviewed

    # what follows them

    def _differing(self, difference: Differing) -> Row:
        role = difference.role
        heading = self.words(
            f"differ_{difference.disagreement.value}",
            about=safe(difference.about),
            role=vocabulary("claim_roles").label(role.value, self.brief.language) if role else "",
        )
        plain = difference.disagreement is Disagreement.DENIED
        sides = [
            line if plain else Line(words=self.words.quoted(line.words), paragraphs=line.paragraphs)
            for line in difference.sides
        ]
        return Row(heading=heading, lines=tuple(self._line(side) for side in sides))

    def _gaps(self) -> tuple[str, ...]:
        gaps = tuple(
            Line(words=self.words(f"gap_{gap.kind.value}"), paragraphs=gap.paragraphs) for gap in self.brief.gaps
        )
        return tuple(self._line(gap) for gap in gaps) or (self._no_gap(),)

    def _left_out(self) -> tuple[str, ...]:
        """What consent kept out, and which consent nobody asked the source for."""
        left, unasked = self.brief.left_out, self._unasked()
        said = [self.words("left_out", claims=left.claims, sources=left.sources)] if left.claims else []
        if unasked:
            return *said, self.words("unasked", sources=unasked)
        return tuple(said or [self.words("left_out_nothing")])

    def _unasked(self) -> int:
        return sum(not source.asked for source in self.brief.sources)

    def _unread(self) -> tuple[str, ...]:
        files = ", ".join(f"{safe(file.name)} ({self._why(file.code)})" for file in self.brief.unread)
        return (self.words("unread", number=len(self.brief.unread), files=files),) if files else ()

    def _why(self, code: str) -> str:
        known = read_words("brief")[self.brief.language]["why_unread"]
        said: str = known.get(code, code)
        return said

    def _sources(self) -> Table:
        names = ("number", "source", "relation", "grade", "consent", "cited_in")
        rows = tuple(self._source(source) for source in self.brief.sources)
        return Table(heading=self.words("sources"), columns=tuple(self.words(name) for name in names), rows=rows)

    def _source(self, source: CitedSource) -> tuple[str, ...]:
        language = self.brief.language
        grade = f"{source.grade}: {vocabulary('source_grades').label(source.grade, language)}"
        relation = vocabulary("relations").label(source.relation, language)
        answer = vocabulary("answers").label(source.consent, language)
        consent = answer if source.asked else self.words("consent_unasked")
        return str(source.number), _called(source), relation, grade, consent, runs(source.paragraphs)

    def _exhibit(self, exhibit: CitedExhibit) -> ExhibitEntry:
        number = self.words("exhibit", number=exhibit.number)
        size = format_decimal(exhibit.size, locale=LOCALES[self.brief.language])
        return ExhibitEntry(
            heading=f"{number}. {safe(exhibit.title)}",
            file=f"{self.words('exhibit_name')}: {safe(exhibit.name)}; {self.words('exhibit_size')}: {size}",
            hash=exhibit.sha256,
        )


def safe(text: str) -> str:
    """`text` on one line, with every character that has no sign, or turns or hides others, as its code: [U+202E]."""
    return _unprintable().sub(lambda found: f"[U+{ord(found[0]):04X}]", " ".join(text.split()))


@cache
def _unprintable() -> re.Pattern[str]:
    ranges = (tuple(part.split("-")) for part in read_words("printable")["ranges"].split())
    printable = "".join(f"\\U{int(part[0], 16):08X}-\\U{int(part[-1], 16):08X}" for part in ranges)
    return re.compile(f"[^{printable}\u00ad]")


def _called(source: CitedSource) -> str:
    return safe(f"{source.name} ({source.label})" if source.name else source.label)
