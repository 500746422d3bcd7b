"""A small register to test in: its members, and one account in three sentences. All names and places are invented."""

from hashlib import sha256

from heard.custody.acts import Act
from heard.procedures.add_source import add_source
from heard.procedures.doing import procedure
from heard.reading.draft import Argument, Draft, NameDraft
from heard.reading.text import Text
from heard.records.shelf.accounts import Telling, put_account, put_text
from heard.register.account import Answer, Consent, Exhibit, Relation
from heard.register.claim import Saying
from heard.register.member import Member, MemberRole
from heard.terms.ids import random_id
from heard.terms.saying import Kind, NameKind, Polarity, Role

AYSEL = Member(key="a" * 32, name="Aysel", role=MemberRole.DOCUMENTER)
ORXAN = Member(key="b" * 32, name="Orxan", role=MemberRole.REVIEWER)
SEVDA = Member(key="c" * 32, name="Sevda", role=MemberRole.REVIEWER)
ADMIN = Member(key="d" * 32, name="Admin", role=MemberRole.ADMINISTRATOR)
MACHINE = Member(key="e" * 32, name="machine", role=MemberRole.MACHINE)
KEPT_AND_READ = Consent(answers=(("store_encrypted", Answer.GRANTED), ("on_device_ai_reading", Answer.GRANTED)))

LETTER = (
    "Tural Kərimov was beaten in Qaradağ prison on 3 March 2024 by Rauf Səmədov.\n\n"
    "Kərimov has been on hunger strike since 5 March 2024.\n\n"
    "The prison service denied that Tural Kərimov was beaten.\n"
)


def letter(content: str = LETTER) -> Text:
    starts = [0] + [place + 2 for place in range(len(content)) if content.startswith("\n\n", place)]
    return Text(content=content, language="en", paragraph_starts=tuple(starts))


def a_source(by: Member = AYSEL, label: str = "a relative") -> str:
    return add_source(by=by, label=label, relation=Relation.RELATIVE, grade="C", consent=KEPT_AND_READ)


def an_account(content: str = LETTER, *, by: Member = AYSEL, source: str = "", urgent: bool = False) -> str:
    """The key of an account with this text, without the sealed file that `keep_account` would keep."""
    source = source or a_source(by)
    data = content.encode()
    with procedure(by=by, needs="account.add") as doing:
        key, exhibit = doing.new_id(), doing.new_id()
        entry = doing.log(act=Act.ACCOUNT_ADDED, item=key)
        kept = Exhibit(
            key=exhibit, sha256=sha256(data).hexdigest(), name="letter.txt", media_type="text/plain", size=len(data)
        )
        telling = Telling(key=key, title="A letter", source=source, told="2024-03", urgent=urgent)
        put_account(telling, kept, sealed=random_id() * 2, entry=entry)
        put_text(key, letter(content), extractor="plain 1", entry=entry)
    return key


def part(content: str, role: Role, words: str, value: str | None = None, *, after: int = 0) -> Argument:
    start = content.index(words, after)
    return Argument(role=role, quote=letter(content).quote(start, start + len(words)), value=value)


def beating(content: str = LETTER) -> Saying:
    sentence = content.index(".") + 1
    return Saying(
        kind=Kind.ACT,
        type="beating",
        evidence=letter(content).quote(0, sentence),
        arguments=(
            part(content, Role.VICTIM, "Tural Kərimov"),
            part(content, Role.PERPETRATOR, "Rauf Səmədov"),
            part(content, Role.PLACE, "Qaradağ prison"),
            part(content, Role.DATE, "3 March 2024", "2024-03-03"),
        ),
    )


def strike(content: str = LETTER) -> Saying:
    start = content.index("Kərimov has")
    return Saying(
        kind=Kind.STATUS,
        type="hunger_strike",
        evidence=letter(content).quote(start, content.index(".", start) + 1),
        arguments=(
            part(content, Role.PERSON, "Kərimov", after=start),
            part(content, Role.DATE, "5 March 2024", "2024-03-05"),
        ),
    )


def denial(content: str = LETTER) -> Saying:
    start = content.index("The prison service")
    return Saying(
        kind=Kind.ACT,
        type="beating",
        polarity=Polarity.DENIED,
        evidence=letter(content).quote(start, content.index(".", start) + 1),
        arguments=(
            part(content, Role.SOURCE, "The prison service", after=start),
            part(content, Role.VICTIM, "Tural Kərimov", after=start),
        ),
    )


class Fixed:
    """A reader that proposes the three things the letter says."""

    name, version = "fixed", "1"

    def read(self, text: Text) -> tuple[Draft, ...]:
        return tuple(
            Draft(
                text=text,
                kind=said.kind,
                type=said.type,
                polarity=said.polarity,
                evidence=said.evidence,
                arguments=said.arguments,
                maker=f"fixed/{said.type}",
            )
            for said in (beating(text.content), strike(text.content), denial(text.content))
        )

    def names(self, text: Text) -> tuple[NameDraft, ...]:
        words = "Tural Kərimov"
        places = (place for place in range(len(text.content)) if text.content.startswith(words, place))
        return tuple(
            NameDraft(text=text, kind=NameKind.PERSON, quote=text.quote(place, place + len(words))) for place in places
        )
