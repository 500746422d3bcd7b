"""The shipped example accounts: complete, readable, described, and the same however often they are built."""

import subprocess
import sys
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from heard.reading.extract import Form, extract
from heard.register.account import Answer, Relation

EXAMPLES = Path(__file__).parents[2] / "examples"
ACCOUNTS = tomllib.loads((EXAMPLES / "accounts.toml").read_text())["accounts"]
USES = {term["id"] for term in tomllib.loads((files("heard.vocabulary") / "consent.toml").read_text())["terms"]}
NAMES = [account["file"] for account in ACCOUNTS]


def words_of(name: str) -> str:
    content = extract((EXAMPLES / name).read_bytes(), name).text.content
    return " ".join(content.split())


def test_the_built_files_are_what_their_sources_give():
    done = subprocess.run([sys.executable, str(EXAMPLES / "make.py"), "--check"], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_there_are_eight_accounts_in_three_languages_and_six_forms():
    taken = [extract((EXAMPLES / name).read_bytes(), name) for name in NAMES]
    assert len(taken) == 8
    assert {found.text.language for found in taken} == {"en", "az", "ru"}
    assert {found.media_type for found in taken} == {form.value for form in Form}


@pytest.mark.parametrize("account", ACCOUNTS, ids=NAMES)
def test_each_is_described_in_words_the_register_knows(account):
    found = extract((EXAMPLES / account["file"]).read_bytes(), account["file"])
    assert account["language"] == found.text.language
    assert account["title"]
    assert account["source"]["label"]
    assert account["source"]["grade"] in set("ABCDEF")
    Relation(account["source"]["relation"])
    assert set(account["consent"]) <= USES
    assert {Answer(answer) for answer in account["consent"].values()}


def test_every_file_beside_the_sources_is_described():
    shipped = {path.name for path in EXAMPLES.iterdir() if path.is_file()}
    assert shipped == {*NAMES, "accounts.toml", "make.py", "README.md", "SOURCES.md"}


def test_consent_is_refused_somewhere_and_must_be_asked_first_somewhere():
    answers = {answer for account in ACCOUNTS for answer in account["consent"].values()}
    assert {"granted", "refused", "ask_first"} <= answers


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("hearing-record.txt", "58 instances of torture"),
        ("press-digest.html", "58 случаев пыток"),
        ("press-digest.html", "58 задержанных"),
        ("letter-from-custody.md", "58 məhbusa işgəncə"),
        ("interview.txt", "пятьдесят восемь задержанных"),
    ],
)
def test_the_58_is_told_in_three_units(name, unit):
    assert unit in words_of(name)


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("hearing-record.txt", "Hassanli"),
        ("detainee-list.docx", "Hasanly"),
        ("letter-from-custody.md", "Həsənli"),
        ("press-digest.html", "Гасанлы"),
        ("hearing-record.txt", "Fassil Gassimov"),
        ("lawyers-note.pdf", "Qasımov"),
        ("detainee-list.docx", "Gasymov"),
        ("press-digest.html", "Гасымов"),
        ("sisters-mail.eml", "Mustafazade"),
        ("interview.txt", "Мустафазаде"),
    ],
)
def test_names_are_spelled_differently_from_one_to_the_next(name, spelling):
    assert spelling in words_of(name)


def test_every_example_says_that_it_is_one():
    said = ("written for Heard", "Heard üçün yazılmış", "написан для Heard")
    assert [name for name in NAMES if not any(words in words_of(name) for words in said)] == []
