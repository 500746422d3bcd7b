"""Every error has sentences, in every language."""

import pytest
from django.utils import translation

from heard.custody.acts import Act
from heard.desk.custody_words import SENTENCES, act_sentence
from heard.desk.translations import compile_all, missing
from heard.desk.words import EXPLANATIONS, explain, explain_code
from heard.terms import errors

ERRORS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.HeardError)]


@pytest.fixture(scope="module", autouse=True)
def _compiled():
    compile_all()


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
def test_every_error_has_sentences_of_its_own(kind: type[errors.HeardError]):
    assert kind.__name__ in EXPLANATIONS


@pytest.mark.parametrize("language", ["az", "ru"])
@pytest.mark.parametrize("code", EXPLANATIONS)
def test_every_explanation_is_translated(code: str, language: str):
    with translation.override("en"):
        english = [str(EXPLANATIONS[code].title), str(EXPLANATIONS[code].happened), str(EXPLANATIONS[code].todo)]
    with translation.override(language):
        theirs = [str(EXPLANATIONS[code].title), str(EXPLANATIONS[code].happened), str(EXPLANATIONS[code].todo)]

    assert all(one != other for one, other in zip(english, theirs, strict=True))


def test_no_sentence_of_the_sources_lacks_a_translation():
    assert missing() == []


def test_an_error_of_a_new_kind_is_explained_by_the_nearest_known_one():
    class Smudged(errors.Unreadable):
        """Known to nobody yet."""

    assert explain(Smudged()) is EXPLANATIONS["Unreadable"]


def test_a_code_that_nobody_knows_is_still_explained():
    assert explain_code("Gone") is EXPLANATIONS["HeardError"]


def test_every_custody_act_is_a_sentence_that_names_who_did_it():
    assert set(SENTENCES) == set(Act)
    assert all("Sevda" in act_sentence(act.value, who="Sevda") for act in Act)
