"""A bundle whose parts contradict each other is refused, even when its maker holds the log's key."""

import base64
import hashlib
import json
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from tests.custody.altered import (
    Files,
    contents,
    faults_of,
    zipped,
)
from tests.custody.sample import LETTER, LOG_KEY, WITNESS, SampleLog, sample_contents, sample_log, sealed

from heard.acting.bundle import BundledEntry, PreparedBundle, prepare
from heard.custody import Act, SignerKey, prove, verify_bundle
from heard.terms.canonical import canonical_bytes


def sealed_by_a_liar(change: Files, *witnesses: SignerKey) -> Files:
    """A bundle whose maker, with the log's own key, sealed files that contradict each other."""
    log = sample_log()
    prepared = prepare(sample_contents(log, witnesses=witnesses))
    files = dict(sorted({**prepared.files, **change}.items()))
    manifest = json.loads(prepared.manifest)
    manifest["files"] = [
        {"name": name, "sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
        for name, content in files.items()
    ]
    lying = replace(prepared, files=files, manifest=canonical_bytes(manifest))
    archive = zipfile.ZipFile(BytesIO(sealed(lying, log, *witnesses)))
    return {name: archive.read(name) for name in archive.namelist()}


def with_checkpoint(files: Files, checkpoint: bytes) -> Files:
    """The same bundle with another checkpoint in every place where it stands."""
    return {name: content.replace(files["checkpoint"], checkpoint) for name, content in files.items()}


LINE = LOG_KEY.verifier.written()
PUBLIC = LOG_KEY.verifier.public


def key_line(name: str, material: bytes) -> bytes:
    key_id = hashlib.sha256(name.encode() + b"\n" + material).digest()[:4].hex()
    return f"{name}+{key_id}+{base64.b64encode(material).decode()}\n".encode()


@pytest.mark.parametrize(
    "keys",
    [
        LINE.encode(),
        f"{LINE}\n{LINE}\n".encode(),
        f"{LINE}\r\n".encode(),
        LINE.replace("+", "+0", 1).encode() + b"\n",
        LINE.replace(LOG_KEY.verifier.key_id.hex(), "00000000").encode() + b"\n",
        key_line(LOG_KEY.name, b"\x04" + PUBLIC),
        key_line(LOG_KEY.name, b"\x02" + PUBLIC),
        key_line(LOG_KEY.name, b"\x01" + PUBLIC + b"\x00"),
        key_line("two words", b"\x01" + PUBLIC),
        key_line("", b"\x01" + PUBLIC),
    ],
    ids=[
        "no line feed",
        "twice",
        "another line feed",
        "shifted",
        "another id",
        "of a witness",
        "unknown",
        "long",
        "space",
        "empty",
    ],
)
def test_a_badly_written_key_is_refused_whoever_sealed_it(keys: bytes) -> None:
    assert ("malformed", "log.vkey") in faults_of(zipped(sealed_by_a_liar({"log.vkey": keys})))


def test_a_logs_key_cannot_pass_as_a_witness() -> None:
    files = sealed_by_a_liar({"witnesses.vkey": f"{LINE}\n".encode()})
    line = files["checkpoint"].splitlines(keepends=True)[-1]

    assert ("malformed", "witnesses.vkey") in faults_of(zipped(with_checkpoint(files, files["checkpoint"] + line)))


def test_a_witness_that_stands_twice_is_counted_once(tmp_path: Path) -> None:
    files = sealed_by_a_liar({"witnesses.vkey": f"{WITNESS.verifier.written()}\n".encode() * 2}, WITNESS)
    line = files["checkpoint"].splitlines(keepends=True)[-1]
    (tmp_path / "b.zip").write_bytes(zipped(with_checkpoint(files, files["checkpoint"] + line)))

    assert verify_bundle(tmp_path / "b.zip").witnesses == 1


def test_a_signature_line_under_another_key_id_is_refused() -> None:
    files = dict(contents())
    text, line = files["checkpoint"].split(b"\n\n")[0] + b"\n\n", files["checkpoint"].splitlines()[4]
    signed = base64.b64decode(line.split()[-1])
    other = "— ".encode() + LOG_KEY.name.encode() + b" " + base64.b64encode(b"\0\0\0\0" + signed[4:])
    altered = with_checkpoint(files, text + b"\n".join([other, *files["checkpoint"].splitlines()[5:]]) + b"\n")

    assert faults_of(zipped(altered)) == [("unsigned", LOG_KEY.name)]


def test_a_checkpoint_of_another_log_is_refused_even_when_signed_by_the_right_key() -> None:
    files = sealed_by_a_liar({})
    text = files["checkpoint"].split(b"\n\n")[0].replace(LOG_KEY.name.encode(), b"log.example/other") + b"\n"
    signed = base64.b64encode(LOG_KEY.verifier.key_id + LOG_KEY.sign(text))
    checkpoint = text + b"\n" + "— ".encode() + LOG_KEY.name.encode() + b" " + signed + b"\n"

    assert faults_of(zipped(with_checkpoint(files, checkpoint))) == [("unsigned", LOG_KEY.name)]


def test_a_manifest_that_contradicts_its_seal_is_found_even_under_the_right_key() -> None:
    log = sample_log()
    prepared = prepare(sample_contents(log))
    manifest = json.loads(prepared.manifest)
    next(file for file in manifest["files"] if file["name"] == LETTER.name)["size"] += 1
    lying = replace(prepared, manifest=canonical_bytes(manifest))

    assert faults_of(sealed(lying, log)) == [("changed", LETTER.name)]


def test_an_opened_detail_without_its_entry_is_not_shown_as_proved() -> None:
    log = sample_log()
    prepared = prepare(sample_contents(log))
    stray = "entries/000000000005.opened"
    files = dict(sorted({**prepared.files, stray: log.entries[5].opened or b""}.items()))
    manifest = json.loads(prepared.manifest)
    manifest["files"] = [
        {"name": name, "sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
        for name, content in files.items()
    ]
    lying = replace(prepared, files=files, manifest=canonical_bytes(manifest))

    assert faults_of(sealed(lying, log)) == [("added", stray)]


def test_a_seal_of_another_bundle_does_not_fit() -> None:
    files, log = dict(contents()), sample_log(20)
    other = sealed(prepare(sample_contents(log, witnesses=(WITNESS,))), log, WITNESS)
    archive = zipfile.ZipFile(BytesIO(other))
    for name in ("seal.entry", "seal.opened", "seal.tlog-proof"):
        files[name] = archive.read(name)

    assert ("unfit", "seal.tlog-proof") in faults_of(zipped(files))


def test_a_cosignature_left_out_or_put_in_is_found() -> None:
    files = dict(contents())
    lines = files["checkpoint"].splitlines(keepends=True)
    for altered in (lines[:-1], [*lines, lines[-1]], [*lines[:-2], lines[-1], lines[-2]]):
        changed = dict(files)
        for name, content in files.items():
            changed[name] = content.replace(files["checkpoint"], b"".join(altered))

        assert "unsigned" in {kind for kind, _ in faults_of(zipped(changed))}


def test_an_unknown_signature_line_is_refused() -> None:
    files = dict(contents())
    stranger = "— stranger.example AAAAAAAAAAAA\n".encode()
    changed = {
        name: content.replace(files["checkpoint"], files["checkpoint"] + stranger) for name, content in files.items()
    }

    assert "unsigned" in {kind for kind, _ in faults_of(zipped(changed))}


def test_an_extra_line_nobody_vouches_for_is_refused_in_a_proof() -> None:
    files = dict(contents())
    name = "seal.tlog-proof"
    files[name] = files[name].replace(b"index ", b"extra aGVsbG8=\nindex ", 1)

    assert ("malformed", name) in faults_of(zipped(files))


def packed_by_hand(log: SampleLog, prepared: PreparedBundle, seal: BundledEntry) -> bytes:
    """The zip that `pack` would have refused to write."""
    checkpoint = log.checkpoint()
    proofs = {
        f"entries/{entry.index:012d}.tlog-proof": prove(log.tiles, index=entry.index, checkpoint=checkpoint).encoded()
        for entry in prepared.entries
    }
    files = {
        **prepared.files,
        **proofs,
        "manifest.json": prepared.manifest,
        "checkpoint": checkpoint.encoded(),
        "seal.entry": seal.leaf,
        "seal.opened": seal.opened or b"",
        "seal.tlog-proof": prove(log.tiles, index=seal.index, checkpoint=checkpoint).encoded(),
    }
    return zipped(dict(sorted(files.items())))


def test_an_entry_of_another_kind_cannot_be_a_seal() -> None:
    log = sample_log()
    prepared = prepare(sample_contents(log))
    seal = log.add(Act.BRIEF_MADE, **prepared.facts)

    assert faults_of(packed_by_hand(log, prepared, seal)) == [("malformed", "seal.entry")]


def test_a_seal_must_come_after_all_entries_it_seals() -> None:
    log = sample_log()
    later = BundledEntry(index=13, leaf=sample_log(14).entries[13].leaf)  # the sample log is the same every time
    prepared = prepare(replace(sample_contents(log), entries=(later,)))
    seal = log.add(Act.BUNDLE_MADE, **prepared.facts)
    log.add()

    assert faults_of(packed_by_hand(log, prepared, seal)) == [("order", "seal.entry")]


def test_an_exhibit_under_another_hash_is_refused() -> None:
    name = f"exhibits/{'0' * 64}.pdf"

    assert ("malformed", name) in faults_of(zipped(sealed_by_a_liar({name: b"x"})))


def test_an_entry_under_another_leaf_hash_is_refused() -> None:
    log = sample_log()
    prepared = prepare(sample_contents(log))
    manifest = json.loads(prepared.manifest)
    manifest["entries"][0]["leaf"] = "0" * 64
    container = sealed(replace(prepared, manifest=canonical_bytes(manifest)), log)

    assert faults_of(container) == [("changed", "entries/000000000000.entry")]


def test_a_checkpoint_must_end_with_a_line_feed() -> None:
    files = dict(contents())

    found = faults_of(zipped(with_checkpoint(files, files["checkpoint"][:-1] + b"X")))

    assert ("malformed", "checkpoint") in found


def test_names_that_one_disk_takes_for_the_same_are_refused() -> None:
    files = sealed_by_a_liar({"brief/BRIEF.json": b"{}"})

    assert ("order", "manifest.json") in faults_of(zipped(files))


def test_a_manifest_of_another_log_is_refused() -> None:
    log = sample_log()
    prepared = prepare(sample_contents(log))
    manifest = json.loads(prepared.manifest) | {"log": "log.example/other"}
    container = sealed(replace(prepared, manifest=canonical_bytes(manifest)), log)

    assert faults_of(container) == [("changed", "manifest.json")]


def test_a_manifest_out_of_order_is_refused_whoever_sealed_it() -> None:
    log = sample_log()
    prepared = prepare(sample_contents(log))
    manifest = json.loads(prepared.manifest)
    manifest["files"] = [manifest["files"][1], manifest["files"][0], *manifest["files"][2:]]
    container = sealed(replace(prepared, manifest=canonical_bytes(manifest)), log)

    assert faults_of(container) == [("order", manifest["files"][1]["name"])]
