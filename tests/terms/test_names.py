"""Names in any spelling: folding, sound keys, case endings and hidden characters."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heard.terms.names import bare_forms, fold, has_direction_tricks, search_keys, sound, visible, word_keys

LETTERS = "abcçdeəfgğhxıijkqlmnoöprsştuüvyzƏİIÇабвгдежзийклмнопрстуфхцчшщыэюяҝғҹһәөү'’"
WORDS = st.text(alphabet=LETTERS, min_size=1, max_size=14)


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Həsənli", "hasanli"),
        ("İSMAYIL", "ismayil"),
        ("Гасанлы", "gasanli"),
        ("Һәсәнли", "hasanli"),
        ("Джалал", "jalal"),
        ("Çingiz", "cingiz"),
        ("Şahin’in", "sahinin"),
        ("Йусиф", "yusif"),
        ("Qasımov", "qasimov"),
    ],
)
def test_a_word_folds_to_small_plain_latin(word, folded):
    assert fold(word) == folded


@given(WORDS)
def test_folding_is_plain_and_once_is_enough(word):
    assert fold(fold(word)) == fold(word)
    assert fold(word).isascii()
    assert fold(unicodedata.normalize("NFD", word)) == fold(word)


@given(WORDS)
def test_capitals_change_neither_fold_nor_sound(word):
    title = word[:1].upper() + word[1:]
    assert fold(title) == fold(word)
    assert sound(title) == sound(word)


@pytest.mark.parametrize(
    "spellings",
    [
        "Həsənli Hasanli Hassanli Hasanly Gasanly Гасанлы hesenli Гасанли Һәсәнли HƏSƏNLİ",
        "Qasımov Gasimov Gassimov Касумов Гасымов Qasimov Gasymov",
        "Səmədov Samedov Самедов Samadov",
        "Vagifgizi Vaqifqızı Vagifqizi",
        "Ibadoghlu İbadoğlu Ибадоглу Ibadoglu",
        "Yusif Юсиф Yusiff",
        "Əliyev Aliyev Алиев Aliev",
        "Cəmil Jamil Джамиль Djamil",
    ],
)
def test_spellings_of_one_name_sound_alike(spellings):
    assert len({sound(word) for word in spellings.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Həsənli", "Hüseynli"), ("Kamran", "Kərim"), ("Orxan", "Elxan"), ("Rauf", "Rafiq")]
)
def test_names_that_are_not_one_stay_apart(one, other):
    assert not set(word_keys(one)) & set(word_keys(other))


def test_a_search_in_any_spelling_finds_the_name_in_a_text():
    text = set(search_keys("Ülvi Həsənlinin vəkili məhkəmədə danışdı."))
    assert all(set(search_keys(query)) & text for query in ("Hasanli", "Гасанлы", "hesenli", "Ulvi"))
    assert not set(search_keys("Kamran")) & text


@pytest.mark.parametrize(("german", "azerbaijani"), [("Ilcham", "İlham"), ("Alijew", "Əliyev"), ("Junus", "Yunus")])
def test_german_spellings_meet_by_one_of_their_readings(german, azerbaijani):
    assert set(word_keys(german)) & set(word_keys(azerbaijani))


@pytest.mark.parametrize(
    ("word", "bare"),
    [
        ("Hacıyevi", "Hacıyev"),
        ("Həsənlinin", "Həsənli"),
        ("Bakıda", "Bakı"),
        ("Bakı’da", "Bakı"),
        ("Əliyevdən", "Əliyev"),
        ("Qasımova", "Qasımov"),
        ("Səmədovun", "Səmədov"),
        ("Həsənliyə", "Həsənli"),
        ("İsmayıllının", "İsmayıllı"),
        ("Гасымовым", "Гасымов"),
    ],
)
def test_a_case_ending_comes_off(word, bare):
    assert bare in bare_forms(word)


@pytest.mark.parametrize(
    ("word", "never"), [("Həsənlinın", "Həsənli"), ("Bakıdə", "Bakı"), ("Ada", "A"), ("Həsənli", "Həsən")]
)
def test_what_is_no_ending_here_stays(word, never):
    assert never not in bare_forms(word)


@given(WORDS)
def test_bare_forms_are_beginnings_of_the_word_itself_first(word):
    forms = bare_forms(word)
    assert forms[0] == word
    assert all(word.startswith(form) for form in forms)


@pytest.mark.parametrize("hidden", ["\u202e", "\u2066", "\u200f", "\u200b", "\ufeff", "\x00", "\U000e0041"])
def test_hidden_characters_are_found_and_shown(hidden):
    name = f"Kam{hidden}ran"
    assert has_direction_tricks(name)
    assert visible(name) == f"Kam⟨U+{ord(hidden):04X}⟩ran"


@pytest.mark.parametrize("text", ["Kamran\nSadiqli\t", "co\u00adoperation", "می\u200cخواهم", "Гасанлы, Həsənli"])
def test_ordinary_text_has_no_tricks(text):
    assert not has_direction_tricks(text)


@given(st.text())
def test_what_is_shown_hides_nothing_but_layout(text):
    assert not has_direction_tricks(visible(text))
