"""Whatever is done to a bundle on its way is found, and what it was done to is named."""

import hashlib
import json
import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.custody.altered import (
    DATA,
    ENTRIES,
    NAMES,
    Files,
    contents,
    faults_of,
    faults_of_folder,
    made,
    named,
    who_must_be_named,
    zipped,
)
from tests.custody.sample import LETTER, SCAN

from heard.custody import leaf_hash
from heard.custody.verifier import SEALING
from heard.terms.canonical import canonical_bytes


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
