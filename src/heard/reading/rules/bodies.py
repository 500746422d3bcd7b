"""Names of bodies: runs of capitals with a word such as "Court" or "Ministry" in them, acronyms, sites."""

import re
from collections.abc import Iterator

from heard.reading.rules.capitals import Known, Run, Token
from heard.reading.rules.found import Name, named
from heard.terms.saying import NameKind

_BREAKING = frozenset(["and", "&", "in", "against", "və"])
_OPEN = frozenset(["of", "for", "on", "to"])
_RUSSIAN_ENDINGS = "(?:ий|ый|ой|ая|ого|ому|ую|им|ым|ом)"
_RUSSIAN_BODY = re.compile(
    rf"\b[А-ЯЁ][а-яё]+{_RUSSIAN_ENDINGS}(?:\s[а-яё-]+{_RUSSIAN_ENDINGS}){{0,3}}"
    r"\s(?:суд|прокуратур|служб|департамент|управлени|комитет|комисси|совет|центр|парти|министерств|фонд|союз|институт"
    r"|университет|организаци)[а-яё]{0,3}\b(?:\s(?:по|при)\s[а-яё]+(?:\s[а-яё]+)?)?"
)
_RUSSIAN_OFFICE = re.compile(
    r"\b(?:Министерств|Генпрокуратур|Генеральн\w+ прокуратур|Служб|Управлени|Комитет|Департамент)\w{0,3}\s"
    r"(?![а-яё]+(?:ет|ют|ит|ят|л|ло|ла|ли)\b)[а-яё]+"
    r"(?:\s(?:и\s)?[а-яё]+(?:ий|ей|ия|ости|ства|ции|ия))?"
)
_SITE = re.compile(r"\b[A-ZƏÇĞİÖŞÜX][\w-]+\.(?:tv|az|org|com|net|info|ru|ge|am)\b")


def bodies_in(run: Run, content: str, known: Known) -> tuple[list[Name], list[Run]]:
    """The bodies a run names, and the stretches left over for persons."""
    found: list[Name] = []
    rest: list[Run] = []
    for part in _parted(run, known):
        whole = content[part[0].start : part[-1].end] in known.known_bodies
        if whole or any(known.is_head(token) for token in part if token.capital) or _is_acronym(part, known):
            body = part if whole else _without_lead(part, known)
            if (
                len(body) > 1
                or whole
                or _is_acronym(body, known)
                or body[0].word in known.words.as_written("bodies_alone")
            ):
                kind = NameKind.PLACE if _names_a_prison(body, known) else NameKind.BODY
                found.append(named(body[0].start, body[-1].end, kind, content))
        else:
            rest.extend(_split_links(part, known))
    return found, rest


def bodies_by_form(content: str, language: str) -> Iterator[Name]:
    """Sites, and in Russian bodies of whose names only the first word has a capital."""
    finders = (_SITE, _RUSSIAN_BODY, _RUSSIAN_OFFICE) if language == "ru" else (_SITE,)
    for finder in finders:
        for match in finder.finditer(content):
            yield named(match.start(), match.end(), NameKind.BODY, content)


def _without_lead(part: Run, known: Known) -> Run:
    first = 0
    while first < len(part) - 1 and (
        part[first].word in known.words.as_written("never_first")
        or not part[first].capital
        or (known.is_title(part[first]) and not _leads_to_office(part, first))
    ):
        first += 1
    last = len(part)
    if known.words.language == "az":
        last = max((place + 1 for place, token in enumerate(part) if known.is_head(token)), default=last)
    return part[first:last] or part


def _leads_to_office(run: Run, position: int) -> bool:
    """Whether a title is part of an office: "Prosecutor General’s Office", "General Prosecutor's Office"."""
    return any(
        "Office" in token.word or token.word.endswith("Prokurorluq") for token in run[position + 1 : position + 4]
    )


def _names_a_prison(body: Run, known: Known) -> bool:
    """Whether a name with a body's form is that of a place of detention: "Baku Pre-Trial Detention Center"."""
    held = any(token.word in known.detention or known.without_case(token.word) in known.detention for token in body)
    return held and not any(token.word in known.words.as_written("never_a_prison") for token in body)


def _is_acronym(part: Run, known: Known) -> bool:
    if len(part) != 1:
        return False
    word = part[0].word
    plain = word.isupper() and word.isascii() and word.isalpha() and 2 <= len(word) <= 6
    return word in known.known_bodies or (
        plain and word not in known.words.as_written("no_acronyms") and word not in known.never
    )


def _parted(run: Run, known: Known) -> Iterator[Run]:
    """Parts of a run at titles, at given names after a body, and at links that begin another name."""
    part: Run = []
    for position, token in enumerate(run):
        if token.capital and _begins_a_person(part, run, position, known):
            yield part
            part = [] if known.is_title(token) else [token]
        elif part and not token.capital and token.word in known.links and _ends_here(part, run, position, known):
            yield part
            part = []
        elif part or token.capital:
            part.append(token)
    if part:
        yield part


def _begins_a_person(part: Run, run: Run, position: int, known: Known) -> bool:
    """Whether behind the name of a body a title or a given name begins another name."""
    if not part or not part[-1].capital or not any(known.is_head(before) for before in part):
        return False
    token = run[position]
    return token.word in known.given or (known.is_title(token) and not _leads_to_office(run, position))


def _ends_here(part: Run, run: Run, position: int, known: Known) -> bool:
    """Whether a small word ends the name: before any head word, or an "and" that begins a second body."""
    link = run[position].word
    if link in known.particles:
        return False
    if not any(known.is_head(token) for token in part):
        return True
    return link in _BREAKING and not _goes_on(part, run[position + 1 :], link, known)


def _goes_on(part: Run, following: Run, link: str, known: Known) -> bool:
    """Whether "and" stays inside the name: what went before asks for more and no second body begins."""
    if link in {"in", "against"}:
        return False
    asks = any(not token.capital and token.word in _OPEN for token in part) or part[-1].word in {"Rights", "Human"}
    return asks and not any(known.is_head(token) for token in following if token.capital)


def _split_links(part: Run, known: Known) -> Iterator[Run]:
    run: list[Token] = []
    for token in part:
        if token.capital or token.word.casefold() in known.patronymics or token.word in known.particles:
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run
