"""Two whole documents, invented, and what somebody who reads them would note down."""

from heard.reading.draft import Draft
from heard.reading.rules import RuleReader
from heard.reading.text import Text
from heard.terms.saying import Kind, NameKind, Polarity, Role

LETTER = """A letter from Karsova prison

Nigar Aslanova, 12 March 2023

My brother, Farid Aslanov, is a teacher. On 3 February 2023 he was arrested in Port Selim by officers
of the Third Department. His lawyer, Leyla Karimli, said that he was beaten at the police station and
forced to sign a confession. On 5 February the Karsova District Court ordered three months of
pre-trial detention. He has been on hunger strike since 20 February, and he is denied medical care.

The prison administration denied that any inmate had been beaten.

At least 14 prisoners have died in custody since 2021. We ask the Council of Europe to send a
delegation, and we call on the government to release all political prisoners.
"""

DIGEST = """ОБЗОР ПЕЧАТИ

1. Март 2023 года

Полиция задержала журналиста Фарида Асланова 3 марта 2023 года в Порт-Селиме. По словам адвоката Лейлы Каримли, его
избили в отделении полиции. 5 марта суд приговорил его к семи годам лишения свободы.

Министерство отрицает, что заключённых избивают.

2. Апрель 2023 года

Нигяр Асланова объявила голодовку и требует освободить всех политзаключённых.
"""


def read(content: str, language: str) -> tuple[Draft, ...]:
    return tuple(RuleReader().read(Text(content=content, language=language)))


def notes(drafts: tuple[Draft, ...]) -> set[tuple[Kind, str, Polarity]]:
    return {(draft.kind, draft.type, draft.polarity) for draft in drafts}


def part(drafts: tuple[Draft, ...], type: str, role: Role) -> list[tuple[str, str | None]]:
    one = next(draft for draft in drafts if draft.type == type)
    return [(" ".join(item.quote.text.split()), item.value) for item in one.arguments if item.role is role]


def test_a_letter_is_read_as_its_reader_would_note_it_down() -> None:
    drafts = read(LETTER, "en")
    assert notes(drafts) == {
        (Kind.STATUS, "arrest", Polarity.ASSERTED),
        (Kind.ACT, "beating", Polarity.ASSERTED),
        (Kind.ACT, "forced_confession", Polarity.ASSERTED),
        (Kind.STATUS, "remand", Polarity.ASSERTED),
        (Kind.STATUS, "hunger_strike", Polarity.ASSERTED),
        (Kind.ACT, "denial_of_medical_care", Polarity.ASSERTED),
        (Kind.ACT, "beating", Polarity.DENIED),
        (Kind.ACT, "death_in_custody", Polarity.ASSERTED),
        (Kind.COUNT, "", Polarity.ASSERTED),
        (Kind.DEMAND, "access", Polarity.ASSERTED),
        (Kind.DEMAND, "release", Polarity.ASSERTED),
    }


def test_the_parts_of_the_letter_stand_where_they_belong() -> None:
    drafts = read(LETTER, "en")
    assert part(drafts, "arrest", Role.DATE) == [("3 February 2023", "2023-02-03")]
    assert part(drafts, "arrest", Role.AUTHORITY) == [("Third Department", None)]
    assert part(drafts, "arrest", Role.PLACE) == [("Port Selim", None)]
    assert part(drafts, "beating", Role.SOURCE) == [("Leyla Karimli", None)]
    assert part(drafts, "remand", Role.DURATION) == [("three months", "P3M")]
    assert part(drafts, "remand", Role.AUTHORITY) == [("Karsova District Court", None)]
    assert part(drafts, "death_in_custody", Role.COUNT) == [("At least 14", ">=14")]
    assert part(drafts, "release", Role.TARGET) == [("the government", None)]


def test_the_names_of_the_letter_are_found_wherever_they_return() -> None:
    names = RuleReader().names(Text(content=LETTER, language="en"))
    persons = {name.quote.text for name in names if name.kind is NameKind.PERSON}
    bodies = {name.quote.text for name in names if name.kind is NameKind.BODY}
    assert persons == {"Nigar Aslanova", "Farid Aslanov", "Leyla Karimli"}
    assert {"Karsova District Court", "Council of Europe", "Third Department"} <= bodies


def test_a_russian_digest_is_read_as_its_reader_would_note_it_down() -> None:
    drafts = read(DIGEST, "ru")
    assert notes(drafts) == {
        (Kind.STATUS, "arrest", Polarity.ASSERTED),
        (Kind.ACT, "beating", Polarity.ASSERTED),
        (Kind.STATUS, "sentence", Polarity.ASSERTED),
        (Kind.ACT, "beating", Polarity.DENIED),
        (Kind.STATUS, "hunger_strike", Polarity.ASSERTED),
        (Kind.DEMAND, "release", Polarity.ASSERTED),
    }
    assert part(drafts, "arrest", Role.PERSON) == [("Фарида Асланова", None)]
    assert part(drafts, "arrest", Role.DATE) == [("3 марта 2023 года", "2023-03-03")]
    assert part(drafts, "beating", Role.SOURCE) == [("Лейлы Каримли", None)]
    assert part(drafts, "sentence", Role.DURATION) == [("семи годам", "P7Y")]
