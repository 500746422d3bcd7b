"""EML: who wrote when, the words of the letter, and what is attached; damage and traps are refused by name."""

from email.message import EmailMessage

import pytest

from heard.reading.extract import extract
from heard.terms.errors import Bomb, EmptyFile, Mislabelled, TruncatedFile


@pytest.fixture
def letter() -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Günel Ağayeva <gunel@example.org>"
    message["To"] = "qeyd@example.org"
    message["Date"] = "Tue, 05 Mar 2024 10:00:00 +0400"
    message["Subject"] = "Qardaşım haqqında"
    message.set_content("Salam.\n\nQardaşım iki gündür acdır.\n")
    return message


def test_headers_come_first_then_the_words(letter):
    found = extract(bytes(letter), "letter.eml")
    assert found.text.content == (
        "From: Günel Ağayeva <gunel@example.org>\nTo: qeyd@example.org\nDate: Tue, 05 Mar 2024 10:00:00 +0400\n"
        "Subject: Qardaşım haqqında\n\nSalam.\n\nQardaşım iki gündür acdır.\n"
    )
    assert found.media_type == "message/rfc822"
    assert len(found.text.paragraph_starts) == 6


def test_attachments_are_handed_on_with_safe_names(letter):
    letter.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="../../şəkil.pdf")
    letter.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="C:\\photos\\a\x00b.png")
    found = extract(bytes(letter), "letter.eml")
    assert [content for _, content in found.attachments] == [b"%PDF-1.7", b"\x89PNG"]
    assert found.attachments[0][0] == "şəkil.pdf"
    assert all(not set(name) & set("/\\\0\n") for name, _ in found.attachments)
    assert "attachments 2" in found.notes


def test_a_letter_inside_a_letter_is_an_attachment(letter):
    outer = EmailMessage()
    outer["From"] = "a@example.org"
    outer.set_content("See below.")
    outer.add_attachment(letter)
    found = extract(bytes(outer), "letter.eml")
    assert "Qardaşım" not in found.text.content
    ((name, inner),) = found.attachments
    assert name.endswith(".eml")
    assert "iki gündür acdır" in extract(inner, name).text.content


def test_of_two_wordings_the_plain_one_is_read_once(letter):
    letter.add_alternative("<p>Qardaşım iki gündür acdır (html).</p>", subtype="html")
    content = extract(bytes(letter), "letter.eml").text.content
    assert content.count("acdır") == 1
    assert "html" not in content


def test_a_letter_only_in_html_is_read_as_it_shows():
    letter = EmailMessage()
    letter["From"] = "a@example.org"
    letter.set_content("<p>Birinci.</p><p>İkinci.</p>", subtype="html")
    assert extract(bytes(letter), "letter.eml").text.content.endswith("Birinci.\nİkinci.")


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "utf-8"])
def test_the_encoding_of_each_part_is_used(charset):
    letter = EmailMessage()
    letter["From"] = "a@example.org"
    letter["Subject"] = "О брате"
    letter.set_content("Его избили.\n", charset=charset, cte="base64")
    assert extract(bytes(letter), "letter.eml").text.content == "From: a@example.org\nSubject: О брате\n\nЕго избили.\n"


def test_headers_that_are_wrongly_encoded_are_kept_as_written():
    letter = b"From: =?no-such-code?B?w5w=?= <a@example.org>\nSubject: \xff\xfe?\n\nWords.\n"
    assert "Words." in extract(letter, "letter.eml").text.content
    assert "no-such-code" in extract(letter, "letter.eml").text.content


def test_a_text_that_merely_looks_like_headers_stays_plain():
    written = b"From: the cell\nDate: a Tuesday\n\nThey beat him."
    assert extract(written, "letter.txt").text.content == written.decode()


def test_a_sent_letter_under_the_name_of_a_text_is_read_and_noted(letter):
    found = extract(bytes(letter), "letter.txt")
    assert found.media_type == "message/rfc822"
    assert found.notes == ("named-otherwise mail",)


@pytest.mark.parametrize("kept", [0.5, 0.7, 0.95])
def test_a_letter_cut_short_is_named_so(letter, kept):
    letter.add_attachment(b"%PDF-1.7" * 200, maintype="application", subtype="pdf", filename="a.pdf")
    data = bytes(letter)
    with pytest.raises(TruncatedFile):
        extract(data[: int(len(data) * kept)], "letter.eml")


def test_a_letter_that_says_nothing_is_empty():
    with pytest.raises(EmptyFile):
        extract(b"From: a@example.org\nSubject: nothing\nMIME-Version: 1.0\n\n\n", "letter.eml")


def test_a_letter_of_pure_noise_is_mislabelled():
    noise = bytes((7 * i * i + i // 3) % 256 for i in range(4000))
    with pytest.raises(Mislabelled):
        extract(b"From: a@example.org\nContent-Type: text/plain\nMIME-Version: 1.0\n\n" + noise, "letter.eml")


def test_parts_without_end_in_each_other_are_refused():
    head = b"MIME-Version: 1.0\nFrom: a@example.org\n"
    pit = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (i, i) for i in range(3000))
    with pytest.raises(Bomb):
        extract(head + pit + b"Content-Type: text/plain\n\nwords", "letter.eml")


def test_parts_without_number_are_refused():
    head = b'MIME-Version: 1.0\nFrom: a@example.org\nContent-Type: multipart/mixed; boundary="b"\n\n'
    with pytest.raises(Bomb):
        extract(head + b"--b\nContent-Type: text/plain\n\nx\n" * 2000 + b"--b--\n", "letter.eml")
