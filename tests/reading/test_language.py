"""The language of a document is found, also where names are spelled in another one's letters."""

import pytest

from heard.reading.language import language_of


@pytest.mark.parametrize(
    ("content", "language"),
    [
        ("The detainee was beaten on the way to the court.", "en"),
        ("Həbsxanada onu iki gün vəkillə görüşməyə qoymadılar.", "az"),
        ("Hebsxanada onu iki gun vekille gorusmeye qoymadilar, sonra doyduler.", "az"),
        ("Его двое суток не пускали к адвокату, потом избили.", "ru"),
        ("Бу күн һәбсханада онун көрүшүнә иҹазә вермәдиләр.", "az"),
        ("Бүгін ол түрмеде болды, оның әкесі келді.", "und"),
        ("Cezaevinde ona işkence yapıldı ve avukatıyla görüşmesine izin verilmedi.", "und"),
        ("Le prisonnier a été battu par les gardiens de la prison.", "und"),
        ("12 — 34 / 56", "und"),
        ("", "und"),
    ],
)
def test_the_language_is_told(content, language):
    assert language_of(content) == language


def test_azerbaijani_names_do_not_make_an_english_report_azerbaijani():
    report = "Əli Cəfərzadə, Gülşən Ələkbərli and Vüqar Həmidoğlu were arrested in Şəki, and Ləman Əzizova was fined."
    assert language_of(report) == "en"


def test_russian_names_in_an_azerbaijani_letter_do_not_make_it_russian():
    assert language_of("Məktubda yazılıb ki, Петров adlı adam ona zəng edib və Сидоров haqqında soruşub.") == "az"
