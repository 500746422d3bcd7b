"""A bundle is made whole or not at all, and a stranger can check it with one file."""

import ast
import subprocess
import sys
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from tests.custody.sample import (
    BRIEF,
    LETTER,
    LOG_KEY,
    NEW_WITNESS,
    OTHER_KEY,
    WITNESS,
    sample_bundle,
    sample_contents,
    sample_log,
    sealed,
)

from heard.acting.bundle import BundledEntry, exhibit_ending, pack, prepare
from heard.acting.bundle_words import LANGUAGES
from heard.custody import Act, verifier, verify_bundle
from heard.custody.verifier import SENTENCES, Check, say
from heard.terms.errors import BrokenCustody, Malformed

VERIFIER = Path(verifier.__file__)


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    path = tmp_path / "bundle.zip"
    path.write_bytes(sample_bundle(WITNESS, NEW_WITNESS))
    return path


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-I", *map(str, arguments)], capture_output=True, text=True, check=False)


def test_a_bundle_verifies_and_says_what_it_is(bundle: Path) -> None:
    verified = verify_bundle(bundle, key=LOG_KEY.verifier.written())

    assert (verified.origin, verified.index, verified.entries, verified.witnesses) == (LOG_KEY.name, 12, 4, 2)
    assert verified.at == "2026-07-01T21:30:12Z"


def test_a_bundle_unpacked_to_a_folder_verifies(bundle: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(bundle).extractall(tmp_path / "folder")

    verify_bundle(tmp_path / "folder")


def test_the_same_contents_give_the_same_bytes() -> None:
    assert sample_bundle(WITNESS) == sample_bundle(WITNESS)


def test_a_bundle_without_entries_or_exhibits_still_verifies(tmp_path: Path) -> None:
    log = sample_log()
    contents = replace(sample_contents(log), entries=(), exhibits=(), brief={})
    (tmp_path / "small.zip").write_bytes(sealed(prepare(contents), log))

    assert verify_bundle(tmp_path / "small.zip").entries == 0


def test_a_bundle_holds_brief_exhibits_readme_and_verifier(bundle: Path) -> None:
    names = set(zipfile.ZipFile(bundle).namelist())

    assert {f"brief/{name}" for name in BRIEF} | {LETTER.name, "verify.py"} <= names
    assert {f"README.{language}.txt" for language in LANGUAGES} <= names


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_readme_names_the_key_and_says_that_nobody_reviewed(bundle: Path, language: str) -> None:
    text = zipfile.ZipFile(bundle).read(f"README.{language}.txt").decode()

    assert LOG_KEY.verifier.written() in text
    assert {"en": "reviewed by nobody", "az": "heç kim yoxlamayıb", "ru": "никем не проверено"}[language] in text


def test_another_key_than_the_expected_one_is_named(bundle: Path) -> None:
    with pytest.raises(BrokenCustody) as broken:
        verify_bundle(bundle, key=OTHER_KEY.verifier.written())

    assert broken.value.args == (("unsigned", OTHER_KEY.verifier.written()),)


def test_a_bundle_rebuilt_whole_under_another_key_is_caught_by_the_expected_key(tmp_path: Path) -> None:
    (tmp_path / "forged.zip").write_bytes(sample_bundle(key=OTHER_KEY))

    verify_bundle(tmp_path / "forged.zip")
    with pytest.raises(BrokenCustody):
        verify_bundle(tmp_path / "forged.zip", key=LOG_KEY.verifier.written())


def test_the_shipped_verifier_is_this_one_and_short_enough_to_read(bundle: Path) -> None:
    shipped = zipfile.ZipFile(bundle).read("verify.py")

    assert shipped == VERIFIER.read_bytes()
    assert len(shipped.splitlines()) < 400
    assert b"heard." not in b"\n".join(line for line in shipped.splitlines() if b"import" in line)


def test_the_shipped_verifier_runs_alone(bundle: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    zipfile.ZipFile(bundle).extractall(folder)

    told = run(folder / "verify.py", bundle, "--key", LOG_KEY.verifier.written())

    assert (told.returncode, told.stderr) == (0, "")
    assert "Everything holds" in told.stdout


def test_the_shipped_verifier_imports_nothing_but_the_standard_library_and_cryptography(bundle: Path) -> None:
    script = (
        "import sys,runpy;sys.argv=sys.argv[1:]\n"
        "try: runpy.run_path(sys.argv[0],run_name='__main__')\nexcept SystemExit: pass\n"
        "print(sorted({n.split('.')[0] for n in sys.modules}-sys.stdlib_module_names-{'__main__'}))"
    )

    told = run("-c", script, VERIFIER, bundle)

    loaded = set(ast.literal_eval(told.stdout.splitlines()[-1]))
    assert "cryptography" in loaded
    assert loaded <= {"cryptography", "_openssl", "_cffi_backend", "_distutils_hack"}


def test_without_a_key_the_reader_is_warned(bundle: Path) -> None:
    told = run(VERIFIER, bundle)

    assert told.returncode == 0
    assert "Without --key the signer is only as trusted as the channel" in told.stdout
    assert LOG_KEY.verifier.written() in told.stdout


def test_a_broken_bundle_gives_code_one_and_names_the_file(bundle: Path) -> None:
    bundle.write_bytes(bundle.read_bytes().replace(LETTER.content, LETTER.content.replace(b"n", b"m")))

    told = run(VERIFIER, bundle, "--language", "ru")

    assert told.returncode == 1
    assert f"{LETTER.name}: файл изменён." in told.stdout


def test_a_screen_without_the_letters_still_gets_the_sentences(bundle: Path) -> None:
    told = subprocess.run(
        [sys.executable, str(VERIFIER), str(bundle), "--language", "az"],
        capture_output=True,
        env={"PYTHONIOENCODING": "ascii"},
        check=False,
    )

    assert told.returncode == 0, told.stderr
    assert LOG_KEY.verifier.written().encode() in told.stdout


def test_a_bundle_that_is_not_there_gives_code_two(tmp_path: Path) -> None:
    told = run(VERIFIER, tmp_path / "nothing.zip")

    assert told.returncode == 2
    assert "nothing.zip is missing" in told.stderr


def test_without_cryptography_the_verifier_says_what_is_needed(bundle: Path) -> None:
    told = run("-S", VERIFIER, bundle)

    assert told.returncode == 2
    assert "cryptography>=48" in told.stderr


def test_every_sentence_exists_in_three_languages() -> None:
    assert set(SENTENCES) == set(LANGUAGES)
    assert len({frozenset(words) for words in SENTENCES.values()}) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_stranger_wrote_plays_no_tricks_on_the_screen(tmp_path: Path, language: str) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "\x1b[2J\u202egpj.exe").write_bytes(b"")

    said = "\n".join(say(Check(folder), language))

    assert "\x1b" not in said
    assert "\u202e" not in said


@pytest.mark.parametrize(
    ("given", "ending"),
    [
        ("a.PDF", "pdf"),
        ("letter", "bin"),
        ("x.tar.gz", "gz"),
        ("x.çox", "bin"),
        ("x.toolongending", "bin"),
        ("../.a/b.txt", "txt"),
    ],
)
def test_an_exhibit_keeps_a_plain_ending_only(given: str, ending: str) -> None:
    assert exhibit_ending(given) == ending


@pytest.mark.parametrize("name", ["../up", "/root", "a//b", "a\\b", "Brief.PDF\n", "", ".hidden", "x" * 201])
def test_a_name_a_bundle_cannot_carry_is_refused(name: str) -> None:
    with pytest.raises(Malformed):
        prepare(replace(sample_contents(sample_log()), brief={name: b""}))


def test_names_that_differ_only_in_case_are_refused() -> None:
    with pytest.raises(Malformed):
        prepare(replace(sample_contents(sample_log()), brief={"a.pdf": b"", "A.pdf": b""}))


def test_an_entry_opened_with_another_detail_cannot_be_bundled() -> None:
    log = sample_log()

    with pytest.raises(BrokenCustody):
        BundledEntry(index=0, leaf=log.entries[0].leaf, opened=log.entries[1].opened)


def test_a_seal_for_other_contents_is_refused() -> None:
    log = sample_log()
    prepared = prepare(sample_contents(log))
    wrong = log.add(Act.BUNDLE_MADE, **(prepared.facts | {"manifest": "0" * 64}))

    with pytest.raises(BrokenCustody):
        pack(prepared, seal=wrong, checkpoint=log.checkpoint(), source=log.tiles, to=BytesIO())


def test_a_checkpoint_by_another_key_or_without_a_witness_is_refused() -> None:
    for checkpoint_of, witnesses in ((OTHER_KEY, ()), (LOG_KEY, (WITNESS,))):
        log = sample_log()
        prepared = prepare(sample_contents(log, witnesses=witnesses))
        seal = log.add(Act.BUNDLE_MADE, **prepared.facts)

        with pytest.raises(BrokenCustody):
            pack(prepared, seal=seal, checkpoint=log.checkpoint(key=checkpoint_of), source=log.tiles, to=BytesIO())
