"""Files in the age format: what goes in comes out, for those it was sealed to, and no altered byte passes."""

import io
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heard.intake.age import CHUNK, seal, unseal
from heard.intake.header import Stanza
from heard.intake.keys import Identity, Recipient
from heard.terms.errors import HeardError, Malformed, WrongKey

AYTAN, RAUF, NOBODY = (Identity(bytes([number]) * 32) for number in (1, 2, 3))
SEALED = b"".join(seal([b"They came at night. "], to=[AYTAN.recipient]))
FLAT = 64  # MiB for a whole Python process


def sealed(content: bytes, *identities: Identity) -> bytes:
    return b"".join(seal([content], to=[identity.recipient for identity in identities]))


def opened(file: bytes, *identities: Identity) -> bytes:
    return b"".join(unseal(io.BytesIO(file), identities=identities))


@pytest.mark.parametrize("length", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 1])
def test_what_goes_in_comes_out(length: int) -> None:
    content = bytes(range(256)) * (length // 256) + bytes(length % 256)

    assert opened(sealed(content, AYTAN), AYTAN) == content


@settings(max_examples=30, deadline=None)
@given(pieces=st.lists(st.binary(max_size=CHUNK // 2), max_size=8))
def test_pieces_of_any_size_are_the_same_file(pieces: list[bytes]) -> None:
    assert opened(b"".join(seal(pieces, to=[AYTAN.recipient])), AYTAN) == b"".join(pieces)


@pytest.mark.parametrize("identity", [AYTAN, RAUF])
def test_each_of_several_recipients_opens_it(identity: Identity) -> None:
    assert opened(sealed(b"letter", AYTAN, RAUF), identity) == b"letter"


def test_nobody_else_opens_it() -> None:
    with pytest.raises(WrongKey):
        opened(sealed(b"letter", AYTAN, RAUF), NOBODY)


def test_nothing_is_sealed_to_nobody() -> None:
    with pytest.raises(Malformed):
        sealed(b"letter")


def test_no_two_sealed_files_are_alike() -> None:
    assert sealed(b"letter", AYTAN)[1000:] != sealed(b"letter", AYTAN)[1000:]


@settings(max_examples=150, deadline=None)
@given(place=st.integers(0, len(SEALED) - 1), flip=st.integers(1, 255))
def test_any_flipped_byte_is_refused(place: int, flip: int) -> None:
    altered = bytearray(SEALED)
    altered[place] ^= flip

    with pytest.raises(HeardError):
        opened(bytes(altered), AYTAN)


@settings(max_examples=100, deadline=None)
@given(length=st.integers(0, len(SEALED) - 1))
def test_any_file_cut_short_is_refused(length: int) -> None:
    with pytest.raises(HeardError):
        opened(SEALED[:length], AYTAN)


@pytest.mark.parametrize("chunks", [1, 2])
def test_a_file_cut_between_chunks_is_refused(chunks: int) -> None:
    whole = sealed(bytes(3 * CHUNK), AYTAN)
    cut = len(whole) - chunks * (CHUNK + 16)

    with pytest.raises(Malformed):
        opened(whole[:cut], AYTAN)


def test_anything_left_over_is_refused() -> None:
    with pytest.raises(Malformed):
        opened(SEALED + b"\n", AYTAN)


@pytest.mark.parametrize("kind", ["X25519", "scrypt", "p256tag", "ssh-ed25519"])
def test_a_classical_key_beside_a_hybrid_one_is_refused(kind: str) -> None:
    version, rest = SEALED.split(b"\n", 1)
    mixed = version + b"\n" + Stanza((kind, "A" * 43), bytes(32)).encoded() + rest

    with pytest.raises(Malformed, match="hybrid"):
        opened(mixed, AYTAN)


def test_an_endless_header_is_refused() -> None:
    endless = b"age-encryption.org/v1\n" + b"-> grease\n\n" * 200_000

    with pytest.raises(Malformed):
        opened(endless, AYTAN)


def test_keys_are_read_back_as_written() -> None:
    assert Identity.read(AYTAN.written()) == AYTAN
    assert Recipient.read(AYTAN.recipient.written()) == AYTAN.recipient
    assert AYTAN.written().startswith("AGE-SECRET-KEY-PQ-1")
    assert AYTAN.recipient.written().startswith("age1pq1")


@settings(max_examples=40, deadline=None)
@given(place=st.integers(0, 60), sign=st.sampled_from("QPZRY9X8"))
def test_a_mistyped_key_is_refused(place: int, sign: str) -> None:
    written = AYTAN.written()
    mistyped = written[: 20 + place] + sign + written[21 + place :]

    if mistyped != written:
        with pytest.raises(Malformed):
            Identity.read(mistyped)


@pytest.mark.parametrize("read", [Identity.read, Recipient.read])
@pytest.mark.parametrize(
    "written",
    [
        "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj",
        "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX",
        "",
        "age1pq1",
    ],
)
def test_a_key_of_another_kind_is_refused(read: object, written: str) -> None:
    with pytest.raises(Malformed):
        read(written)  # type: ignore[operator]  # one of two functions that read a line


def test_a_secret_key_is_not_printed() -> None:
    assert "01" * 4 not in repr(AYTAN)
    assert "\\x01" not in repr(AYTAN)


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's own high-water mark is asked")
def test_a_hundred_mebibytes_take_little_memory() -> None:
    run = subprocess.run([sys.executable, "-c", _WALK], check=True, capture_output=True, text=True)

    assert int(run.stdout) < FLAT * 1024


_WALK = """
import tempfile
from pathlib import Path
from heard.intake.age import seal, unseal
from heard.intake.keys import Identity
key = Identity(bytes(32))
with tempfile.TemporaryFile() as file:
    for piece in seal((bytes(1 << 20) for _ in range(100)), to=[key.recipient]):
        file.write(piece)
    file.seek(0)
    assert sum(len(piece) for piece in unseal(file, identities=[key])) == 100 << 20
print(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0])
"""
