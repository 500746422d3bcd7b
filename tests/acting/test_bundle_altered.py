"""Whatever is done to a bundle on its way is found, and what it was done to is named."""

import hashlib
import json
import os
import random
import struct
import zipfile
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.custody.sample import LETTER, LOG_KEY, SCAN, WITNESS, SampleLog, sample_contents, sample_log, sealed

from heard.acting.bundle import _write_zip, prepare
from heard.custody import leaf_hash, verify_bundle
from heard.custody.verifier import SEALING, Check
from heard.terms.canonical import canonical_bytes
from heard.terms.errors import BrokenCustody

KEY = LOG_KEY.verifier.written()
Files = dict[str, bytes]
Faults = list[tuple[str, str]]


@cache
def made() -> tuple[bytes, SampleLog]:
    log = sample_log()
    return sealed(prepare(sample_contents(log, witnesses=(WITNESS,))), log, WITNESS), log


@cache
def contents() -> tuple[tuple[str, bytes], ...]:
    archive = zipfile.ZipFile(BytesIO(made()[0]))
    return tuple((name, archive.read(name)) for name in archive.namelist())


def zipped(files: list[tuple[str, bytes]] | Files) -> bytes:
    """These files as a zip of the right form, in the order given, names twice if given twice."""
    to = BytesIO()
    with zipfile.ZipFile(to, "w") as archive:
        for name, content in files.items() if isinstance(files, dict) else files:
            info = zipfile.ZipInfo(name)
            info.external_attr = 0o100644 << 16
            archive.writestr(info, content)
    return to.getvalue()


def faults_of(container: bytes, *, key: str | None = KEY) -> Faults:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "bundle.zip"
        path.write_bytes(container)
        return list(Check(path, key).faults)


def faults_of_folder(files: Files) -> Faults:
    with TemporaryDirectory() as folder:
        for name, content in files.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return list(Check(Path(folder), KEY).faults)


def named(faults: Faults) -> set[str]:
    return {name for _, name in faults}


NAMES = [name for name, _ in contents()]
DATA = [name for name, content in contents() if content]
ENTRIES = [name for name in NAMES if name.endswith(".entry") and name.startswith("entries/")]


def test_the_bundle_that_is_altered_here_is_whole() -> None:
    assert faults_of(made()[0]) == []
    assert faults_of(zipped(list(contents()))) == [], "and rewriting it changes nothing"
    assert faults_of_folder(dict(contents())) == []


@given(at=st.integers(0, len(made()[0]) - 1), bit=st.integers(0, 7))
@settings(max_examples=300, deadline=None)
def test_any_flipped_bit_of_the_zip_is_found(at: int, bit: int) -> None:
    altered = bytearray(made()[0])
    altered[at] ^= 1 << bit

    assert named(faults_of(bytes(altered))) & {*NAMES, "bundle.zip"}


@given(size=st.integers(0, len(made()[0]) - 1))
@settings(max_examples=80, deadline=None)
def test_a_truncated_zip_is_found(size: int) -> None:
    assert faults_of(made()[0][:size])


@given(at=st.integers(0, len(made()[0])), extra=st.binary(min_size=1, max_size=40))
@settings(max_examples=80, deadline=None)
def test_bytes_hidden_in_the_container_are_found(at: int, extra: bytes) -> None:
    whole = made()[0]

    assert faults_of(whole[:at] + extra + whole[at:])


@given(name=st.sampled_from(DATA), at=st.integers(0, 10_000), bit=st.integers(0, 7))
@settings(max_examples=250, deadline=None)
@pytest.mark.parametrize("check", ["zip", "folder"])
def test_any_flipped_bit_of_any_file_is_found_and_the_file_named(check: str, name: str, at: int, bit: int) -> None:
    files = dict(contents())
    altered = bytearray(files[name])
    altered[at % len(altered)] ^= 1 << bit
    files[name] = bytes(altered)

    found = named(faults_of(zipped(files)) if check == "zip" else faults_of_folder(files))

    assert found & who_must_be_named(name)


def who_must_be_named(name: str) -> set[str]:
    """A checkpoint names the signer whose signature fails; everything else names the file."""
    return {name, LOG_KEY.name, WITNESS.name} if name == "checkpoint" else {name}


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_file_is_named(name: str) -> None:
    files = dict(contents())
    del files[name]

    assert (name if name != "witnesses.vkey" else "witnesses.vkey") in named(faults_of(zipped(files)))
    assert ("missing", name) in faults_of_folder(files)


@given(
    name=st.from_regex(r"(brief|exhibits|entries|more)/[a-z0-9]{1,12}\.(pdf|entry|opened|tlog-proof)", fullmatch=True)
)
@settings(max_examples=60, deadline=None)
def test_an_added_file_is_named(name: str) -> None:
    files = dict(contents()) | {name: b"added"}

    assert ("added", name) in faults_of(zipped(dict(sorted(files.items()))))
    assert ("added", name) in faults_of_folder(files)


@given(pair=st.permutations(DATA).map(lambda names: names[:2]))
@settings(max_examples=120, deadline=None)
def test_two_files_that_changed_places_are_named(pair: list[str]) -> None:
    files = dict(contents())
    files[pair[0]], files[pair[1]] = files[pair[1]], files[pair[0]]

    found = named(faults_of(zipped(files)))

    assert all(found & who_must_be_named(name) for name in pair)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_is_there_twice_is_named(name: str) -> None:
    files = [*contents(), (name, dict(contents())[name])]

    with pytest.warns(UserWarning, match="Duplicate"):
        container = zipped(sorted(files))

    assert ("order", name) in faults_of(container)


@given(st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_files_in_another_order_are_found(chance: random.Random) -> None:
    files = list(contents())
    chance.shuffle(files)

    found = faults_of(zipped(files))

    assert (files == list(contents())) or "order" in {kind for kind, _ in found}


@given(name=st.sampled_from(NAMES), new=st.from_regex(r"[a-z]{1,8}\.txt", fullmatch=True))
@settings(max_examples=60, deadline=None)
def test_a_renamed_file_is_named_under_both_names(name: str, new: str) -> None:
    files = {new if file == name else file: content for file, content in contents()}

    found = named(faults_of(zipped(dict(sorted(files.items())))))

    assert {name, new} <= found


@given(name=st.sampled_from([name for name, content in contents() if content.count(b"\n") > 1]), chance=st.randoms())
@settings(max_examples=120, deadline=None)
def test_lines_that_changed_places_are_found(name: str, chance: random.Random) -> None:
    files = dict(contents())
    lines = files[name].split(b"\n")
    chance.shuffle(lines)
    altered = b"\n".join(lines)
    if altered == files[name]:
        return
    files[name] = altered

    assert named(faults_of(zipped(files))) & who_must_be_named(name)


def rewritten(change: str, entry: str) -> tuple[Files, str]:
    """The bundle with its manifest rewritten to hide a change, and the file that must be named all the same."""
    files, log = dict(contents()), made()[1]
    manifest = json.loads(files["manifest.json"])
    index = int(entry[8:20])
    if change == "entry left out":
        manifest["entries"] = [known for known in manifest["entries"] if known["index"] != index]
        for name in [name for name in files if name.startswith(entry.removesuffix("entry"))]:
            del files[name]
    elif change == "entry put in":
        entry = "entries/000000000005.entry"
        files[entry] = log.entries[5].leaf
        manifest["entries"].append({"index": 5, "leaf": leaf_hash(log.entries[5].leaf).hex()})
        manifest["entries"].sort(key=lambda known: known["index"])
    elif change == "entry exchanged":
        files[entry] = log.entries[9].leaf
        for known in manifest["entries"]:
            if known["index"] == index:
                known["leaf"] = leaf_hash(log.entries[9].leaf).hex()
    elif change == "exhibit left out":
        entry = SCAN.name
        del files[entry]
    elif change == "exhibit changed":
        entry = LETTER.name
        files[entry] += b"more"
    elif change == "brief changed":
        entry = "brief/brief.json"
        files[entry] = b"{}"
    manifest["files"] = [
        {"name": name, "sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
        for name, content in sorted(files.items())
        if name not in SEALING and not name.endswith(".tlog-proof")
    ]
    files["manifest.json"] = canonical_bytes(manifest)
    return files, entry


@pytest.mark.parametrize("entry", ENTRIES)
@pytest.mark.parametrize(
    "change",
    ["entry left out", "entry put in", "entry exchanged", "exhibit left out", "exhibit changed", "brief changed"],
)
def test_a_rewritten_manifest_hides_nothing(change: str, entry: str) -> None:
    files, to_be_named = rewritten(change, entry)

    found = named(faults_of(zipped(files)))

    assert {"manifest.json", to_be_named} <= found


@given(chance=st.randoms())
@settings(max_examples=60, deadline=None)
def test_entries_in_another_order_are_named(chance: random.Random) -> None:
    files = dict(contents())
    manifest = json.loads(files["manifest.json"])
    order = list(manifest["entries"])
    chance.shuffle(order)
    if order == manifest["entries"]:
        return
    files["manifest.json"] = canonical_bytes(manifest | {"entries": order})
    late = next(after for before, after in pairwise(order) if after["index"] < before["index"])

    found = faults_of(zipped(files))

    assert ("order", f"entries/{late['index']:012d}.entry") in found
    assert ("changed", "manifest.json") in found


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


def test_a_zip_packed_again_says_so_while_its_folder_holds() -> None:
    to = BytesIO()
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents():
            archive.writestr(name, content)

    assert {kind for kind, _ in faults_of(to.getvalue())} == {"container"}
    assert faults_of_folder(dict(contents())) == []


@pytest.mark.parametrize(
    "name", ["../up.txt", "/root.txt", "a\\b.txt", "C:evil.txt", "brief//x", "brief/../x", "ə.txt"]
)
def test_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    found = faults_of(zipped(dict(sorted({**dict(contents()), name: b"x"}.items()))))

    assert ("malformed", name) in found


def test_a_link_in_a_zip_or_folder_is_refused(tmp_path: Path) -> None:
    to = BytesIO()
    with zipfile.ZipFile(to, "w") as archive:
        link = zipfile.ZipInfo("brief/link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    (tmp_path / "brief").symlink_to("/etc", target_is_directory=True)
    os.mkfifo(tmp_path / "pipe")

    assert ("malformed", "brief/link.txt") in faults_of(to.getvalue())
    assert {("malformed", "brief"), ("malformed", "pipe")} <= {*Check(tmp_path).faults}


def test_a_zip_that_swells_is_refused_unread() -> None:
    to = BytesIO()
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", bytes(50_000_000))

    assert ("malformed", "manifest.json") in faults_of(to.getvalue())


def test_a_declared_size_far_beyond_the_file_is_harmless() -> None:
    container = bytearray(made()[0])
    entry = container.find(b"PK\x01\x02")
    container[entry + 20 : entry + 28] = struct.pack("<LL", 2**32 - 2, 2**32 - 2)

    assert faults_of(bytes(container))


def test_sizes_beyond_what_a_bundle_can_have_are_a_fault_and_never_a_crash() -> None:
    to = BytesIO()
    with (
        zipfile.ZipFile(to, "w") as archive,
        archive.open(zipfile.ZipInfo("manifest.json"), "w", force_zip64=True) as stream,
    ):
        stream.write(b"{}")
    huge = to.getvalue()
    central = huge.find(b"PK\x01\x02")
    sizes = struct.pack("<2H2Q", 1, 16, 2**40, 2**40)
    header = bytearray(huge[central : central + 46]) + b"manifest.json" + sizes
    header[20:28] = b"\xff" * 8
    header[30:32] = struct.pack("<H", len(sizes))
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, len(header), central, 0)

    assert ("malformed", "bundle.zip") in faults_of(huge[:central] + bytes(header) + end)


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


@given(content=st.binary(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_other_file_is_no_bundle(content: bytes) -> None:
    assert faults_of(content)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 2**60) | st.text(max_size=5) | st.floats(allow_nan=False),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["name", "index", "leaf", "size", "detail", "salt", "at", "facts", "format"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)


@given(
    name=st.sampled_from(["manifest.json", "seal.opened", "seal.entry", ENTRIES[0]]),
    value=VALUES,
    key=st.integers(0, 6),
)
@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_strange_values_are_faults_and_never_a_crash(name: str, value: object, key: int) -> None:
    files = dict(contents())
    whole = json.loads(files[name])
    keys = sorted(whole)
    strange = {**whole, keys[key % len(keys)]: value} if key else value
    files[name] = json.dumps(strange, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode(
        "utf-8", "replace"
    )
    if strange == whole:
        return

    assert name in named(faults_of(zipped(files)))


@pytest.mark.parametrize(
    "name", ["log.vkey", "witnesses.vkey", "checkpoint", "manifest.json", "seal.opened", "seal.tlog-proof"]
)
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"\xff\xfe",
        b"+++\n",
        b"[" * 100_000,
        b"a+b+c\n",
        "ü\ud800".encode("utf-8", "replace"),
        b"x" * 5_000_000,
    ],
)
def test_rubbish_in_any_file_is_a_fault_and_never_a_crash(name: str, content: bytes) -> None:
    found = faults_of(zipped(dict(contents()) | {name: content}))

    assert found
    assert named(found) & (who_must_be_named(name) | {name})


def test_every_fault_travels_with_the_error(tmp_path: Path) -> None:
    files = dict(contents())
    del files[LETTER.name]
    files["brief/brief.json"] = b"{}"
    (tmp_path / "b.zip").write_bytes(zipped(files))

    with pytest.raises(BrokenCustody) as broken:
        verify_bundle(tmp_path / "b.zip")

    assert {("missing", LETTER.name), ("changed", "brief/brief.json")} == set(broken.value.args)


def test_the_writer_and_the_verifier_agree_on_the_container() -> None:
    to = BytesIO()
    _write_zip(dict(contents()), to)

    assert to.getvalue() == made()[0]
