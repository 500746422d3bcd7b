"""Keys, notes and cosignatures agree with the published specifications and refuse everything else."""

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.custody.sample import LOG_KEY, NEW_WITNESS, ORIGIN, OTHER_KEY, START, WITNESS

from heard.custody import (
    Checkpoint,
    KeyType,
    Note,
    Proof,
    SignerKey,
    VerifierKey,
    cosign,
    open_checkpoint,
    require_witnesses,
    sign_checkpoint,
    verify_cosignature,
)
from heard.custody.cosignature import _message
from heard.custody.keys import from_base64
from heard.terms.errors import BrokenCustody, Malformed

CHECKPOINT = Checkpoint(origin=ORIGIN, size=5, root=hashlib.sha256(b"root").digest())
NOTE = sign_checkpoint(CHECKPOINT, key=LOG_KEY)
KEYS = (LOG_KEY, WITNESS, NEW_WITNESS)


def test_the_key_of_the_specification_has_the_published_id() -> None:
    # The worked example of C2SP signed-note, "Verifier keys".
    written = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"

    assert VerifierKey.read(written).written() == written


def test_a_pair_of_keys_published_elsewhere_belongs_together() -> None:
    # The pair that the documentation of Go's package sumdb/note uses throughout.
    secret = SignerKey.read("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz")

    assert secret.verifier.written() == "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"


def test_witnesses_sign_the_bytes_of_the_specification() -> None:
    # The worked example of C2SP tlog-cosignature: this checkpoint, this time.
    text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
    name, time = "example.com/behind-the-sofa", 1679315147
    note = Note(text=text, signatures=NOTE.signatures)
    old = replace(WITNESS.verifier, name=name)
    new = replace(NEW_WITNESS.verifier, name=name)

    assert _message(note, old, time) == f"cosignature/v1\ntime {time}\n{text}".encode()
    assert _message(note, new, time).hex() == (
        "737562747265652f76310a00"
        "1b6578616d706c652e636f6d2f626568696e642d7468652d736f6661"
        "00000000641850cb"
        "1b6578616d706c652e636f6d2f626568696e642d7468652d736f6661"
        "0000000000000000"
        "00000000013e2dc3"
        "0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62"
    )


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.type.name)
def test_written_keys_come_back(key: SignerKey) -> None:
    assert SignerKey.read(key.written()) == key
    assert VerifierKey.read(key.verifier.written()) == key.verifier


def test_a_secret_key_does_not_show_itself() -> None:
    assert repr(LOG_KEY.seed) not in repr(LOG_KEY)


@pytest.mark.parametrize(
    "written",
    ["", "a+b", "log+00000000+AQ==", "lo g+00000000+AQ==", LOG_KEY.verifier.written() + "=", LOG_KEY.written()],
    ids=str,
)
def test_a_badly_written_key_is_refused(written: str) -> None:
    with pytest.raises(Malformed):
        VerifierKey.read(written)


@pytest.mark.parametrize("name", ["", "a b", "a+b", "a\tb", "a\u00a0b", "a\nb", "x" * 256])
def test_a_key_cannot_have_a_name_that_breaks_lines(name: str) -> None:
    with pytest.raises(Malformed):
        SignerKey(name=name, type=KeyType.LOG_ED25519, seed=bytes(32))


@given(at=st.integers(0, len(NOTE.encoded()) - 1), bit=st.integers(0, 7))
@settings(max_examples=200, deadline=None)
def test_any_flipped_bit_of_a_note_is_found(at: int, bit: int) -> None:
    altered = bytearray(NOTE.encoded())
    altered[at] ^= 1 << bit

    with pytest.raises((BrokenCustody, Malformed)):
        open_checkpoint(Note.read(bytes(altered)), key=LOG_KEY.verifier)


@given(content=st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_bytes_of_any_kind_are_refused_or_come_back_the_same(content: bytes) -> None:
    for form in (Note, Proof):
        try:
            read = form.read(content)
        except Malformed:
            continue
        assert read.encoded() == content


@pytest.mark.parametrize("spelled", ["AA=", "AB==", "AA==\n", " AA==", "A-==", "ə"])
def test_base64_has_one_spelling(spelled: str) -> None:
    with pytest.raises(Malformed):
        from_base64(spelled)


def test_a_log_signs_only_as_itself() -> None:
    with pytest.raises(Malformed):
        sign_checkpoint(replace(CHECKPOINT, origin="log.example/other"), key=LOG_KEY)


def test_a_witness_cannot_stand_in_for_the_log() -> None:
    with pytest.raises(Malformed):
        open_checkpoint(cosign(NOTE, key=WITNESS, at=START), key=WITNESS.verifier)


@pytest.mark.parametrize("witness", [WITNESS, NEW_WITNESS], ids=lambda key: key.type.name)
def test_a_cosignature_says_when_and_stands_beside_the_logs_own(witness: SignerKey) -> None:
    cosigned = Note.read(cosign(NOTE, key=witness, at=START).encoded())

    assert verify_cosignature(cosigned, witness=witness.verifier) == START
    assert open_checkpoint(cosigned, key=LOG_KEY.verifier) == CHECKPOINT


def test_as_many_witnesses_as_required_must_have_signed() -> None:
    cosigned = cosign(cosign(NOTE, key=WITNESS, at=START), key=NEW_WITNESS, at=START)
    known = [WITNESS.verifier, NEW_WITNESS.verifier]

    require_witnesses(cosigned, witnesses=known, at_least=2)
    with pytest.raises(BrokenCustody):
        require_witnesses(cosigned, witnesses=known, at_least=3)


def test_a_witness_with_two_keys_counts_once() -> None:
    second = replace(NEW_WITNESS, name=WITNESS.name)
    cosigned = cosign(cosign(NOTE, key=WITNESS, at=START), key=second, at=START)

    with pytest.raises(BrokenCustody):
        require_witnesses(cosigned, witnesses=[WITNESS.verifier, second.verifier], at_least=2)


def test_a_wrong_line_by_a_known_witness_is_never_passed_over() -> None:
    forged = replace(WITNESS, seed=OTHER_KEY.seed)
    line = replace(cosign(NOTE, key=forged, at=START).signatures[1], key_id=WITNESS.verifier.key_id)

    with pytest.raises(BrokenCustody):
        require_witnesses(NOTE.with_signature(line), witnesses=[WITNESS.verifier], at_least=0)
