"""Every implementation gives every vector the result the vector states."""

import json
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from tests.vectors import make

from heard.custody import (
    Note,
    Proof,
    VerifierKey,
    open_checkpoint,
    open_detail,
    read_entry,
    read_opened,
    verify_cosignature,
    verify_inclusion,
    verify_proof,
)
from heard.custody.checkpoint import Checkpoint
from heard.custody.tree import leaf_hash, verify_consistency
from heard.custody.verifier import Check, climb
from heard.terms import errors

FOLDER = Path(make.__file__).parent
Case = dict[str, Any]


def cases(name: str) -> list[Any]:
    return [
        pytest.param(case, id=str(case.get("name", number)))
        for number, case in enumerate(json.loads((FOLDER / name).read_text()))
    ]


def expected(case: Case) -> Any:
    if case["expect"] == "ok":
        return pytest.raises(_Nothing)
    return pytest.raises(getattr(errors, case["expect"]))


class _Nothing(Exception):
    """Raised by a test to say that nothing was refused."""


@pytest.mark.parametrize("case", cases("entry.json"))
def test_entries(case: Case) -> None:
    with expected(case):
        entry = read_entry(case["leaf"].encode())
        detail, salt = read_opened(case["opened"].encode())
        open_detail(entry, detail, salt=salt)
        assert leaf_hash(case["leaf"].encode()).hex() == case["leaf_hash"]
        raise _Nothing


@pytest.mark.parametrize("case", cases("tree.json"))
def test_trees(case: Case) -> None:
    path, root = [bytes.fromhex(step) for step in case["path"]], bytes.fromhex(case["root"])
    with expected(case):
        if case["kind"] == "inclusion":
            hashed = leaf_hash(case["index"].to_bytes(4, "big"))
            verify_inclusion(hashed, index=case["index"], size=case["size"], path=path, root=root)
        else:
            old_root = bytes.fromhex(case["old_root"])
            verify_consistency(
                old_size=case["old_size"], old_root=old_root, new_size=case["size"], new_root=root, path=path
            )
        raise _Nothing


@pytest.mark.parametrize("case", [case for case in cases("tree.json") if case.values[0]["kind"] == "inclusion"])
def test_trees_in_the_one_file_verifier(case: Case) -> None:
    path = [bytes.fromhex(step) for step in case["path"]]

    reached = climb(leaf_hash(case["index"].to_bytes(4, "big")), case["index"], case["size"], path)

    assert (reached == bytes.fromhex(case["root"])) == (case["expect"] == "ok")


@pytest.mark.parametrize("case", cases("note.json"))
def test_notes(case: Case) -> None:
    with expected(case):
        note = Note.read(case["note"].encode())
        checkpoint = open_checkpoint(note, key=VerifierKey.read(case["key"]))
        assert note.encoded().decode() == case["note"]
        assert checkpoint.text() == note.text
        raise _Nothing


@pytest.mark.parametrize("case", cases("proof.json"))
def test_proofs(case: Case) -> None:
    with expected(case):
        proof = Proof.read(case["proof"].encode())
        verify_proof(proof, leaf=case["leaf"].encode(), key=VerifierKey.read(case["key"]))
        assert proof.encoded().decode() == case["proof"]
        raise _Nothing


@pytest.mark.parametrize("case", cases("cosignature.json"))
def test_cosignatures(case: Case) -> None:
    with expected(case):
        seen = verify_cosignature(Note.read(case["note"].encode()), witness=VerifierKey.read(case["key"]))
        assert seen == datetime.fromisoformat(case["at"])
        raise _Nothing


@pytest.mark.parametrize("case", cases("bundle.json"))
def test_bundles(case: Case, tmp_path: Path) -> None:
    zipfile.ZipFile(FOLDER / "bundle.zip").extractall(tmp_path)
    for name in case.get("remove", ()):
        (tmp_path / name).unlink()
    for name, content in case.get("put", {}).items():
        (tmp_path / name).write_text(content)
    if "swap" in case:
        one, other = (tmp_path / name for name in case["swap"])
        content = one.read_bytes()
        one.write_bytes(other.read_bytes())
        other.write_bytes(content)

    faults = Check(tmp_path, case.get("key")).faults

    assert {tuple(fault) for fault in case["faults"]} <= set(faults)
    assert bool(faults) == bool(case["faults"])


def test_a_bundle_made_by_an_earlier_version_still_verifies() -> None:
    assert not Check(FOLDER / "bundle.zip").faults


def test_the_vectors_are_what_their_script_writes(tmp_path: Path) -> None:
    make.main(tmp_path)

    for name in make.ALWAYS_THE_SAME:
        assert (tmp_path / name).read_text() == (FOLDER / name).read_text(), name


def test_a_checkpoint_beyond_what_numbers_carry_is_refused() -> None:
    with pytest.raises(errors.Malformed):
        Checkpoint(origin="log.example", size=2**53, root=bytes(32))
