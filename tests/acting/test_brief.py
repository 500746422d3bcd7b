"""Briefs: cited, consented, and silent about whom they must not name."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.acting.accounts import LETTER, REPLY, TODAY, USE, account, brief, claim, claims

from heard.acting.brief import Brief, GapKind, Reviewed
from heard.acting.brief_json import brief_json
from heard.acting.compose import compose
from heard.acting.withholding import names_no_person
from heard.register.account import Answer, Consent, Relation
from heard.register.claim import Claim
from heard.register.contradictions import Disagreement
from heard.register.vocabulary import LANGUAGES
from heard.terms.errors import NotFound
from heard.terms.saying import Kind, Polarity, Role


def made(said: list[Claim], **changes: Any) -> Brief:
    return compose(said, **{"title": "A brief", "language": "en", "use": USE, "on": TODAY, **changes})


def printed(paper: Brief) -> str:
    """Everything that a paper made of this brief can print."""
    return brief_json(paper).decode()


def test_every_claim_that_consent_allows_is_said_once_with_its_citation() -> None:
    paper = brief()

    assert sorted(p.citation.claim for p in paper.paragraphs) == sorted(c.key for c in claims())
    assert [p.number for p in paper.paragraphs] == list(range(1, len(claims()) + 1))


def test_a_citation_gives_the_words_of_the_exhibit_and_where_they_stand() -> None:
    cited = next(p for p in brief().paragraphs if p.citation.claim == "c6").citation

    assert cited.quoted == REPLY[cited.start : cited.end]
    assert (cited.grade, cited.credibility, cited.page) == ("D", "2", 1)


def test_a_denial_stands_beneath_what_it_denies() -> None:
    denied = next(p for p in brief().paragraphs if p.citation.claim == "c2")

    assert [(d.citation.claim, d.number) for d in denied.denials] == [("c6", denied.number + 1)]


def test_one_number_of_different_things_is_shown_with_both_paragraphs() -> None:
    difference = next(d for d in brief().differences if d.disagreement is Disagreement.UNIT)

    assert (difference.about, [side.words for side in difference.sides]) == (
        "58",
        ["instances of beating", "detainees"],
    )


def test_what_consent_forbids_is_left_out_and_only_the_number_is_said() -> None:
    silent = account("reply", REPLY, label="the press office", consent=Consent(answers=((USE, Answer.REFUSED),)))

    paper = made(claims(reply=silent))

    assert (paper.left_out.claims, paper.left_out.sources) == (3, 1)
    assert "press office" not in printed(paper)
    assert "questioned" not in printed(paper)


@pytest.mark.parametrize("answer", [answer for answer in Answer if answer is not Answer.GRANTED])
def test_anything_but_a_yes_is_a_no(answer: Answer) -> None:
    unasked = account("letter", LETTER, consent=Consent(answers=((USE, answer),)))

    assert made(claims(letter=unasked)).left_out.claims == 5


def test_alleged_perpetrators_are_withheld_by_default_and_their_posts_printed() -> None:
    paper = brief()

    assert "Elxanov" not in printed(paper)
    assert "Rustam" not in printed(paper)
    assert "alleged perpetrator: Captain [name withheld]" in paper.paragraphs[0].text
    assert paper.paragraphs[0].citation.redacted


def test_alleged_perpetrators_are_named_when_somebody_decides_so_or_inside_the_organisation() -> None:
    assert "Captain Rustam Elxanov" in brief(name_perpetrators=True).paragraphs[0].text
    assert "Captain Rustam Elxanov" in brief(use="internal_analysis").paragraphs[0].text


@pytest.mark.parametrize(
    "written",
    [
        "ELXANOV",
        "Elxanovun",
        "Rustam Elxanov's",
        "R. Elxanov",
        "Elxano\u00adv",
        "E\u200blxanov",
        "Élxanov",
        "Эльханов",
        "Эльханову",
    ],
    ids=["capitals", "case", "genitive", "initial", "soft hyphen", "invisible space", "accent", "Cyrillic", "dative"],
)
def test_a_withheld_name_is_found_however_it_is_written(written: str) -> None:
    text = f"The order came from {written} on Monday."
    letter = account("note", text)
    said = claim("c99", letter, text, text, Kind.ACT, "threat")

    quoted = made([*claims(), said], title=f"What {written} did").paragraphs

    assert "The order came from [name withheld] on Monday." in [p.citation.quoted for p in quoted]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("prison guards", True),
        ("Nasimi District Court", True),
        ("Bakı polis idarəsinin əməkdaşları", True),
        ("начальник СИЗО", True),
        ("they", True),
        ("two guards", True),
        ("four masked men in plain clothes", True),
        ("mülki geyimli dörd nəfər", True),
        ("iki nəzarətçi", True),
        ("maskalı adamlar", True),
        ("четверо в штатском", True),
        ("двое мужчин в масках", True),
        ("four masked men and Uncle", False),
        ("mülki geyimli Kişiyev", False),
        ("двое мужчин и рустам", False),
        ("the “Butcher”", False),
        ("Black", False),
        ("Green", False),
        ("Adam", False),
        ("Qara", False),
        ("Captain Rustam Elxanov", False),
        ("Hakimova", False),
        ("Mansurov", False),
        ("следователь Керимов", False),
        ("the one they call Uncle", False),
    ],
)
def test_posts_and_bodies_are_told_from_persons(words: str, shown: bool) -> None:
    assert names_no_person(words) is shown


@pytest.mark.parametrize(
    ("written", "hidden"), [("Алиев", True), ("Əliyevin", True), ("Ulvi", False), ("alive", False)]
)
def test_names_that_only_sound_a_little_alike_are_left_alone(written: str, hidden: bool) -> None:
    text = f"Colonel Aliyev gave the order. Somebody called {written} was there."
    note = account("note", text)
    order = claim(
        "c98", note, text, "Colonel Aliyev gave the order.", Kind.ACT, "threat", (Role.PERPETRATOR, "Colonel Aliyev")
    )
    there = claim("c99", note, text, f"Somebody called {written} was there.", Kind.ACT, "threat")

    assert (written not in printed(made([order, there]))) is hidden


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paper_for_a_use_without_names_names_nobody(language: str) -> None:
    asked = Consent(answers=(("press_anonymised", Answer.GRANTED),))
    accounts = {name: account(name, text, consent=asked) for name, text in (("letter", LETTER), ("reply", REPLY))}
    said = [c for c in claims(**accounts) if c.account.key != "article"]

    paper = printed(made(said, language=language, use="press_anonymised", name_perpetrators=True))

    assert [name for name in ("Seyidov", "Quliyeva", "Elxanov") if name in paper] == []
    assert "Penitentiary Service" in paper


def test_a_name_in_small_letters_is_withheld_too() -> None:
    text = "elxanov dedi ki, sus. hamı bilir ki, elxanov vurur."
    said = claim("c99", account("note", text), text, text, Kind.ACT, "threat", (Role.PERPETRATOR, "elxanov"))

    assert "elxanov" not in printed(made([said]))


def test_a_source_that_may_not_be_named_is_named_nowhere() -> None:
    letter = account("letter", LETTER, name="Aydan Quliyeva")
    letter = replace(letter, title="Letter of Aydan Quliyeva", exhibit=replace(letter.exhibit, name="quliyeva.txt"))

    assert "quliyeva" not in printed(made(claims(letter=letter))).casefold()


def test_a_source_that_agreed_to_be_named_is_named() -> None:
    letter = account("letter", LETTER, name="Aydan Quliyeva", shareable_name=True)

    assert made(claims(letter=letter)).sources[0].name == "Aydan Quliyeva"


def test_what_is_not_known_is_said_with_its_paragraphs() -> None:
    paper = brief()
    found = {gap.kind: [paper.paragraphs[n - 1].citation.claim for n in gap.paragraphs] for gap in paper.gaps}

    assert found[GapKind.UNREVIEWED] == ["c9", "c11", "c10"]
    assert found[GapKind.UNIT] == ["c11"]
    assert found[GapKind.VICTIM] == ["c3"]
    assert found[GapKind.DATE] == ["c3"]
    assert "c9" not in found[GapKind.SINGLE]


def test_a_brief_says_how_much_of_it_a_person_has_accepted() -> None:
    said = claims()

    assert made(said).reviewed is Reviewed.PART
    assert made([c for c in said if c.reviewed]).reviewed is Reviewed.EVERYTHING
    assert made([c for c in said if not c.reviewed]).reviewed is Reviewed.NOTHING


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_said_in_each_language(language: str) -> None:
    paper = brief(language)

    assert len({p.text for p in paper.paragraphs}) == len(claims())
    assert "{" not in printed(paper).replace('{"', "").replace("{}", "")


def test_an_unknown_use_is_refused() -> None:
    with pytest.raises(NotFound):
        brief(use="anything_goes")


def test_the_same_claims_make_the_same_bytes() -> None:
    assert brief_json(brief()) == brief_json(brief())


ANSWERS = st.sampled_from([*Answer, None])


@st.composite
def some_claims(draw: st.DrawFn) -> list[Claim]:
    """Some of the claims of three accounts whose sources answered anything, each with a word nobody else says."""
    told = {}
    for name, text in (("letter", LETTER), ("reply", REPLY)):
        answer = draw(ANSWERS)
        consent = Consent(answers=((USE, answer),) if answer else ())
        relation = draw(st.sampled_from(Relation))
        told[name] = account(name, text, label=f"label-{name}", consent=consent, relation=relation)
    said = draw(st.permutations(claims(**told)))[: draw(st.integers(0, 11))]
    flipped = draw(st.sets(st.sampled_from([c.key for c in said]))) if said else set()
    return [replace(c, polarity=Polarity.DENIED, denies=("c2", "c8")) if c.key in flipped else c for c in said]


@settings(max_examples=60, deadline=None)
@given(said=some_claims(), language=st.sampled_from(LANGUAGES))
def test_no_sentence_lacks_a_span_and_none_cites_what_consent_forbids(said: list[Claim], language: str) -> None:
    texts = {"exhibit-letter": LETTER, "exhibit-reply": REPLY}
    allowed = {c.key: c for c in said if c.account.source.consent.allows(USE)}

    paper = made(said, language=language)

    assert sorted(p.citation.claim for p in paper.paragraphs) == sorted(allowed)
    for paragraph in paper.paragraphs:
        cited, source = paragraph.citation, allowed[paragraph.citation.claim]
        exhibit = paper.exhibits[cited.exhibit - 1]
        assert (exhibit.sha256, cited.start, cited.end) == (
            source.account.exhibit.sha256,
            source.evidence.start,
            source.evidence.end,
        )
        if exhibit.key in texts and not cited.redacted:
            assert texts[exhibit.key][cited.start : cited.end] == cited.quoted
    silent = {c.account.source for c in said} - {c.account.source for c in allowed.values()}
    assert [s.label for s in silent if s.label in printed(paper)] == []


@settings(max_examples=40, deadline=None)
@given(said=some_claims(), language=st.sampled_from(LANGUAGES))
def test_whatever_points_at_paragraphs_points_at_ones_that_exist(said: list[Claim], language: str) -> None:
    paper = made(said, language=language)
    known = {p.number for p in paper.paragraphs}
    lines = [
        *paper.summary.who,
        *paper.summary.what,
        *paper.summary.by_whose_word,
        *paper.summary.asked,
        *paper.gaps,
        *paper.sources,
        *(side for difference in paper.differences for side in difference.sides),
    ]

    assert all(line.paragraphs and set(line.paragraphs) <= known for line in lines)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "words", ["mülki geyimli dörd nəfər", "four masked men in plain clothes", "четверо в штатском"]
)
def test_what_describes_people_without_naming_them_is_printed_whole(words: str, language: str) -> None:
    text = f"Onu {words} apardı."
    said = claim("c99", account("note", text), text, text, Kind.ACT, "abduction", (Role.PERPETRATOR, words))

    (paragraph,) = made([said], language=language).paragraphs

    assert words in paragraph.text
    assert not paragraph.withholds
    assert paragraph.citation.quoted == text
