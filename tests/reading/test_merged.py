"""Readings of several readers become one."""

from collections.abc import Iterable
from dataclasses import replace

from heard.reading.draft import Draft, NameDraft
from heard.reading.merged import Merged, merge
from heard.reading.rules import RuleReader
from heard.reading.text import Text
from heard.terms.saying import Polarity

TEXT = Text(content="Guards beat Farid Aslanov in May. Nigar Aslanova was released in June.", language="en")


class Surer:
    """A reader that proposes what the rules propose, surer of it."""

    name = "surer"
    version = "1"

    def read(self, text: Text) -> Iterable[Draft]:
        return [replace(draft, confidence=0.99, maker="surer/1") for draft in RuleReader().read(text)]

    def names(self, text: Text) -> Iterable[NameDraft]:
        return RuleReader().names(text)


def test_a_claim_that_two_readers_propose_is_kept_once_with_the_surer_reading() -> None:
    merged = tuple(Merged([RuleReader(), Surer()]).read(TEXT))
    assert len(merged) == len(tuple(RuleReader().read(TEXT))) == 2
    assert {draft.maker for draft in merged} == {"surer/1"}


def test_names_that_two_readers_find_stand_once() -> None:
    assert tuple(Merged([RuleReader(), Surer()]).names(TEXT)) == tuple(RuleReader().names(TEXT))


def test_two_claims_of_one_reader_are_never_joined() -> None:
    drafts = tuple(RuleReader().read(TEXT))
    assert merge([[drafts[0], drafts[0]]]) == (drafts[0], drafts[0])


def test_a_claim_and_its_denial_stay_two() -> None:
    one = next(iter(RuleReader().read(TEXT)))
    assert len(merge([[one], [replace(one, polarity=Polarity.DENIED)]])) == 2
