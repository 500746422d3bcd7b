"""Invented accounts that tests make briefs of."""

from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256

from heard.acting.brief import Brief
from heard.acting.compose import compose
from heard.reading.draft import Argument
from heard.register.account import Account, Answer, Consent, Exhibit, Relation, Source
from heard.register.claim import Claim
from heard.terms.saying import Kind, Polarity, Role
from heard.terms.span import Quote

WHEN = datetime(2025, 3, 4, tzinfo=UTC)
TODAY = date(2025, 3, 5)
USE = "un_confidential"

LETTER = (
    "I am Aydan Quliyeva. I counted 58 instances of beating in the first six months of 2024 in the remand prison. "
    "On 3 February 2024 Captain Rustam Elxanov beat Rauf Seyidov with a hose. "
    "Elxanov told him that blows had made his career. "
    "Rauf Seyidov has been on hunger strike for over 90 days. We ask the Ombudsman to investigate the beatings."
)
REPLY = (
    "The Penitentiary Service denies the beating of Rauf Seyidov. It speaks of 58 detainees who were questioned "
    "in the first six months of 2024. Rauf Seyidov was arrested on 20 November 2023."
)
ARTICLE = (
    "По словам адвоката, Рауф Сеидов был задержан 21 ноября 2023 года. Союз матерей требует освободить его. "
    "Не менее девяти заключённых голодали."
)


def account(key: str, text: str, **source: object) -> Account:
    """An account whose source granted USE."""
    plain = Source(
        key=f"source-{key}",
        label="a former detainee",
        relation=Relation.WITNESS,
        grade="B",
        consent=Consent(answers=((USE, Answer.GRANTED), ("internal_analysis", Answer.GRANTED))),
    )
    exhibit = Exhibit(
        key=f"exhibit-{key}",
        sha256=sha256(text.encode()).hexdigest(),
        name=f"{key}.txt",
        media_type="text/plain",
        size=len(text.encode()),
    )
    return Account(
        key=key,
        title=key.capitalize(),
        source=replace(plain, **source),  # type: ignore[arg-type]
        exhibit=exhibit,
        language="en",
        received=WHEN,
        by="m",
    )


def quote(text: str, words: str) -> Quote:
    start = text.index(words)
    return Quote(start=start, end=start + len(words), text=words)


def claim(  # noqa: PLR0917 - what a claim is made of
    key: str,
    told: Account,
    text: str,
    evidence: str,
    kind: Kind,
    type: str,
    *said: tuple[Role, str] | tuple[Role, str, str],
    polarity: Polarity = Polarity.ASSERTED,
    reviewed: bool = True,
) -> Claim:
    arguments = tuple(Argument(role=a[0], quote=quote(text, a[1]), value=a[2] if len(a) > 2 else None) for a in said)
    return Claim(
        key=key,
        account=told,
        kind=kind,
        type=type,
        polarity=polarity,
        evidence=quote(text, evidence),
        arguments=arguments,
        page=1,
        paragraph=1,
        credibility="2",
        made_by="person",
        reviewed=reviewed,
        by="m",
        at=WHEN,
    )


def claims(letter: Account | None = None, reply: Account | None = None, article: Account | None = None) -> list[Claim]:
    """What a letter, an official reply and a Russian article say."""
    letter = letter or account("letter", LETTER)
    reply = reply or account("reply", REPLY, label="the press office", relation=Relation.OFFICIAL, grade="D")
    article = replace(
        article or account("article", ARTICLE, label="газета «Пример»", relation=Relation.DOCUMENT, grade="C"),
        language="ru",
    )
    six_months = (Role.PERIOD, "first six months of 2024", "2024-01/2024-06")
    return [
        claim(
            "c1", letter, LETTER, "I counted 58 instances of beating in the first six months of 2024", Kind.COUNT, "",
            (Role.N, "58", "58"), (Role.OF, "instances of beating"), six_months, (Role.SOURCE, "Aydan Quliyeva"),
        ),
        claim(
            "c2", letter, LETTER, "On 3 February 2024 Captain Rustam Elxanov beat Rauf Seyidov with a hose.", Kind.ACT,
            "beating", (Role.VICTIM, "Rauf Seyidov"), (Role.PERPETRATOR, "Captain Rustam Elxanov"),
            (Role.DATE, "3 February 2024", "2024-02-03"), (Role.PLACE, "remand prison"),
        ),
        claim(
            "c3", letter, LETTER, "Elxanov told him that blows had made his career.", Kind.ACT, "impunity",
            (Role.PERPETRATOR, "Elxanov"),
        ),
        claim(
            "c4", letter, LETTER, "Rauf Seyidov has been on hunger strike for over 90 days.", Kind.STATUS,
            "hunger_strike", (Role.PERSON, "Rauf Seyidov"), (Role.DURATION, "over 90 days", "P90D+"),
        ),
        claim(
            "c5", letter, LETTER, "We ask the Ombudsman to investigate the beatings.", Kind.DEMAND, "investigation",
            (Role.CALLER, "We"), (Role.TARGET, "Ombudsman"), (Role.MEASURE, "investigate the beatings"),
        ),
        replace(
            claim(
                "c6", reply, REPLY, "The Penitentiary Service denies the beating of Rauf Seyidov.", Kind.ACT, "beating",
                (Role.VICTIM, "Rauf Seyidov"), (Role.SOURCE, "Penitentiary Service"), polarity=Polarity.DENIED,
            ),
            denies=("c2",),
        ),
        claim(
            "c7", reply, REPLY, "It speaks of 58 detainees who were questioned in the first six months of 2024.",
            Kind.COUNT, "", (Role.N, "58", "58"), (Role.OF, "detainees"), six_months,
        ),
        claim(
            "c8", reply, REPLY, "Rauf Seyidov was arrested on 20 November 2023.", Kind.STATUS, "arrest",
            (Role.PERSON, "Rauf Seyidov"), (Role.DATE, "20 November 2023", "2023-11-20"),
        ),
        claim(
            "c9", article, ARTICLE, "По словам адвоката, Рауф Сеидов был задержан 21 ноября 2023 года.", Kind.STATUS,
            "arrest", (Role.PERSON, "Рауф Сеидов"), (Role.DATE, "21 ноября 2023 года", "2023-11-21"),
            (Role.SOURCE, "адвоката"), reviewed=False,
        ),
        claim(
            "c10", article, ARTICLE, "Союз матерей требует освободить его.", Kind.DEMAND, "release",
            (Role.CALLER, "Союз матерей"), (Role.MEASURE, "освободить его"), reviewed=False,
        ),
        claim(
            "c11", article, ARTICLE, "Не менее девяти заключённых голодали.", Kind.COUNT, "",
            (Role.N, "Не менее девяти", ">=9"), (Role.OF, "заключённых"), reviewed=False,
        ),
    ]  # fmt: skip


def brief(language: str = "en", **changes: object) -> Brief:
    """The brief of claims(), for USE."""
    wanted: dict[str, object] = {"title": "Beatings in a remand prison", "use": USE, "on": TODAY, **changes}
    return compose(claims(), language=language, **wanted)  # type: ignore[arg-type]
