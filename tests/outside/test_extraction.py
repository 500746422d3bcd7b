"""Files from outside are opened in a process that cannot harm the desk: real traps, a real process."""

import socket
import subprocess
import sys
import time
import zlib
from io import BytesIO

import pikepdf
import pytest

from heard.outside.extraction import Limits, extract_apart
from heard.outside.shield import NONE, Shield, best_shield, shields
from heard.reading.extract import extract
from heard.terms.errors import (
    Bomb,
    EmptyFile,
    Mislabelled,
    PasswordProtected,
    TookTooLong,
    TooLarge,
    TruncatedFile,
    Unreadable,
)

LETTER = "Həbsxanada üç gün saxlandım.\r\nВ камере было холодно.\n"
MEBI = 2**20


@pytest.fixture(scope="module")
def pdf_bomb() -> bytes:
    """A page of less than a megabyte whose drawing unpacks to 800 MB."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * MEBI) for _ in range(800)) + packer.flush()
    out = BytesIO()
    with pikepdf.new() as bomb:
        bomb.add_blank_page()
        bomb.pages[0].Contents = pikepdf.Stream(bomb, packed, Filter=pikepdf.Name.FlateDecode)
        bomb.save(out)
    return out.getvalue()


def test_the_text_is_the_same_as_without_the_process():
    apart, here = (
        extract_apart(LETTER.encode("cp1251", "ignore"), "a.txt"),
        extract(LETTER.encode("cp1251", "ignore"), "a.txt"),
    )
    assert apart.text == here.text
    assert set(here.notes) <= set(apart.notes)


def test_attachments_come_back_byte_for_byte():
    letter = (
        b"From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nWords.\n"
        b"--b\nContent-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64\n\nAAEC/w==\n--b--\n"
    )
    assert extract_apart(letter, "a.eml").attachments == (("a.png", b"\x00\x01\x02\xff"),)


@pytest.mark.parametrize(
    ("data", "name", "error"),
    [
        (b"", "a.txt", EmptyFile),
        (b"%PDF-1.7 and no more", "a.pdf", TruncatedFile),
        (b"\x89PNG\r\n\x1a\n", "a.txt", Mislabelled),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), "a.docx", PasswordProtected),
        (b"<!doctype html>" + b"<div>" * 30_000, "a.html", Bomb),
    ],
)
def test_errors_come_back_by_name(data, name, error):
    with pytest.raises(error):
        extract_apart(data, name)


def test_what_an_error_says_comes_back_with_it():
    with pytest.raises(Bomb) as refused:
        extract_apart(b"<!doctype html>" + b"<div>" * 30_000, "a.html")
    assert refused.value.args == ("elements in each other", 2000)


def test_a_file_that_eats_memory_is_stopped_at_the_limit(pdf_bomb):
    code = (
        "import resource, sys\n"
        "from heard.outside.extraction import Limits, extract_apart\n"
        "from heard.outside.shield import NONE\n"
        "from heard.terms.errors import Unreadable\n"
        "try:\n    extract_apart(sys.stdin.buffer.read(), 'a.pdf', limits=Limits(memory=400 * 2**20), shield=NONE)\n"
        "except Unreadable:\n    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", code], input=pdf_bomb, capture_output=True, check=True)
    assert 40 * MEBI < int(done.stdout) * 1024 < 400 * MEBI


def test_a_parser_that_crashes_takes_only_its_own_process_down(pdf_bomb):
    with pytest.raises(Unreadable) as refused:
        extract_apart(pdf_bomb, "a.pdf", limits=Limits(memory=300 * MEBI), shield=NONE)
    assert refused.value.args[0] == "crashed"
    assert extract_apart(LETTER.encode(), "a.txt").text.content == LETTER


def test_python_running_out_of_memory_is_told_as_a_limit():
    with pytest.raises(TookTooLong):
        extract_apart(b"<p>word</p>" * 3 * MEBI, "a.html", limits=Limits(memory=300 * MEBI))


SLOW = b"<!doctype html>" + b"<article>" * 60_000 + b"words"


SHIELDS = {shield.name: shield for shield in (*shields(), NONE)}


@pytest.mark.parametrize("shield", SHIELDS.values(), ids=SHIELDS)
def test_a_file_that_hangs_its_parser_is_stopped_by_the_clock(shield):
    began = time.monotonic()
    with pytest.raises(TookTooLong):
        extract_apart(SLOW, "a.html", limits=Limits(seconds=1), shield=shield)
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("shield", SHIELDS.values(), ids=SHIELDS)
def test_a_file_that_hangs_its_parser_is_stopped_by_the_processor(shield):
    with pytest.raises(TookTooLong) as stopped:
        extract_apart(SLOW, "a.html", limits=Limits(processor_seconds=1), shield=shield)
    assert stopped.value.args == ("processor",)


def test_an_answer_larger_than_agreed_is_not_taken():
    with pytest.raises(TooLarge):
        extract_apart(LETTER.encode() * 1000, "a.txt", limits=Limits(most_back=1000))


@pytest.mark.parametrize("child", ["this", "heard.no_such_module"])
def test_a_process_that_gives_no_answer_is_an_error_and_nothing_is_read_here(child):
    with pytest.raises(Unreadable):
        extract_apart(LETTER.encode(), "a.txt", child=child)


def run_shielded(code: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    shield = best_shield()
    return subprocess.run(
        [*shield.command, sys.executable, "-I", "-c", code, *arguments], check=False, capture_output=True, timeout=30
    )


def test_the_process_reaches_no_network():
    if not best_shield().cuts_network:
        pytest.skip("this machine has neither bubblewrap nor user namespaces")
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = str(listening.getsockname()[1])
        code = "import socket, sys; socket.create_connection(('127.0.0.1', int(sys.argv[1])), 5)"
        assert subprocess.run([sys.executable, "-c", code, port], check=False, timeout=30).returncode == 0
        assert run_shielded(code, port).returncode != 0


def test_the_process_sees_no_file_of_the_desk(tmp_path):
    if not best_shield().hides_files:
        pytest.skip("this machine has no bubblewrap")
    secret = tmp_path / "secret"
    secret.write_text("kept")
    assert run_shielded("import sys; open(sys.argv[1]).read()", str(secret)).returncode != 0


def test_the_process_writes_nothing(tmp_path):
    code = (
        "import sys; from heard.reading.extract.child import limit_itself; limit_itself(memory=2**31, seconds=9);"
        "open(sys.argv[1], 'w').write('unsealed')"
    )
    target = tmp_path / "leak"
    subprocess.run([sys.executable, "-I", "-c", code, str(target)], check=False, capture_output=True, timeout=30)
    assert not target.exists() or target.stat().st_size == 0


@pytest.mark.parametrize(
    "name", ["a\0b.txt", "\udcff.txt", "-c.txt", "x" * 200_000 + ".txt", "", "letter of Leyla.txt\n"]
)
def test_no_name_of_a_file_gets_in_the_way(name):
    assert extract_apart(LETTER.encode(), name).text.content == LETTER


def test_the_name_of_a_file_is_not_shown_to_other_processes(tmp_path):
    told = tmp_path / "told"
    command = ("/bin/sh", "-c", f'echo "$@" > {told}; exec "$@"', "sh")
    telling = Shield(name="telling", command=command, cuts_network=False, hides_files=False)
    extract_apart(LETTER.encode(), "letter of Leyla.txt", shield=telling)
    assert "file.txt" in told.read_text()
    assert "Leyla" not in told.read_text()


def test_an_open_network_is_said_in_a_note():
    assert "network-open" in extract_apart(LETTER.encode(), "a.txt", shield=NONE).notes
