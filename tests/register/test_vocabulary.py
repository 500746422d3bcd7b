"""Controlled words: complete, stable, in three languages, with their marks."""

import re
from collections import Counter
from importlib.resources import files

import pytest

from heard.register.account import Answer, Relation
from heard.register.vocabulary import LANGUAGES, Term, acts_of, claim_type, events_of, read_words, vocabulary
from heard.terms.errors import NotFound
from heard.terms.saying import Kind, Role

VOCABULARIES = sorted(
    file.name.removesuffix(".toml")
    for file in files("heard.vocabulary").iterdir()
    if file.name.endswith(".toml") and "terms" in read_words(file.name.removesuffix(".toml"))
)

ACT_TYPES = (
    "killing death_in_custody torture beating ill_treatment sexual_violence threat enforced_disappearance abduction "
    "arbitrary_detention unfair_trial fabricated_charges forced_confession denial_of_counsel denial_of_medical_care "
    "denial_of_contact inhuman_conditions solitary_confinement harassment discrimination domestic_violence "
    "media_restriction assembly_restriction travel_ban property_seizure retaliation impunity"
)
STATUS_TYPES = "arrest charge remand sentence appeal sentence_change release transfer hunger_strike hunger_strike_end"
DEMAND_TYPES = (
    "release sanctions aid_condition investigation medical_care access end_abuse reform drop_charges lift_ban "
    "accountability reparation review other"
)


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_term_has_a_label_in_three_languages(name: str) -> None:
    for term in vocabulary(name):
        assert [language for language in LANGUAGES if not term.label(language).strip()] == []


@pytest.mark.parametrize("name", VOCABULARIES)
def test_ids_are_unique_and_plain(name: str) -> None:
    ids = Counter(term.id for term in vocabulary(name))

    assert max(ids.values()) == 1
    assert [id for id in ids if not re.fullmatch(r"[A-Za-z0-9_.-]+", id)] == []


@pytest.mark.parametrize("name", VOCABULARIES)
def test_drafted_labels_stay_marked_until_a_native_reader_has_checked_them(name: str) -> None:
    assert {term.needs_native_review for term in vocabulary(name)} == {("az", "ru")}


def test_acts_come_in_fourteen_groups_and_ninety_three() -> None:
    levels = Counter(term.facts["level"] for term in vocabulary("acts"))

    assert levels == {1: 14, 2: 93}


def test_every_act_belongs_to_its_group_and_says_what_it_can_breach() -> None:
    acts = [term for term in vocabulary("acts") if term.facts["level"] == 2]

    assert [act.id for act in acts if act.id.split(".")[0] != act.facts["group"]] == []
    assert [act.id for act in acts if not act.facts["breaches"] or not act.definition] == []
    assert {type(act.facts["urgent"]) for act in acts} == {bool}


def test_every_breach_names_a_known_instrument() -> None:
    known = {term.id for term in vocabulary("instruments")}

    cited = {breach.split(" ")[0] for act in vocabulary("acts") for breach in act.facts["breaches"]}

    assert cited - known == set()


def test_instruments_keep_how_far_they_were_checked() -> None:
    assert {term.facts["verification"] for term in vocabulary("instruments")} == {"seen", "partly_seen", "recalled"}


@pytest.mark.parametrize(
    ("kind", "types"),
    [(Kind.ACT, ACT_TYPES), (Kind.STATUS, STATUS_TYPES), (Kind.DEMAND, DEMAND_TYPES)],
    ids=["acts", "statuses", "demands"],
)
def test_every_type_that_reading_gives_is_known_and_no_other(kind: Kind, types: str) -> None:
    known = [term.id.split(".")[1] for term in vocabulary("types") if term.id.startswith(f"{kind.value}.")]

    assert sorted(known) == sorted(types.split())


@pytest.mark.parametrize("type", ACT_TYPES.split())
def test_every_act_type_stands_for_known_acts(type: str) -> None:
    assert acts_of(type)


@pytest.mark.parametrize("type", STATUS_TYPES.split())
def test_every_status_type_stands_for_known_events(type: str) -> None:
    assert events_of(type)


@pytest.mark.parametrize(
    ("name", "values"),
    [("answers", Answer), ("relations", Relation), ("kinds", Kind), ("claim_roles", Role)],
    ids=["answers", "relations", "kinds", "roles"],
)
def test_every_value_of_the_register_has_a_label(name: str, values: type[Answer | Relation | Kind | Role]) -> None:
    assert {term.id for term in vocabulary(name)} == {value.value for value in values}


def test_places_are_known_by_their_other_names_and_never_by_administrators() -> None:
    place = vocabulary("places").term("baku_pretrial")

    assert "Kürdəxanı" in place.facts["aliases"]
    assert {key for term in vocabulary("places") for key in term.facts} <= {
        "name", "aliases", "type", "locality", "capacity", "facts", "n2014", "verification",
    }  # fmt: skip


def test_standards_have_ranks_and_no_probabilities() -> None:
    for standard in vocabulary("standards"):
        assert isinstance(standard.facts["rank"], int)
        assert "probability" not in standard.facts


def test_a_word_that_is_not_in_the_vocabulary_is_refused() -> None:
    term: Term = claim_type(Kind.ACT, "torture")

    for ask in (
        lambda: vocabulary("acts").term("torture.unheard_of"),
        lambda: vocabulary("unheard_of"),
        lambda: claim_type(Kind.ACT, "sentence"),
        lambda: term.label("tr"),
    ):
        with pytest.raises(NotFound):
            ask()


def test_labels_say_the_type_in_the_language_asked_for() -> None:
    assert [claim_type(Kind.STATUS, "hunger_strike").label(language) for language in LANGUAGES] == [
        "hunger strike",
        "aclıq aksiyası",
        "голодовка",
    ]
