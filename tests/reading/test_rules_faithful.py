"""Whatever the text, the rules quote it exactly, in order, and in time that grows with its length only."""

import itertools
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heard.reading.prediction import prediction
from heard.reading.rules import RuleReader
from heard.reading.text import Text
from heard.terms.saying import Kind

ENGLISH = """1. Farid Emin oglu Aslanov
Date of arrest: 4 June 2019
Case background: Aslanov, a journalist, was detained by officers of the
Main Department in Sheki and beaten for three days; his law-
yer was not let in. “They hung me from the bars,” he said. At least nine
prisoners died in custody since 2021. We urge the Council to impose sanctions.
    Ms. AYDIN. They gave him eleven years. The ministry denied that he was tortured."""
RUSSIAN = """Журналист Фарид Асланов голодает в изоляторе уже 34 дня. По словам адвоката, его избили.
3 ноября суд приговорил Асланова к семи годам лишения свободы; жалобы остались без ответа."""
AZERBAIJANI = """Jurnalist Fərid Aslanov İstanbulda saxlanılıb. Vəkilinin sözlərinə görə, ona işgəncə verilib.
Məhkəmə onu 9 il müddətinə azadlıqdan məhrum edib; hakimiyyət bunu inkar edir."""
SAMPLES = {"en": ENGLISH, "ru": RUSSIAN, "az": AZERBAIJANI}


def assert_faithful(content: str, language: str) -> None:
    text = Text(content=content, language=language)
    reader = RuleReader()
    drafts, names = tuple(reader.read(text)), tuple(reader.names(text))
    for draft in drafts:
        for quote in (draft.evidence, *(argument.quote for argument in draft.arguments)):
            assert content[quote.start : quote.end] == quote.text
    assert [draft.evidence.start for draft in drafts] == sorted(draft.evidence.start for draft in drafts)
    for one, other in itertools.pairwise(names):
        assert one.quote.end <= other.quote.start


@given(st.sampled_from(sorted(SAMPLES)), st.integers(0, 400), st.integers(1, 400))
@settings(max_examples=60, deadline=None)
def test_any_slice_of_a_text_is_quoted_exactly(language: str, start: int, length: int) -> None:
    assert_faithful(SAMPLES[language][start : start + length], language)


@given(st.randoms(use_true_random=False), st.sampled_from(sorted(SAMPLES)))
@settings(max_examples=60, deadline=None)
def test_any_shuffle_of_words_and_lines_is_quoted_exactly(order: random.Random, language: str) -> None:
    words = [word for sample in SAMPLES.values() for word in sample.split(" ")]
    order.shuffle(words)
    assert_faithful(" ".join(words[: order.randint(1, len(words))]), language)


@given(st.text(max_size=200), st.sampled_from([*sorted(SAMPLES), "und"]))
@settings(max_examples=150, deadline=None)
def test_any_characters_at_all_are_read_without_harm(content: str, language: str) -> None:
    if content and not any("\ud800" <= mark <= "\udfff" for mark in content):
        assert_faithful(content, language)


@pytest.mark.parametrize("language", sorted(SAMPLES))
def test_the_same_text_gives_the_same_drafts(language: str) -> None:
    text = Text(content=SAMPLES[language], language=language)
    assert tuple(RuleReader().read(text)) == tuple(RuleReader().read(text))


HOSTILE = {
    "one word without end": "tortur" * 40,
    "capitals": "Farid Aslanov Emin ",
    "be and and": "was and was beaten and by and ",
    "dots": "...",
    "dots and letters": ".a.B",
    "brackets": "Article 133 (((",
    "quotes": "“”\"'’",
    "blanks": " \t ",
    "lines": "a\n",
    "numbers": "1,234.5-6 ",
    "semicolons": "he was beaten;",
    "gaps": "denied to the a of ",
    "gap words": "not not not not allowed allowed ",
    "turns": "Mr. AB. x\n",
    "names that return": "Aslanov was beaten. ",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_with_length_and_no_faster(piece: str) -> None:
    def seconds(length: int) -> float:
        text = Text(content=(piece * (length // len(piece) + 1))[:length], language="en")
        began = time.process_time()
        tuple(RuleReader().read(text))
        return time.process_time() - began

    seconds(2_000)
    short, long = seconds(20_000), seconds(80_000)
    assert long < short * 9 + 0.2


def test_the_plain_form_carries_file_hash_claims_and_mentions() -> None:
    text = Text(content=ENGLISH, language="en")
    reader = RuleReader()
    plain = prediction(text, reader.read(text), reader.names(text), "entry.txt")
    assert (plain["file"], plain["sha256"]) == ("entry.txt", text.sha256)
    claims, mentions = plain["claims"], plain["mentions"]
    assert isinstance(claims, list)
    assert isinstance(mentions, list)
    assert {claim["kind"] for claim in claims} == {"act", "detention_event", "count", "demand"}
    assert {mention["label"] for mention in mentions} >= {"PER", "ORG"}
    evidence = [claim["evidence"] for claim in claims]
    assert all(ENGLISH[one["start"] : one["end"]] == one["text"] for one in evidence)


def test_positions_have_no_place_in_the_plain_form() -> None:
    text = Text(content="Emin Karimli was appointed head of the colony.", language="en")
    drafts = tuple(RuleReader().read(text))
    assert [draft.kind for draft in drafts] == [Kind.POSITION]
    assert prediction(text, drafts, (), "x")["claims"] == []
