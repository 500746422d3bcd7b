"""Plain text and Markdown: the file's own characters, whatever its encoding; what is no text is refused by name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heard.reading.extract import extract
from heard.terms.errors import EmptyFile, Mislabelled, TooLarge, UnknownForm

LETTER = "Həbsxanada üç gün saxlandım.\r\nВ камере было холодно.\n\n\tThe guard said nothing.\r"
RUSSIAN = "Задержанный сообщил адвокату, что его избили в камере следственного изолятора.\nВрача не вызвали."
WRITTEN = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\r\n\t\x0c"), min_size=1)


def never_asked(content: str) -> str:
    return "und"


@given(WRITTEN)
@settings(max_examples=200, deadline=None)
def test_a_plain_text_is_the_files_own_code_point_for_code_point(content):
    if not content.strip() or content[0] == "\ufeff" or content.lstrip().startswith("<"):
        return
    assert extract(content.encode(), "letter.txt", language_of=never_asked).text.content == content


@pytest.mark.parametrize("name", ["letter.txt", "letter.md", "letter", "LETTER.TXT"])
def test_newlines_and_blanks_stay_as_they_are(name):
    assert extract(LETTER.encode(), name).text.content == LETTER


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_the_mark_of_an_encoding_is_left_out_and_noted(encoding):
    found = extract(LETTER.encode(encoding), "letter.txt")
    assert found.text.content == LETTER
    assert "byte-order-mark" in found.notes


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_characters_without_a_mark_are_found_and_noted(encoding):
    found = extract(LETTER.encode(encoding), "letter.txt")
    assert found.text.content == LETTER
    assert found.notes == (f"encoding-guessed {encoding}",)


@pytest.mark.parametrize(("encoding", "name"), [("cp1251", "cp1251"), ("koi8-r", "koi8_r"), ("cp866", "cp866")])
def test_old_russian_encodings_are_guessed_and_noted(encoding, name):
    found = extract(RUSSIAN.encode(encoding), "letter.txt")
    assert found.text.content == RUSSIAN
    assert found.notes == (f"encoding-guessed {name}",)


def test_an_old_turkic_encoding_is_guessed_and_noted():
    letter = "Ağrıdan yata bilmirəm, hər şeyi yazdım".replace("ə", "e")
    found = extract(letter.encode("cp1254"), "letter.txt")
    assert found.text.content == letter
    assert found.notes == ("encoding-guessed cp1254",)


def test_a_few_damaged_bytes_do_not_lose_the_rest():
    damaged = LETTER.encode() + b"\xff" + LETTER.encode()
    found = extract(damaged, "letter.txt")
    assert found.text.content == f"{LETTER}\ufffd{LETTER}"
    assert found.notes == ("encoding-damaged 1",)


def test_half_a_pair_of_utf_16_is_shown_as_damage():
    half = b"\xff\xfe" + "Salam".encode("utf-16-le") + b"\x00\xd8" + " dost".encode("utf-16-le")
    found = extract(half, "letter.txt")
    assert found.text.content == "Salam\ufffd dost"
    assert "encoding-damaged 1" in found.notes


def test_nul_characters_are_kept_and_noted():
    found = extract(b"He said\0 nothing more.", "letter.txt")
    assert found.text.content == "He said\0 nothing more."
    assert "nul-characters 1" in found.notes


def test_controls_of_direction_are_kept_and_noted():
    tricked = "The guard \u202eveyilA\u202c was named."
    found = extract(tricked.encode(), "letter.txt")
    assert found.text.content == tricked
    assert found.notes == ("direction-controls 2",)


@pytest.mark.parametrize("nothing", [b"", b" \n\t", b"\xef\xbb\xbf", b"\0\0\0\0"])
def test_an_empty_file_is_named_so(nothing):
    with pytest.raises(EmptyFile):
        extract(nothing, "letter.txt")


NOISE = bytes((7 * i * i + i // 3) % 256 for i in range(4000))


def test_noise_named_as_text_is_mislabelled():
    with pytest.raises(Mislabelled):
        extract(NOISE, "letter.txt")


def test_noise_of_no_known_name_is_of_unknown_form():
    with pytest.raises(UnknownForm):
        extract(NOISE, "letter.bin")


@pytest.mark.parametrize("start", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"Rar!\x1a\x07", b"\0\0\0\x18ftypmp42"])
def test_a_picture_or_archive_named_as_text_is_mislabelled(start):
    with pytest.raises(Mislabelled):
        extract(start + NOISE, "letter.txt")
    with pytest.raises(UnknownForm):
        extract(start + NOISE, "picture")


def test_more_bytes_than_the_limit_are_refused_with_the_limit(monkeypatch):
    monkeypatch.setattr("heard.reading.extract.MOST_BYTES", 10)
    with pytest.raises(TooLarge) as refused:
        extract(b"eleven bytes", "letter.txt")
    assert refused.value.args == ("bytes", 12, 10)


def test_more_characters_than_the_limit_are_refused_with_the_limit(monkeypatch):
    monkeypatch.setattr("heard.reading.extract.MOST_CHARACTERS", 10)
    with pytest.raises(TooLarge) as refused:
        extract(b"eleven bytes", "letter.txt")
    assert refused.value.args == ("characters", 12, 10)


def test_paragraphs_begin_after_the_breaks_that_mean_something():
    text = extract(b"A title\n\nFirst paragraph of one line.\nSecond one.", "letter.txt").text
    assert text.paragraph_starts == (0, 9, 38)
    assert text.paragraph_at(12) == 2
