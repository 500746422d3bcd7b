"""Writes the test vectors: `python -m tests.vectors.make FOLDER` (the folder of this file to renew them).

Each JSON file is a list of cases. `expect` is "ok" or the name of the error every reader must give.
"""

import base64
import json
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.custody.sample import (
    LOG_KEY,
    NEW_WITNESS,
    ORIGIN,
    OTHER_KEY,
    START,
    WITNESS,
    salt_of,
    sample_bundle,
    sample_log,
)
from tests.custody.test_tree import tiles_of

from heard.custody import (
    Act,
    Checkpoint,
    Detail,
    Note,
    Proof,
    consistency_path,
    cosign,
    enter,
    inclusion_path,
    leaf_hash,
    prove,
    root_at,
    sign_checkpoint,
    write_opened,
)
from heard.custody.note import NoteSignature

Case = dict[str, Any]
ALWAYS_THE_SAME = ("entry.json", "tree.json", "note.json", "proof.json", "bundle.json")


def main(folder: Path) -> None:
    """Write every file; those of ALWAYS_THE_SAME come out the same each time."""
    written = {
        "entry.json": entries(),
        "tree.json": trees(),
        "note.json": notes(),
        "proof.json": proofs(),
        "cosignature.json": cosignatures(),
        "bundle.json": bundles(),
    }
    for name, cases in written.items():
        (folder / name).write_text(json.dumps(cases, indent=1, ensure_ascii=False) + "\n")
    (folder / "bundle.zip").write_bytes(sample_bundle(WITNESS, NEW_WITNESS))


def entries() -> list[Case]:
    """Leaves with their opened details: right ones, and each thing a reader must refuse."""
    detail = Detail(
        at=datetime(2026, 7, 1, 9, 30, 12, tzinfo=UTC),
        by="Aytən Məmmədli",
        reason="handed over by the lawyer",
        tool="heard 0.1.0",
        after="e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        facts={"form": "letter"},
    )
    entry = enter(act=Act.RECEIVED, item="9f" * 16, actor="5b" * 16, sealed="4f" * 32, detail=detail, salt=salt_of(0))
    leaf, opened = entry.leaf().decode(), write_opened(detail.encoded(), salt=salt_of(0)).decode()

    def case(name: str, expect: str, leaf: str = leaf, opened: str = opened) -> Case:
        return {
            "name": name,
            "leaf": leaf,
            "opened": opened,
            "leaf_hash": leaf_hash(leaf.encode()).hex(),
            "expect": expect,
        }

    another_day = replace(entry, day=datetime(2026, 7, 2, tzinfo=UTC).date())
    return [
        case("whole", "ok"),
        case("nothing sealed", "ok", leaf=replace(entry, sealed=None).leaf().decode()),
        case("a line break at the end", "Malformed", leaf=leaf + "\n"),
        case("a space after a comma", "Malformed", leaf=leaf.replace(",", ", ", 1)),
        case("a key twice", "Malformed", leaf=leaf.replace("{", '{"act":"received",', 1)),
        case("a key too many", "Malformed", leaf=leaf.replace("}", ',"z":1}')),
        case("a key too few", "Malformed", leaf=leaf.replace('"act":"received",', "")),
        case("an unknown version", "Malformed", leaf=leaf.replace("entry 1", "entry 2")),
        case("digits in capitals", "Malformed", leaf=leaf.replace("4f" * 32, "4F" * 32)),
        case("a day that does not exist", "Malformed", leaf=leaf.replace("2026-07-01", "2026-06-31")),
        case("an opened detail with another word", "BrokenCustody", opened=opened.replace("lawyer", "lawyers")),
        case("an opened detail with another salt", "BrokenCustody", opened=opened.replace(salt_of(0).hex(), "0" * 64)),
        case("an opened detail of another day", "BrokenCustody", leaf=another_day.leaf().decode()),
        case("a salt too short", "Malformed", opened=opened.replace(salt_of(0).hex(), "0" * 62)),
        case("something left over after the detail", "Malformed", opened=opened + "{}"),
    ]


def trees() -> list[Case]:
    """Paths in trees of the leaves 0, 1, 2 … (four bytes each, big-endian), right and forged."""
    cases: list[Case] = []
    for size in (1, 2, 3, 7, 8, 255, 256, 257, 1000):
        tiles = tiles_of(size)
        for index in sorted({0, size // 2, size - 1}):
            path = [step.hex() for step in inclusion_path(tiles, index=index, size=size)]
            right = {
                "kind": "inclusion",
                "size": size,
                "index": index,
                "root": root_at(tiles, size).hex(),
                "path": path,
            }
            cases.append(right | {"expect": "ok"})
            cases.append(right | {"path": [*path, "00" * 32], "expect": "BrokenCustody"})
            if path:
                cases.append(right | {"path": path[:-1], "expect": "BrokenCustody"})
                cases.append(right | {"index": (index + 1) % size, "expect": "BrokenCustody"})
        for old in sorted({1, size // 3 or 1, size}):
            path = [step.hex() for step in consistency_path(tiles, old_size=old, new_size=size)]
            roots = {"old_root": root_at(tiles, old).hex(), "root": root_at(tiles, size).hex()}
            grown = {"kind": "consistency", "old_size": old, "size": size, **roots, "path": path}
            cases.append(grown | {"expect": "ok"})
            cases.append(grown | {"old_root": "11" * 32, "expect": "BrokenCustody"})
            cases.append(grown | {"path": [*path, "00" * 32], "expect": "BrokenCustody"})
    return cases


def notes() -> list[Case]:
    """Checkpoints as signed notes."""
    note = sign_checkpoint(Checkpoint(origin=ORIGIN, size=3, root=bytes(range(32))), key=LOG_KEY)
    whole = note.encoded().decode()
    line = note.signatures[0].line()
    root = base64.b64encode(bytes(range(32))).decode()
    stranger = sign_checkpoint(Checkpoint(origin=ORIGIN, size=3, root=bytes(range(32))), key=OTHER_KEY)

    def case(name: str, expect: str, note: str = whole, key: str = LOG_KEY.verifier.written()) -> Case:
        return {"name": name, "key": key, "note": note, "expect": expect}

    def signed(text: str) -> str:
        return Note(text=text, signatures=(_signature(text),)).encoded().decode()

    return [
        case("whole", "ok"),
        case("with a line by a stranger", "ok", whole + stranger.signatures[0].line()),
        case("with an extension line", "ok", signed(f"{ORIGIN}\n3\n{root}\nan extension\n")),
        case("an empty log", "ok", signed(f"{ORIGIN}\n0\n{root}\n")),
        case("by a stranger only", "BrokenCustody", stranger.encoded().decode()),
        case("another size", "BrokenCustody", whole.replace("\n3\n", "\n4\n")),
        case("another origin", "BrokenCustody", signed(f"log.example/other\n3\n{root}\n")),
        case("the same line twice", "Malformed", whole + line),
        case("no line feed at the end", "Malformed", whole[:-1]),
        case("no empty line", "Malformed", whole.replace("\n\n", "\n")),
        case("no signature", "Malformed", whole.replace(line, "")),
        case("a hyphen for the dash", "Malformed", whole.replace("—", "-")),
        case("a tab", "Malformed", whole.replace("\n3\n", "\n3\t\n")),
        case("two spaces", "Malformed", whole.replace(f"— {ORIGIN} ", f"— {ORIGIN}  ")),
        case("base64 without padding", "Malformed", whole.replace("=\n", "\n")),
        case("a leading zero", "Malformed", signed(f"{ORIGIN}\n03\n{root}\n")),
        case("a plus sign", "Malformed", signed(f"{ORIGIN}\n+3\n{root}\n")),
        case("a root too short", "Malformed", signed(f"{ORIGIN}\n3\n{root[:-4]}\n")),
        case("two lines only", "Malformed", signed(f"{ORIGIN}\n3\n")),
        case("a key id that does not follow", "Malformed", key=LOG_KEY.verifier.written().replace("+", "+0", 1)),
        case(
            "a key of an unknown type",
            "Malformed",
            key=f"{ORIGIN}+00000000+{base64.b64encode(bytes([9] * 33)).decode()}",
        ),
    ]


def proofs() -> list[Case]:
    """Proofs of entry 4 in a log of twelve."""
    log = sample_log()
    proof = prove(log.tiles, index=4, checkpoint=log.checkpoint())
    whole, leaf = proof.encoded().decode(), log.entries[4].leaf.decode()
    with_extra = (
        Proof(index=4, path=proof.path, checkpoint=proof.checkpoint, extra=b"nobody vouches").encoded().decode()
    )
    first = whole.split("\n")[2]

    def case(name: str, expect: str, proof: str = whole, leaf: str = leaf) -> Case:
        return {"name": name, "key": LOG_KEY.verifier.written(), "leaf": leaf, "proof": proof, "expect": expect}

    return [
        case("whole", "ok"),
        case("with extra data", "ok", with_extra),
        case("another leaf", "BrokenCustody", leaf=log.entries[5].leaf.decode()),
        case("another index", "BrokenCustody", whole.replace("index 4", "index 5")),
        case("an index beyond the log", "BrokenCustody", whole.replace("index 4", "index 12")),
        case("a hash left out", "BrokenCustody", whole.replace(first + "\n", "")),
        case("a hash twice", "BrokenCustody", whole.replace(first + "\n", f"{first}\n{first}\n")),
        case("another size", "BrokenCustody", whole.replace("\n12\n", "\n13\n")),
        case("a leading zero", "Malformed", whole.replace("index 4", "index 04")),
        case("another version", "Malformed", whole.replace("@v1", "@v2")),
        case("extra after index", "Malformed", with_extra.replace("extra", "index", 1)),
        case("a hash too short", "Malformed", whole.replace(first, "AAAA")),
        case("no checkpoint", "Malformed", whole.split("\n\n")[0] + "\n"),
        case("something left over", "Malformed", whole + "\n"),
    ]


def cosignatures() -> list[Case]:
    """Cosigned checkpoints; those of ML-DSA-44 come out different each time, and are right each time."""
    note = sign_checkpoint(Checkpoint(origin=ORIGIN, size=3, root=bytes(range(32))), key=LOG_KEY)
    cases = []
    for witness in (WITNESS, NEW_WITNESS):
        cosigned = cosign(note, key=witness, at=START)
        key, whole = witness.verifier.written(), cosigned.encoded().decode()
        line = cosigned.signatures[1]
        later = replace(line, signature=line.signature[:7] + bytes([line.signature[7] ^ 1]) + line.signature[8:])
        never = replace(line, signature=bytes(8) + line.signature[8:])
        cases += [
            {"name": "whole", "key": key, "note": whole, "at": START.isoformat(), "expect": "ok"},
            {"name": "another size", "key": key, "note": whole.replace("\n3\n", "\n4\n"), "expect": "BrokenCustody"},
            {
                "name": "another time",
                "key": key,
                "note": whole.replace(line.line(), later.line()),
                "expect": "BrokenCustody",
            },
            {
                "name": "no time",
                "key": key,
                "note": whole.replace(line.line(), never.line()),
                "expect": "BrokenCustody",
            },
            {"name": "not cosigned", "key": key, "note": note.encoded().decode(), "expect": "BrokenCustody"},
        ]
    return cases


def bundles() -> list[Case]:
    """What is done to bundle.zip (unpacked), and which faults must be found."""
    exhibit = "exhibits/a02fbb4ea2d8c9e8e1b3e2e8dc1b6f10.txt"
    return [
        {"name": "whole", "faults": []},
        {"name": "brief changed", "put": {"brief/brief.json": "{}"}, "faults": [["changed", "brief/brief.json"]]},
        {"name": "brief missing", "remove": ["brief/brief.pdf"], "faults": [["missing", "brief/brief.pdf"]]},
        {"name": "file added", "put": {exhibit: "more"}, "faults": [["added", exhibit]]},
        {
            "name": "entry missing",
            "remove": ["entries/000000000004.entry"],
            "faults": [["missing", "entries/000000000004.entry"]],
        },
        {"name": "manifest missing", "remove": ["manifest.json"], "faults": [["missing", "manifest.json"]]},
        {"name": "seal missing", "remove": ["seal.opened"], "faults": [["missing", "seal.opened"]]},
        {
            "name": "entries exchanged",
            "swap": ["entries/000000000000.entry", "entries/000000000001.entry"],
            "faults": [["changed", "entries/000000000000.entry"], ["changed", "entries/000000000001.entry"]],
        },
        {
            "name": "proofs exchanged",
            "swap": ["entries/000000000000.tlog-proof", "entries/000000000001.tlog-proof"],
            "faults": [["unfit", "entries/000000000000.tlog-proof"], ["unfit", "entries/000000000001.tlog-proof"]],
        },
        {
            "name": "another key",
            "key": OTHER_KEY.verifier.written(),
            "faults": [["unsigned", OTHER_KEY.verifier.written()]],
        },
    ]


def _signature(text: str) -> NoteSignature:
    return NoteSignature(name=ORIGIN, key_id=LOG_KEY.verifier.key_id, signature=LOG_KEY.sign(text.encode()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
