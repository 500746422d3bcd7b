"""What a brief says of itself is true: who consented, who decided, what was left, what could not be read."""

from dataclasses import replace

import pytest
from tests.acting.accounts import LETTER, REPLY, TODAY, USE, account, brief, claims

from heard.acting.brief import Brief, Reviewed
from heard.acting.compose import INSIDE, compose
from heard.acting.paper import paper
from heard.acting.sheet import Paper
from heard.acting.words import Words
from heard.register.account import Account, Answer, Consent
from heard.register.vocabulary import LANGUAGES, needs_native_review
from heard.terms.errors import TruncatedFile

in_each_language = pytest.mark.parametrize("language", LANGUAGES)


def empty(language: str, *, left_out: bool) -> Brief:
    refused = Consent(answers=((USE, Answer.REFUSED),))
    told = {name: account(name, text, consent=refused) for name, text in TEXTS.items()}
    said = [c for c in claims(**told) if c.account.key != "article"] if left_out else []
    return compose(said, title="T", language=language, use=USE, on=TODAY)


TEXTS = {"letter": LETTER, "reply": REPLY}


def words_of(sheet: Paper) -> str:
    """Everything on page one and in what stands after the paragraphs."""
    rows = [*sheet.summary, sheet.unknown, sheet.verify]
    return "\n".join([sheet.mark, *sheet.made, *sheet.cautions, *(line for row in rows for line in row.lines)])


def unasked(name: str, text: str) -> Account:
    granted = ((USE, Answer.GRANTED),)
    return account(name, text, consent=Consent(answers=granted, unasked=frozenset({USE})))


@in_each_language
def test_consent_that_nobody_asked_the_source_for_is_told_apart(language: str) -> None:
    words = Words(language)
    said = claims(letter=unasked("letter", LETTER))

    sheet = paper(compose(said, title="T", language=language, use=USE, on=TODAY))

    assert [row[4] == words("consent_unasked") for row in sheet.sources.rows] == [True, False, False]
    assert words("unasked", sources=1) in sheet.unknown.lines
    assert words("left_out_nothing") not in words_of(sheet)


@in_each_language
def test_a_decision_is_spoken_of_only_where_there_was_one(language: str) -> None:
    words = Words(language)

    inside = paper(brief(language, use=INSIDE))
    decided = paper(brief(language, use=INSIDE, name_perpetrators=True, decided=True))
    shown = paper(brief(language, name_perpetrators=True))

    assert words("shown_names_inside") in inside.cautions
    assert words("shown_names") not in inside.cautions
    assert words("shown_names") in decided.cautions
    assert words("shown_names") in shown.cautions


@in_each_language
@pytest.mark.parametrize("left_out", [True, False], ids=["without consent", "without claims"])
def test_a_brief_of_nothing_says_why_and_claims_nothing_else(language: str, left_out: bool) -> None:
    words = Words(language)
    made = empty(language, left_out=left_out)
    said = words_of(paper(made))

    assert made.reviewed is Reviewed.EMPTY
    assert words("empty_without_consent" if left_out else "empty_without_claims") in said
    untrue = ("reviewed_mark", "nothing_missing", "nothing_asked", "nobody_named", "allegation")
    assert [name for name in untrue if words(name) in said] == []


@in_each_language
def test_files_that_could_not_be_read_are_named_with_the_reason(language: str) -> None:
    sheet = paper(brief(language, unread=[("letter.pdf", TruncatedFile().code), ("b.bin", "NoSuchCode")]))

    (line,) = [line for line in sheet.unknown.lines if "letter.pdf" in line]
    assert line in sheet.summary[-1].lines
    assert "2" in line
    assert "TruncatedFile" not in line
    assert "NoSuchCode" in line


@in_each_language
def test_a_name_to_withhold_stays_hidden_in_the_names_of_unread_files(language: str) -> None:
    sheet = paper(brief(language, unread=[("Elxanov.pdf", TruncatedFile().code)], made_by="Elxanov Office"))

    assert "Elxanov" not in words_of(sheet)


@in_each_language
def test_who_made_the_paper_stands_on_page_one_and_only_if_given(language: str) -> None:
    assert any("Example House, +0" in line for line in paper(brief(language, made_by="Example House, +0")).made)
    assert len(paper(brief(language, made_by=" ")).made) == 2


@in_each_language
def test_the_last_page_says_what_verifying_needs(language: str) -> None:
    said = " ".join(paper(brief(language)).verify.lines)

    assert [part for part in ("python verify.py", "pip install cryptography", "heard verify") if part not in said] == []


@in_each_language
def test_wording_no_native_lawyer_has_reviewed_says_so_on_page_one_and_at_the_end(language: str) -> None:
    sheet = paper(brief(language))

    if language in needs_native_review("brief"):
        note = Words(language)("needs_native_review")
        assert note in sheet.cautions
        assert note in sheet.verify.lines
    else:
        assert len(sheet.cautions) == 2


@in_each_language
def test_page_one_gives_the_clearest_number_first(language: str) -> None:
    said = claims()
    bare = [replace(c, reviewed=True) for c in said if c.key == "c11"]
    guessed = [replace(c, reviewed=False) for c in said if c.key == "c1"]
    clear = [c for c in said if c.key == "c7"]

    made = compose([*bare, *guessed, *clear], title="T", language=language, use=USE, on=TODAY)
    order = [made.paragraphs[line.paragraphs[0] - 1].citation.claim for line in made.summary.what]

    assert order == ["c7", "c1", "c11"]


@in_each_language
def test_page_one_says_of_how_many_paragraphs_something_is_missing(language: str) -> None:
    made = brief(language)
    words = Words(language)

    lines = paper(made).summary[-1].lines

    for gap in made.gaps:
        said = words(f"gap_{gap.kind.value}")
        assert words("missing_in", words=said, number=len(gap.paragraphs), total=len(made.paragraphs)) in lines


def test_one_claim_is_enough_not_to_be_empty() -> None:
    (first, *_) = claims()

    assert compose([replace(first)], title="T", language="en", use=USE, on=TODAY).reviewed is Reviewed.EVERYTHING
