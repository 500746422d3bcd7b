"""Names as a text writes them: persons by their titles, endings and company, bodies by their head words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from heard.reading.rules.phrases import folded
from heard.reading.rules.words import Words, words_of
from heard.reading.sentences import Sentence
from heard.terms.saying import NameKind


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Name:
    """Characters `start` to `end` of the content that name somebody or something; `key` is the name's plain form."""

    start: int
    end: int
    kind: NameKind
    key: str
    agent: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    word: str

    @property
    def capital(self) -> bool:
        return self.word[0].isupper()


_TOKEN = re.compile(r"[^\W_](?:[\w!]|[-/](?=[^\W\d_])|['’‘](?=s\b|[^\W\d_]{2}))*\.?")
_POSSESSIVE = re.compile(r"['’‘]s\b")
_OFFICE = re.compile(r"\s(?:Office|Bureau|Service|Club|Union|Association)\b")
_INITIAL = re.compile(r"[^\W\d_]\.")


@dataclass(frozen=True)
class _Known:
    """The word lists of a language as names need them, as written."""

    words: Words
    never: frozenset[str]
    given: frozenset[str]
    address: frozenset[str]
    titles: frozenset[str]
    bodies: frozenset[str]
    links: frozenset[str]
    known_bodies: frozenset[str]
    places: frozenset[str]
    detention: frozenset[str]
    patronymics: frozenset[str]
    particles: frozenset[str]
    agent_titles: frozenset[str]
    endings: tuple[str, ...]
    cases: tuple[str, ...]


@cache
def _known(language: str) -> _Known:
    words = words_of(language)
    return _Known(
        words,
        words.as_written("never_names") | words.as_written("days"),
        words.as_written("given_names") | words_of("en").as_written("given_names"),
        words.as_written("address"),
        words.as_written("titles"),
        words.as_written("bodies"),
        words.as_written("body_links"),
        words.as_written("known_bodies"),
        words.as_written("places"),
        words.as_written("detention_words"),
        words.as_written("patronymics"),
        words.as_written("weak_name_words"),
        words.as_written("agent_titles"),
        tuple(words.lists.get("surname_endings", ())),
        tuple(sorted(words.lists.get("case_endings", ()), key=len, reverse=True)),
    )


def find_names(content: str, sentences: tuple[Sentence, ...], language: str) -> tuple[Name, ...]:
    """Persons, bodies, posts and places of a content, in order; a surname is known everywhere once read in full."""
    known = _known(language)
    found: list[Name] = []
    pending: list[tuple[list[_Token], bool]] = []
    for sentence in sentences:
        for span in [sentence.speaker] if sentence.speaker else []:
            found.extend(_speaker(content, span.start, span.end))
        for run, first in _runs(content, sentence, known):
            body, rest = _bodies(run, content, known)
            found.extend(body)
            pending.extend((part, first and part[0] is run[0]) for part in rest)
    persons: list[Name] = []
    unsure: list[list[_Token]] = []
    for run, first in pending:
        person = _person(run, first, content, known)
        if person is None and not any(token.word in _LAWS for token in run):
            unsure.append(run)
        elif person and person.kind is NameKind.PERSON:
            persons.append(person)
        elif person:
            found.append(person)
    found.extend(persons)
    parts = _parts_of(persons)
    for run in unsure:
        found.extend(_known_again(run, parts, content, known))
    unique = {(name.start, name.end): name for name in sorted(found, key=lambda name: name.kind is NameKind.PLACE)}
    bodies = [*_small_bodies(content, language), *_sites(content)]
    kept = _without_overlaps(sorted([*unique.values(), *bodies]))
    return tuple(sorted([*kept, *_posts(content, kept, known)]))


def _speaker(content: str, start: int, end: int) -> list[Name]:
    words = content[start:end]
    titled = words.split()[0].rstrip(".") in {"Mr", "Ms", "Mrs", "Dr", "Sen", "Rep"}
    return [Name(start=start, end=end, kind=NameKind.PERSON, key=_plain(words))] if titled and len(words) > 4 else []


def _plain(words: str) -> str:
    parts = [
        part
        for part in re.findall(r"[\w'’-]+", words.casefold())
        if part not in {"mr", "ms", "mrs", "dr", "captain", "major"}
    ]
    return " ".join(parts)


def _tokens(content: str, start: int, end: int) -> Iterator[_Token]:
    for match in _TOKEN.finditer(content, start, end):
        word, stop = match[0], match.end()
        if (
            word.endswith(".")
            and not _INITIAL.fullmatch(word)
            and word
            not in {
                "Mr.",
                "Ms.",
                "Mrs.",
                "Dr.",
                "Prof.",
                "Capt.",
                "Col.",
                "Lt.",
                "Sgt.",
                "Maj.",
                "Gen.",
                "Sen.",
                "Rep.",
            }
        ):
            word, stop = word[:-1], stop - 1
        cut = _POSSESSIVE.search(word)
        if cut and cut.start() > 1 and not _OFFICE.match(content, stop):
            word, stop = word[: cut.start()], stop - (len(word) - cut.start())
        if word:
            yield _Token(match.start(), stop, word)


def _runs(content: str, sentence: Sentence, known: _Known) -> Iterator[tuple[list[_Token], bool]]:
    """Runs of capitalised words, linked by a blank or by the small words inside names, and whether one opens it."""
    run: list[_Token] = []
    first = True
    opened = False
    for token in _tokens(content, sentence.start, sentence.end):
        joined = bool(run) and content[run[-1].end : token.start] in {" ", "  ", "’s ", "'s ", "’ ", "' ", "‘s "}
        small = token.word in known.links or _is_patronymic(token, run, known) or token.word in known.particles
        if run and joined and (token.capital or small):
            run.append(token)
        else:
            yield from _trimmed(run, opened)
            run, opened = ([token], first) if token.capital else ([], False)
        first = False
    yield from _trimmed(run, opened)


def _is_patronymic(token: _Token, run: list[_Token], known: _Known) -> bool:
    """Whether "oglu" or "qızı" belongs to the name; behind a genitive it is only somebody's son or daughter."""
    if token.word.casefold() not in known.patronymics:
        return False
    return not (run and run[-1].word.endswith(("nın", "nin", "nun", "nün")))


def _trimmed(run: list[_Token], opened: bool) -> Iterator[tuple[list[_Token], bool]]:
    while (
        run
        and not run[-1].capital
        and run[-1].word.casefold() not in {"oglu", "oğlu", "oghlu", "qızı", "gizi", "qizi", "kyzy", "ogly", "kizi"}
    ):
        run = run[:-1]
    if run:
        yield run, opened


def _head(token: _Token, known: _Known) -> bool:
    word = token.word
    if (
        word in known.bodies
        or word in known.detention
        or (word.isupper() and len(word) > 3 and word.capitalize() in known.bodies)
    ):
        return True
    if known.cases:
        return _without_case(word, known) in known.bodies or _without_case(word, known) in known.detention
    return word.replace("’", "'").replace("‘", "'") in known.bodies


def _without_case(word: str, known: _Known) -> str:
    for ending in known.cases:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _is_title(token: _Token, known: _Known) -> bool:
    return token.word in known.titles or token.word in known.address


def _bodies(run: list[_Token], content: str, known: _Known) -> tuple[list[Name], list[list[_Token]]]:
    """The bodies a run names, and the stretches left over."""
    found: list[Name] = []
    rest: list[list[_Token]] = []
    for part in _parted(run, content, known):
        caps = [token for token in part if token.capital]
        written = content[part[0].start : part[-1].end]
        known_whole = next((body for body in known.known_bodies if written == body), "")
        if known_whole or any(_head(token, known) for token in caps) or _acronym(part, known):
            first = 0
            while (
                first < len(part) - 1
                and not known_whole
                and (part[first].word in _NEVER_FIRST or not part[first].capital or _is_title(part[first], known))
            ):
                first += 1
            body = part[first:]
            if body and (
                len(body) > 1 or body[0].word in known.known_bodies or _acronym(body, known) or body[0].word in _ALONE
            ):
                kind = NameKind.PLACE if _names_a_prison(body, known) else NameKind.BODY
                found.append(_name(body, kind, content))
            continue
        rest.extend(_split_links(part, known))
    return found, rest


def _names_a_prison(body: list[_Token], known: _Known) -> bool:
    """Whether a name with a body's form is that of a place of detention: "Baku Pre-Trial Detention Center"."""
    held = any(token.word in known.detention or _without_case(token.word, known) in known.detention for token in body)
    return held and not any(token.word in _NEVER_A_PRISON for token in body)


_NEVER_A_PRISON = frozenset(
    "Group Committee Service Commission Department Monitor Court Ministry Watch Council Xidməti".split()
)
_NEVER_FIRST = frozenset(
    "The A An In On At By For From To Of And But As When While After Before Republic His Her Their Our My This That First Later Meanwhile Former Mr. Ms. Mrs.".split()
)
_ALONE = frozenset("Ombudsman Parliament Congress Senate Interpol Government".split())


def _acronym(part: list[_Token], known: _Known) -> bool:
    if len(part) != 1:
        return False
    word = part[0].word
    return word in known.known_bodies or (
        2 <= len(word) <= 8
        and word.isupper()
        and word.isascii()
        and word.isalpha()
        and word not in _ROMAN
        and word not in known.never
    )


_LAWS = frozenset(
    "Act Law Code Convention Covenant Treaty Rules Bill Resolution Protocol Declaration Constitution Amendment Decree Programme Program Award Prize".split()
)
_IN = re.compile(r"\b(?:in|at|near|from|to|в|из|во)\s$")
_QUOTED = re.compile(r"[“«\"„]$")
_ROMAN = frozenset(
    "I II III IV VI VII VIII IX XI XII SEC NO AM PM TV OK USA US UK CONGRESS SESSION DENIAL FINDINGS ENTRY".split()
)


def _parted(run: list[_Token], content: str, known: _Known) -> Iterator[list[_Token]]:
    """Parts of a run at titles, at given names after a body, and at links that begin another name."""
    part: list[_Token] = []
    for position, token in enumerate(run):
        seen_head = any(_head(before, known) for before in part)
        before_link = bool(part) and not part[-1].capital
        if (
            part
            and token.capital
            and seen_head
            and not before_link
            and (_is_title(token, known) or token.word in known.given)
        ):
            yield part
            part = [] if _is_title(token, known) else [token]
            continue
        if part and not token.capital and token.word in known.links:
            following = run[position + 1 :]
            if (
                not seen_head
                and token.word not in known.particles
                or token.word in {"and", "&", "in", "against", "və"}
                and not _goes_on(part, following, token, known)
            ):
                yield part
                part = []
                continue
        if not part and not token.capital:
            continue
        part.append(token)
    if part:
        yield part


def _goes_on(part: list[_Token], following: list[_Token], link: _Token, known: _Known) -> bool:
    """Whether "and" stays inside the name: what went before asks for more and no second body begins."""
    if link.word in {"in", "against"}:
        return False
    open_list = any(not token.capital and token.word in {"of", "for", "on", "to"} for token in part) or part[
        -1
    ].word in {"Rights", "Human"}
    return open_list and not any(_head(token, known) for token in following if token.capital)


def _split_links(part: list[_Token], known: _Known) -> Iterator[list[_Token]]:
    run: list[_Token] = []
    for token in part:
        if token.capital or token.word.casefold() in known.patronymics or token.word in known.particles:
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _name(tokens: list[_Token], kind: NameKind, content: str, agent: bool = False) -> Name:
    start, end = tokens[0].start, tokens[-1].end
    return Name(start=start, end=end, kind=kind, key=_plain(content[start:end]), agent=agent)


def _surname(word: str, known: _Known) -> bool:
    plain = _without_case(word, known) if known.cases else word
    return any(
        len(form) >= 5
        and form.casefold().endswith(ending)
        and (len(ending) > 2 or len(form) > 5 or ending in {"ov", "ev"})
        for form in (word, plain)
        for ending in known.endings
    )


def _person(run: list[_Token], first: bool, content: str, known: _Known) -> Name | None:
    """The person a run of capitals names (or the place, after "in"), or None where nothing speaks for one."""
    if any(token.word in _LAWS for token in run):
        return None
    address, agent = [], False
    while run and (
        _is_title(run[0], known)
        or run[0].word in known.never
        or run[0].word in known.places
        or (len(run) > 1 and _is_noun(run[0], known))
    ):
        if run[0].word in known.address:
            address.append(run[0])
        agent = agent or run[0].word.casefold().rstrip(".") in known.agent_titles
        run = run[1:]
    while run and (
        run[-1].word in known.never
        or run[-1].word in known.places
        or not run[-1].capital
        and run[-1].word in known.particles
    ):
        run = run[:-1]
    if not run or len(run) > 5 or any(token.word in known.places or token.word in known.never for token in run):
        return None
    given = any(_stem(token.word, known) in known.given for token in run)
    named = address or any(token.word.casefold() in known.patronymics for token in run)
    several = len(run) >= 2 and not any(token.word.isupper() and len(token.word) > 3 for token in run)
    ending = _surname(run[-1].word, known)
    whole = [*address[-1:], *run]
    if named or (several and (given or ending or not first and _initials(run))):
        return _cased(whole, content, known, agent)
    if several and _IN.search(content, max(0, run[0].start - 8), run[0].start):
        return _name(run, NameKind.PLACE, content)
    if (
        several
        and len(run) <= 3
        and not _QUOTED.search(content, max(0, run[0].start - 2), run[0].start)
        and all(token.word.isalpha() and len(token.word) > 2 for token in run)
    ):
        return _cased(whole, content, known, agent)
    if (
        ending
        and not first
        and run[0].word[-2:].casefold() not in {"ia", "ua"}
        and len(run[0].word) > 5
        and not run[0].word.isupper()
    ):
        return _cased(whole, content, known, agent)
    return None


def _is_noun(token: _Token, known: _Known) -> bool:
    """Whether a capital word only says what somebody is: "Activists"."""
    small = folded(token.word, known.words.language)
    match = known.words.anywhere("sufferers", "posts").match(small)
    return bool(match) and match is not None and match.end() == len(small) and token.word not in known.given


def _initials(run: list[_Token]) -> bool:
    return any(_INITIAL.fullmatch(token.word) for token in run)


def _stem(word: str, known: _Known) -> str:
    return word if word in known.given else _without_case(word, known)


def _cased(run: list[_Token], content: str, known: _Known, agent: bool) -> Name:
    """The name as written; its key leaves out the case ending of the last word."""
    name = _name(run, NameKind.PERSON, content, agent)
    if not known.cases:
        return name
    stem = _case_cut(run[-1].word, known).casefold()
    return replace(name, key=" ".join([*name.key.split()[:-1], stem]))


def _case_cut(word: str, known: _Known) -> str:
    """A surname or given name without its case ending; the word itself where the ending may belong to it."""
    if word.casefold() in known.patronymics or word in known.given:
        return word
    for ending in known.cases:
        stem = word[: -len(ending)]
        if word.endswith(ending) and (
            stem in known.given or any(stem.casefold().endswith(end) and len(stem) > 4 for end in known.endings)
        ):
            return stem
    return word


def _parts_of(persons: list[Name]) -> dict[str, bool]:
    """Single words of the names read in full, and whether each is an agent's."""
    parts: dict[str, bool] = {}
    for name in persons:
        for word in name.key.split():
            if len(word) > 2:
                parts[word] = parts.get(word, False) or name.agent
    return parts


def _known_again(run: list[_Token], parts: dict[str, bool], content: str, known: _Known) -> Iterator[Name]:
    kept: list[_Token] = []
    for token in run:
        fits = token.word not in known.never and token.word not in known.places and bool(_part(token, parts, known))
        if fits:
            kept.append(token)
        elif kept:
            yield _cased_again(kept, parts, content, known)
            kept = []
    if kept:
        yield _cased_again(kept, parts, content, known)


def _cased_again(run: list[_Token], parts: dict[str, bool], content: str, known: _Known) -> Name:
    stems = [_part(token, parts, known) for token in run]
    name = _name(run, NameKind.PERSON, content, any(parts[stem] for stem in stems))
    return replace(name, key=" ".join(stems))


def _part(token: _Token, parts: dict[str, bool], known: _Known) -> str:
    """The part of a known name that a word is, without its case ending; "" where it is none."""
    word = token.word.casefold()
    if word in parts:
        return word
    for ending in known.cases:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2 and stem in parts:
            return stem
        if stem != word and len(stem) > 3:
            other = next((part for part in parts if part.startswith(stem) and len(part) <= len(stem) + 3), "")
            if other:
                return other
    return ""


def _without_overlaps(names: list[Name]) -> list[Name]:
    kept: list[Name] = []
    for name in names:
        if kept and name.start < kept[-1].end:
            if name.end - name.start > kept[-1].end - kept[-1].start:
                kept[-1] = name
        else:
            kept.append(name)
    return kept


_RUSSIAN_BODY = re.compile(
    r"\b[А-ЯЁ][а-яё]+(?:ий|ый|ой|ая|ого|ому|ую|им|ым|ом)(?:\s[а-яё-]+(?:ий|ый|ой|ая|ого|ому|ую|им|ым|ом)){0,3}"
    r"\s(?:суд|прокуратур|служб|департамент|управлени|комитет|комисси|совет|центр|парти|министерств|фонд|союз|институт|университет|организаци)[а-яё]{0,3}\b"
    r"(?:\s(?:по|при)\s[а-яё]+(?:\s[а-яё]+)?)?"
)
_RUSSIAN_OFFICE = re.compile(
    r"\b(?:Министерств|Генпрокуратур|Генеральн\w+ прокуратур|Служб|Управлени|Комитет|Департамент)\w{0,3}\s[а-яё]+(?:\s(?:и\s)?[а-яё]+(?:ий|ей|ия|ости|ства|ции|ия))?"
)
_SITE = re.compile(r"\b[A-ZƏÇĞİÖŞÜX][\w-]+\.(?:tv|az|org|com|net|info|ru|ge|am)\b")


def _small_bodies(content: str, language: str) -> Iterator[Name]:
    """Bodies of Russian, of whose names only the first word has a capital."""
    if language != "ru":
        return
    for finder in (_RUSSIAN_BODY, _RUSSIAN_OFFICE):
        for match in finder.finditer(content):
            yield Name(start=match.start(), end=match.end(), kind=NameKind.BODY, key=match[0].casefold())


def _sites(content: str) -> Iterator[Name]:
    for match in _SITE.finditer(content):
        yield Name(start=match.start(), end=match.end(), kind=NameKind.BODY, key=match[0].casefold())


_GAP_BEFORE = re.compile(r"[\s,]{1,2}(?:named )?$")
_GAP_AFTER = re.compile(
    r",?\s(?:who is |is |was )?(?:the |a |an |one of )?(?:imprisoned |former |then |prominent |well-known |current |acting )?"
)


def _posts(content: str, names: list[Name], known: _Known) -> Iterator[Name]:
    """Titles and occupations that stand by the name of a person."""
    finder = known.words.anywhere("posts")
    small = content.lower() if len(content.lower()) == len(content) else content
    taken: set[tuple[int, int]] = set()
    for name in names:
        if name.kind is not NameKind.PERSON:
            continue
        left = max(0, name.start - 60)
        for match in finder.finditer(small, left, name.start):
            between = content[match.end() : name.start]
            if between in {" ", ", ", " of "} or (
                len(between) < 60 and re.fullmatch(r" (?:of|at|for|in) [^,.;]{2,40},? ", between)
            ):
                taken.add((match.start(), match.end()))
        after = _GAP_AFTER.match(content, name.end)
        match = finder.match(small, after.end()) if after else None
        if match and content[name.end] == ",":
            taken.add((match.start(), match.end()))
    bodies = [(name.start, name.end) for name in names]
    for start, end in sorted(taken):
        if not any(start < stop and begin < end for begin, stop in bodies):
            yield Name(start=start, end=end, kind=NameKind.POST, key=content[start:end].casefold())
