"""A claim as a sentence in three languages: who says what, an allegation staying an allegation."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from string import Formatter
from typing import Any

from heard.reading.draft import Argument
from heard.register.account import Relation
from heard.register.claim import Claim
from heard.register.vocabulary import claim_type, read_words
from heard.register.wording import Speech, is_pronoun, printed_value, reads_as_name, speaks_of_self
from heard.terms.errors import NotFound
from heard.terms.saying import Kind, Polarity, Role

#: The words of an argument that may be printed, or None where none may.
Prints = Callable[[Argument], str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of a sentence. With `argument`: what that argument says; with `field` "type": the type of the claim.

    `withheld` is True where other words stand in for a name that must not be printed.
    """

    text: str
    field: str = ""
    argument: Argument | None = None
    withheld: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A claim in words, in the order of its parts."""

    language: str
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts)

    @property
    def withholds(self) -> bool:
        return any(part.withheld for part in self.parts)


def as_told(argument: Argument) -> str | None:
    """The words as they stand in the account, nothing withheld."""
    return argument.quote.text


def sentence(claim: Claim, language: str, *, prints: Prints = as_told) -> Sentence:
    """`claim` in words of `language`; raises NotFound for a language or type without words."""
    return _Telling(claim, language, prints).sentence()


#: Which clauses follow the head, in this order.
_CLAUSES = {
    Kind.ACT: (
        Role.VICTIM,
        Role.PERSON,
        Role.PERPETRATOR,
        Role.COUNT,
        Role.PLACE,
        Role.DATE,
        Role.PERIOD,
        Role.DURATION,
        Role.AUTHORITY,
        Role.ARTICLE,
    ),
    Kind.STATUS: (
        Role.DURATION,
        Role.COUNT,
        Role.DATE,
        Role.PERIOD,
        Role.PLACE,
        Role.AUTHORITY,
        Role.ARTICLE,
        Role.VICTIM,
        Role.PERPETRATOR,
    ),
    Kind.COUNT: (Role.PLACE, Role.PERIOD, Role.DATE, Role.DURATION, Role.VICTIM, Role.PERPETRATOR),
    Kind.POSITION: (Role.BODY, Role.PLACE, Role.DATE, Role.PERIOD, Role.DURATION),
    Kind.DEMAND: (
        Role.MEASURE,
        Role.TARGET,
        Role.BENEFICIARY,
        Role.PERSON,
        Role.VICTIM,
        Role.PLACE,
        Role.DATE,
        Role.PERIOD,
    ),
}


#: Kinds whose head goes on as a list rather than opening one.
_LISTS = frozenset({Kind.COUNT, Kind.STATUS, Kind.POSITION})


class _Telling:
    """Puts one claim into words; used once."""

    def __init__(self, claim: Claim, language: str, prints: Prints) -> None:
        if language not in read_words("sentences") or language == "meta":
            raise NotFound("sentences", language)
        self.claim = claim
        self.language = language
        self.words: dict[str, Any] = read_words("sentences")[language]
        self.foreign = claim.account.language != language
        self.prints = prints

    def sentence(self) -> Sentence:
        frame, speaker = self._speaker()
        filled = {"speaker": (speaker,), "teller": (self._source(),), "what": tuple(self._what())}
        parts = self._fill(self.words["frame"][frame], filled)
        return Sentence(language=self.language, parts=tuple(_joined(parts)))

    # who speaks

    def _speaker(self) -> tuple[str, Part]:
        mode = self._mode()
        role = Role.CALLER if mode == "demand" else Role.SOURCE
        speaker = self.claim.first(role)
        if speaker is not None and speaks_of_self(speaker.quote.text):
            return f"{mode}_account", self._source()
        if speaker is None:
            return f"{mode}_{self._whose_word(mode)}", self._source()
        part = self._said(speaker)
        if part.withheld or is_pronoun(speaker.quote.text):
            return f"{mode}_described", part
        if self._is_name(speaker):
            return f"{mode}_named", part
        return f"{mode}_described", replace(part, text=self._within(part.text))

    def _within(self, words: str) -> str:
        """`words` as they stand within a sentence: "The guards" become "the guards", or they are quoted."""
        if self.words["quotes_speakers"]:
            return words if self.foreign and not reads_as_name(words) else self._quoted(words)
        opens = words.startswith(tuple(self.words["articles"]))
        return words[0].lower() + words[1:] if opens else words

    def _source(self) -> Part:
        return Part(text=self.claim.account.source.label, field="source")

    def _is_name(self, speaker: Argument) -> bool:
        """A single word that opens the evidence may owe its capital to that alone ("Detainees say")."""
        words = speaker.quote.text
        alone = len(words.split()) == 1 and speaker.quote.start == self.claim.evidence.start
        return reads_as_name(words) and not alone

    def _mode(self) -> str:
        if self.claim.polarity is Polarity.DENIED:
            return "denied"
        return "demand" if self.claim.kind is Kind.DEMAND else "asserted"

    def _whose_word(self, mode: str) -> str:
        """Whether the account's own source speaks, or reports somebody who is not named."""
        relation = self.claim.account.source.relation
        if mode == "denied":
            return "account" if relation is Relation.OFFICIAL else "unnamed"
        if mode == "demand":
            reports = {Relation.DOCUMENT, Relation.MEMBER, Relation.UNKNOWN}
            return "unnamed" if relation in reports else "account"
        return "account"

    # what is said

    def _what(self) -> Iterator[Part]:
        yield from self._head()
        before = self.words["after_list" if self.claim.kind in _LISTS else "after_head"]
        for clause in self._clauses():
            yield Part(text=before)
            yield from clause
            before = self.words["between"]

    def _head(self) -> Iterable[Part]:
        name, roles = self._head_name()
        parts = {role.value: tuple(self._all(role)) for role in roles}
        if self.claim.kind in {Kind.ACT, Kind.STATUS, Kind.DEMAND}:
            label = claim_type(self.claim.kind, self.claim.type).label(self.language)
            parts["type"] = (Part(text=label, field="type"),)
        return self._fill(self.words["head"][name], parts)

    def _head_name(self) -> tuple[str, tuple[Role, ...]]:
        has = self.claim.first
        match self.claim.kind:
            case Kind.STATUS:
                return ("status", (Role.PERSON,)) if has(Role.PERSON) else ("status_nobody", ())
            case Kind.COUNT:
                return self._count_head()
            case Kind.POSITION:
                roles = (Role.HOLDER, Role.POST)
                found = (bool(has(Role.HOLDER)), bool(has(Role.POST)))
                names = {(True, True): "position", (False, True): "position_nobody", (True, False): "position_bare"}
                return names.get(found, "nothing"), roles
            case other:
                return other.value, ()

    def _count_head(self) -> tuple[str, tuple[Role, ...]]:
        number, unit = self.claim.first(Role.N), self.claim.first(Role.OF)
        if number is None:
            return ("count_unnumbered", (Role.OF,)) if unit else ("nothing", ())
        if unit is None:
            return "count_bare", (Role.N,)
        in_order = number.quote.end <= unit.quote.start and not self.foreign
        return "count" if in_order else "count_translated", (Role.N, Role.OF)

    def _clauses(self) -> Iterator[Iterable[Part]]:
        for role in _CLAUSES[self.claim.kind]:
            parts = tuple(self._all(role))
            if parts:
                yield self._fill(self.words["clause"][role.value], {role.value: parts})
        yield from self._other_speakers()
        if self._lacks_period():
            yield (Part(text=self.words["clause"]["period_missing"]),)

    def _other_speakers(self) -> Iterator[Iterable[Part]]:
        """Who speaks besides the one the sentence opens with."""
        opening = Role.CALLER if self._mode() == "demand" else Role.SOURCE
        for role in (Role.SOURCE, Role.CALLER):
            others = self.claim.all(role)[1:] if role is opening else self.claim.all(role)
            if others:
                yield self._fill(self.words["clause"][role.value], {role.value: tuple(self._listed(others))})

    def _lacks_period(self) -> bool:
        numbered = self.claim.first(Role.N) or self.claim.first(Role.COUNT)
        return bool(numbered) and not any(self.claim.first(role) for role in (Role.PERIOD, Role.DATE, Role.DURATION))

    # arguments in words

    def _all(self, role: Role) -> Iterator[Part]:
        return self._listed(self.claim.all(role))

    def _listed(self, arguments: Iterable[Argument]) -> Iterator[Part]:
        for number, argument in enumerate(arguments):
            if number:
                yield Part(text=self.words["list"])
            yield self._said(argument)

    def _said(self, argument: Argument) -> Part:
        field = argument.role.value
        printed = self.prints(argument)
        if printed is None:
            return Part(text=self.words["withheld"], field=field, argument=argument, withheld=True)
        words = " ".join(printed.split())
        if is_pronoun(words):
            return Part(text=self._pointed_at(words), field=field, argument=argument)
        speech = Speech(language=self.language, foreign=self.foreign, words=self.words)
        text = printed_value(argument, words, speech)
        if text is None:
            text = self._quoted(words) if self.foreign and not reads_as_name(words) else words
        return Part(text=text, field=field, argument=argument, withheld=printed != argument.quote.text)

    def _pointed_at(self, pronoun: str) -> str:
        """Whom a pronoun stands for, as far as it tells; the pronoun itself stays in the quotation."""
        name = "speaking" if speaks_of_self(pronoun) else "not_named_here"
        said: str = self.words[name]
        return said

    def _quoted(self, words: str) -> str:
        quoted: str = self.words["quote"].format(words=words)
        return quoted

    def _fill(self, template: str, values: dict[str, tuple[Part, ...]]) -> Iterator[Part]:
        for literal, name, _, _ in Formatter().parse(template):
            if literal:
                yield Part(text=literal)
            if name is not None:
                yield from values[name]


def _joined(parts: Iterable[Part]) -> Iterator[Part]:
    """The same sentence with neighbouring bare texts made one."""
    waiting = ""
    for part in parts:
        if part.argument is None and not part.field:
            waiting += part.text
            continue
        if waiting:
            yield Part(text=waiting)
            waiting = ""
        yield part
    if waiting:
        yield Part(text=waiting)
