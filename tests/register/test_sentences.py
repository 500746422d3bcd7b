"""Claims in words."""

from datetime import UTC, datetime

import pytest

from heard.reading.draft import Argument
from heard.register.account import Account, Exhibit, Relation, Source
from heard.register.claim import Claim
from heard.register.sentences import sentence
from heard.register.vocabulary import LANGUAGES
from heard.terms.errors import NotFound
from heard.terms.saying import Kind, Polarity, Role
from heard.terms.span import Quote

TEXT = (
    "Aydan Quliyeva, a detainee, counted 58 instances of beating in the first six months of 2024. "
    "The Penitentiary Service denies the beating of Rauf Seyidov by a guard. "
    "We ask the ministry to investigate. He was on hunger strike for over 90 days."
)


def quote(words: str) -> Quote:
    start = TEXT.index(words)
    return Quote(start=start, end=start + len(words), text=words)


def claim(
    kind: Kind,
    type: str,
    *arguments: tuple[Role, str] | tuple[Role, str, str],
    polarity: Polarity = Polarity.ASSERTED,
    relation: Relation = Relation.DOCUMENT,
    language: str = "en",
    evidence: str = TEXT,
) -> Claim:
    source = Source(key="s", label="a press article", relation=relation)
    account = Account(
        key="a",
        title="Hearing",
        source=source,
        exhibit=Exhibit(key="e", sha256="0" * 64, name="hearing.txt", media_type="text/plain", size=1),
        language=language,
        received=datetime(2025, 1, 2, tzinfo=UTC),
        by="m",
    )
    return Claim(
        key="c",
        account=account,
        kind=kind,
        type=type,
        polarity=polarity,
        evidence=quote(evidence),
        arguments=tuple(Argument(role=a[0], quote=quote(a[1]), value=a[2] if len(a) > 2 else None) for a in arguments),
        page=1,
        paragraph=1,
        made_by="person",
        reviewed=True,
        by="m",
        at=datetime(2025, 1, 2, tzinfo=UTC),
    )


INSTANCES = claim(
    Kind.COUNT,
    "",
    (Role.N, "58", "58"),
    (Role.OF, "instances of beating"),
    (Role.PERIOD, "first six months of 2024", "2024-01/2024-06"),
    (Role.SOURCE, "Aydan Quliyeva"),
)
DENIAL = claim(
    Kind.ACT,
    "beating",
    (Role.VICTIM, "Rauf Seyidov"),
    (Role.PERPETRATOR, "a guard"),
    (Role.SOURCE, "Penitentiary Service"),
    polarity=Polarity.DENIED,
)


def test_a_count_is_said_with_its_unit_and_whoever_says_it() -> None:
    assert sentence(INSTANCES, "en").text.startswith("Aydan Quliyeva says: 58 instances of beating, ")


def test_a_denial_names_who_denies_in_each_language() -> None:
    openings = [sentence(DENIAL, language).text.split(":")[0] for language in LANGUAGES]

    assert openings == [
        "Penitentiary Service denies",
        "Penitentiary Service təkzib edir",
        "Penitentiary Service отрицает",
    ]


def test_words_of_another_language_stand_in_quotation_marks() -> None:
    assert "предполагаемый исполнитель: «a guard»" in sentence(DENIAL, "ru").text


def test_a_claim_without_speaker_is_said_by_the_source_of_its_account() -> None:
    said = sentence(claim(Kind.ACT, "beating", (Role.VICTIM, "Rauf Seyidov")), "en")

    assert said.text == "The source (a press article) says: beating — victim: Rauf Seyidov."


def test_a_number_without_period_says_so() -> None:
    said = sentence(claim(Kind.COUNT, "", (Role.N, "58", "58"), (Role.OF, "instances of beating")), "en")

    assert said.text == "The source (a press article) says: 58 instances of beating, period not stated."


@pytest.mark.parametrize(
    ("language", "period"),
    [
        ("en", "from January 2024 to June 2024"),
        ("az", "2024-cü ilin yanvar ayından 2024-cü ilin iyun ayınadək"),
        ("ru", "с января 2024 года по июнь 2024 года"),
    ],
)
def test_periods_and_dates_are_said_in_the_readers_language(language: str, period: str) -> None:
    assert sentence(INSTANCES, language).text.endswith(f"{period}.")


def test_a_date_without_a_year_says_so() -> None:
    said = sentence(claim(Kind.ACT, "beating", (Role.DATE, "first six", "XXXX-05-03")), "en")

    assert said.text.endswith(" — 3 May (year not stated).")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_argument_is_a_part_that_can_be_found_again(language: str) -> None:
    for said in (INSTANCES, DENIAL):
        found = [part.argument for part in sentence(said, language).parts if part.argument]

        assert sorted(found, key=lambda a: a.role) == sorted(said.arguments, key=lambda a: a.role)


def test_a_withheld_name_leaves_no_trace_in_the_sentence() -> None:
    said = sentence(DENIAL, "en", prints=lambda a: None if a.role is Role.VICTIM else a.quote.text)

    assert said.withholds
    assert "Seyidov" not in said.text
    assert "victim: a person this paper does not name" in said.text


def test_we_are_the_source_of_the_account() -> None:
    said = sentence(claim(Kind.DEMAND, "investigation", (Role.CALLER, "We"), (Role.MEASURE, "investigate")), "en")

    assert said.text == (
        "The source (a press article) asks for: investigation — in the words of the source: investigate."
    )


def test_a_language_without_words_is_refused() -> None:
    with pytest.raises(NotFound):
        sentence(DENIAL, "tr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_whom_the_source_heard_and_the_source_are_told_apart(language: str) -> None:
    quoted = {"en": "a guard", "az": "“a guard”", "ru": "«a guard»"}[language]

    for mode in (Polarity.ASSERTED, Polarity.DENIED):
        heard = sentence(claim(Kind.ACT, "beating", (Role.SOURCE, "a guard"), polarity=mode), language).text
        own = sentence(claim(Kind.ACT, "beating", polarity=mode, relation=Relation.OFFICIAL), language).text
        opening = heard.split(" — ")[0]
        assert quoted in opening
        assert "(a press article)" in opening
        assert f"({quoted})" not in opening
        assert "(a press article)" in own
        assert heard.split("(a press article)")[1] != own.split("(a press article)")[1]


@pytest.mark.parametrize("language", ["az", "ru"])
def test_speakers_in_the_account_s_own_words_are_quoted_once(language: str) -> None:
    own = claim(Kind.ACT, "beating", (Role.SOURCE, "a guard"), language=language)
    foreign = claim(Kind.ACT, "beating", (Role.SOURCE, "a guard"))

    assert sentence(own, language).text.count("a guard") == 1
    assert sentence(own, language).text == sentence(foreign, language).text


@pytest.mark.parametrize("role", [Role.SOURCE, Role.VICTIM])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pronoun_is_said_as_somebody_not_named_here(language: str, role: Role) -> None:
    said = sentence(claim(Kind.ACT, "beating", (role, "He")), language).text
    words = {
        "en": "a person the account does not name here",
        "az": "ifadənin burada adını çəkmədiyi şəxs",
        "ru": "лицо, которое сообщение здесь не называет",
    }

    assert words[language] in said
    assert "He" not in said.replace("Hearing", "")


def test_we_as_victims_are_whoever_speaks() -> None:
    assert "victim: whoever says this" in sentence(claim(Kind.ACT, "beating", (Role.VICTIM, "We")), "en").text
