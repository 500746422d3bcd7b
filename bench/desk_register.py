"""A large invented register, the same every time: 100,000 claims on 20,000 accounts. Nobody in it exists."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import pairwise

from django.db import connection, transaction

from heard.custody.acts import Act
from heard.procedures.doing import Doing, procedure
from heard.records import models as tables
from heard.records.derive.whole import mend
from heard.records.spelling import name_folded
from heard.register.member import Member, MemberRole
from heard.terms.ids import random_id

ACCOUNTS, CLAIMS_EACH, SOURCES, AT_ONCE = 20_000, 5, 2_000, 500
READER = Member(key="e" * 32, name="builder", role=MemberRole.DOCUMENTER)

FIRST = ("Ülvi", "Aysel", "Rəşad", "Günel", "Tural", "Sevda", "Elçin", "Nərmin", "Kamran", "Ləman", "Vüqar", "Jalə")
LAST = ("Həsənli", "Kərimov", "Səmədov", "Quliyeva", "Əzizli", "Xəlilov", "Şükürlü", "Cabbarlı", "Nəzərov", "Orucov")
PLACES = ("Qaradağ prison", "Ağdaş police station", "Çaylı colony", "Göytəpə detention centre", "Narlı district court")
CITIES = tuple(
    f"{name}{end}" for name in ("Ağ", "Göy", "Qara", "Daş", "Bağ", "Çay") for end in ("dərə", "kənd", "tala")
)
CYRILLIC = {"Ülvi Həsənli": "Ульви Гасанлы", "Tural Kərimov": "Турал Керимов", "Rəşad Səmədov": "Рашад Самедов"}
ASCII = str.maketrans("əöüğışçƏÖÜĞİŞÇ", "aougiscAOUGISC")
ACTS = ("beating", "torture", "threat", "ill_treatment", "denial_of_counsel", "solitary_confinement")
STATUSES = ("arrest", "charge", "remand", "sentence", "hunger_strike", "release")


@dataclass(slots=True)
class Telling:
    """A text as it grows, and the claims at its spans."""

    content: str = ""
    starts: list[int] = field(default_factory=lambda: [0])
    claims: list[dict[str, object]] = field(default_factory=list)

    def add(self, words: str) -> tuple[int, int]:
        start = len(self.content)
        self.content += words
        return start, len(self.content)

    def paragraph(self) -> None:
        self.content += "\n\n"
        self.starts.append(len(self.content))


def build() -> None:
    """Fill the register of the home that is open."""
    chance = random.Random(58)
    sources = _build_sources()
    for first in range(0, ACCOUNTS, AT_ONCE):
        with procedure(by=READER, needs="account.add") as doing:
            _build_accounts(doing, chance, sources, range(first, first + AT_ONCE))
    _build_judgements(chance)
    with transaction.atomic():
        mend()
    if connection.vendor == "postgresql":  # which does so by itself in time; SQLite never does
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def _build_sources() -> list[int]:
    with procedure(by=READER, needs="source.add") as doing:
        for number in range(SOURCES):
            key = doing.new_id()
            entry = doing.log(act=Act.SOURCE_ADDED, item=key)
            row = tables.Source.objects.create(
                key=key, label=f"source {number}", relation="relative", shareable_name=False, entry_id=entry
            )
            tables.SourceGrade.objects.create(source=row, grade="ABCDEF"[number % 6], entry_id=entry)
            for use in ("internal_analysis", "anonymous_statistics", "share_un"):
                tables.ConsentAnswer.objects.create(source=row, use=use, answer="granted", entry_id=entry)
    return list(tables.Source.objects.values_list("pk", flat=True))


def _build_accounts(doing: Doing, chance: random.Random, sources: list[int], numbers: range) -> None:
    told = [_tell(chance, number) for number in numbers]
    entries = {number: doing.log(act=Act.ACCOUNT_ADDED, item=random_id()) for number in numbers}
    exhibits = tables.Exhibit.objects.bulk_create(
        tables.Exhibit(
            key=random_id(), sha256=sha256(telling.content.encode()).hexdigest(), sealed=random_id() * 2,
            name="letter.txt", media_type="text/plain", size=len(telling.content), entry_id=entries[number],
        )
        for number, telling in zip(numbers, told, strict=True)
    )  # fmt: skip
    accounts = tables.Account.objects.bulk_create(
        tables.Account(
            key=random_id(), title=f"Letter {number}", source_id=chance.choice(sources), exhibit=exhibit,
            told="2024", urgent=number % 40 == 0, entry_id=entries[number],
        )
        for number, exhibit in zip(numbers, exhibits, strict=True)
    )  # fmt: skip
    tables.AccountText.objects.bulk_create(
        tables.AccountText(
            account=account, content=telling.content, sha256=sha256(telling.content.encode()).hexdigest(),
            language=("en", "en", "az", "ru")[number % 4], page_starts=[0], paragraph_starts=telling.starts,
            extractor="bench", entry_id=entries[number],
        )
        for number, account, telling in zip(numbers, accounts, told, strict=True)
    )  # fmt: skip
    _build_readings(accounts, told, entries, numbers)
    _build_claims(accounts, told, entries, numbers)


def _build_readings(
    accounts: list[tables.Account], told: list[Telling], entries: dict[int, int], numbers: range
) -> None:
    readings = tables.Reading.objects.bulk_create(
        tables.Reading(account=account, reader="bench", version="1", drafts=CLAIMS_EACH, entry_id=entries[number])
        for number, account in zip(numbers, accounts, strict=True)
    )
    tables.Draft.objects.bulk_create(
        tables.Draft(
            key=random_id(), account=account, reading=reading, kind=claim["kind"], type=claim["type"],
            polarity=claim["polarity"], start=claim["start"], end=claim["end"], quote=claim["quote"], page=1,
            paragraph=1, arguments=[list(part) for part in claim["parts"]], maker="bench/1", confidence=0.5,
            entry_id=entries[number],
        )
        for number, account, reading, telling in zip(numbers, accounts, readings, told, strict=True)
        for claim in telling.claims
    )  # fmt: skip


def _build_claims(accounts: list[tables.Account], told: list[Telling], entries: dict[int, int], numbers: range) -> None:
    claims, mentions, arguments = [], [], []
    for number, account, telling in zip(numbers, accounts, told, strict=True):
        for said in telling.claims:
            claim = tables.Claim(
                key=random_id(), account=account, kind=said["kind"], type=said["type"], polarity=said["polarity"],
                start=said["start"], end=said["end"], quote=said["quote"], page=1, paragraph=1, credibility="3",
                maker="bench/1", reviewed=number % 3 > 0, entry_id=entries[number],
            )  # fmt: skip
            claims.append(claim)
            for ordinal, (role, start, end, words, value) in enumerate(said["parts"]):
                mention = None
                if value is None:
                    mention = tables.Mention(
                        key=random_id(), account=account, kind="place" if role == "place" else "person", start=start,
                        end=end, words=words, page=1, folded=name_folded(words), maker="bench/1",
                        entry_id=entries[number],
                    )  # fmt: skip
                    mentions.append(mention)
                arguments.append(
                    tables.ClaimArgument(
                        claim=claim,
                        ordinal=ordinal,
                        role=role,
                        start=start,
                        end=end,
                        words=words,
                        value=value,
                        mention=mention,
                        entry_id=entries[number],
                    )
                )
    tables.Claim.objects.bulk_create(claims)
    tables.Mention.objects.bulk_create(mentions)
    for argument in arguments:
        argument.claim_id = argument.claim.pk
        argument.mention_id = argument.mention.pk if argument.mention else None
    tables.ClaimArgument.objects.bulk_create(arguments)


def _tell(chance: random.Random, number: int) -> Telling:
    telling = Telling()
    person = _person(chance)
    for place in range(CLAIMS_EACH):
        telling.add(_filler(chance, number, place))
        telling.paragraph()
        kind = "act" if place % 2 == 0 else "status"
        _claim(telling, chance, kind, person if place < 3 else _person(chance), denied=place == 4 and number % 10 == 0)
        telling.paragraph()
    telling.add(_filler(chance, number, CLAIMS_EACH))
    return telling


def _claim(telling: Telling, chance: random.Random, kind: str, person: str, *, denied: bool) -> None:
    start = len(telling.content)
    parts: list[tuple[str, int, int, str, str | None]] = []

    def part(role: str, words: str, value: str | None = None) -> None:
        parts.append((role, *telling.add(words), words, value))

    day = f"2024-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    type = chance.choice(ACTS if kind == "act" else STATUSES)
    part("victim" if kind == "act" else "person", person)
    telling.add(f" spoke of {type.replace('_', ' ')} in ")
    part("place", chance.choice(PLACES) if chance.random() < 0.5 else f"{chance.choice(CITIES)} {chance.randrange(40)}")
    telling.add(" on ")
    part("date", day, day)
    if kind == "act":
        telling.add(" by ")
        part("perpetrator", _person(chance))
    telling.add(", the relatives were told.")
    telling.claims.append(
        {
            "kind": kind,
            "type": type,
            "polarity": "denied" if denied else "asserted",
            "start": start,
            "end": len(telling.content),
            "quote": telling.content[start:],
            "parts": parts,
        }
    )


def _person(chance: random.Random) -> str:
    """Some names are very frequent, most are rare, and each is spelt in several ways."""
    if chance.random() < 0.3:
        name = chance.choice(tuple(CYRILLIC))
        return chance.choice((name, name, name.translate(ASCII), CYRILLIC[name]))
    return f"{chance.choice(FIRST)} {chance.choice(LAST)[:-1]}{chr(97 + chance.randrange(26))}{chance.randrange(90)}"


def _filler(chance: random.Random, number: int, place: int) -> str:
    """Two sentences: common words everywhere, "lawyer" in a fifth of accounts, one rare word in a thousand."""
    words = [f"{chance.choice(('wall', 'door', 'letter', 'winter', 'road'))}{chance.randrange(400)}" for _ in range(14)]
    if number % 5 == 0 and place == 0:
        words.insert(3, "lawyer")
    if number % 1_000 == 7 and place == 0:
        words.insert(5, "lighthouse")
    return f"In prison they said {' '.join(words[:8])}. Nobody knew {' '.join(words[8:])}."


def _build_judgements(chance: random.Random) -> None:
    """Three persons are joined over thousands of accounts each, two places, and some incidents over two or three."""
    with procedure(by=READER, needs="judgement.make") as doing:
        for pairs, subject in ((_same_names(), "mentions"), (_same_acts(chance), "claims")):
            side = subject[:-1]
            tables.Judgement.objects.bulk_create(
                tables.Judgement(
                    key=(key := random_id()),
                    subject=subject,
                    verdict="same",
                    reason="bench",
                    entry_id=doing.log(act=Act.MENTIONS_JUDGED, item=key),
                    **{f"left_{side}_id": left, f"right_{side}_id": right},
                )
                for left, right in pairs
            )


def _same_names() -> Iterator[tuple[int, int]]:
    for name, russian in CYRILLIC.items():
        spellings = (name, name.translate(ASCII), russian)
        found = list(tables.Mention.objects.filter(words__in=spellings).order_by("pk").values_list("pk", flat=True))
        yield from pairwise(found[:6_000])
    for place in PLACES[:2]:
        yield from pairwise(
            list(tables.Mention.objects.filter(words=place).order_by("pk").values_list("pk", flat=True))
        )


def _same_acts(chance: random.Random) -> Iterator[tuple[int, int]]:
    acts = list(tables.Claim.objects.filter(kind="act").order_by("pk").values_list("pk", flat=True))
    for place in chance.sample(range(len(acts) - 50), len(acts) // 12):
        yield acts[place], acts[place + 1 + chance.randrange(49)]
