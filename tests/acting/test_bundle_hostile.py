"""What was made to harm the reader of a bundle is refused, and never crashes the check."""

import hashlib
import hmac
import json
import os
import struct
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.custody.altered import (
    ENTRIES,
    Files,
    contents,
    faults_of,
    faults_of_folder,
    made,
    named,
    who_must_be_named,
    zipped,
)
from tests.custody.sample import LETTER

from heard.acting.bundle import _write_zip
from heard.custody import verify_bundle
from heard.custody.verifier import Check
from heard.terms.canonical import canonical_bytes
from heard.terms.errors import BrokenCustody


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


def test_a_file_of_gigabytes_is_not_read_to_its_end(tmp_path: Path) -> None:
    (tmp_path / "checkpoint").touch()
    os.truncate(tmp_path / "checkpoint", 2**40)

    assert ("malformed", "checkpoint") in Check(tmp_path).faults


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


def test_a_file_that_is_there_twice_is_named_in_a_zip_packed_again() -> None:
    to = BytesIO()
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents():
            archive.writestr(name, content)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("brief/brief.json", b"{}")

    assert ("order", "brief/brief.json") in faults_of(to.getvalue())


def forged_opened(*, salt: object, **changes: object) -> Files:
    """A bundle whose opened seal is somebody's own, with an entry that fits it."""
    files = dict(contents())
    opened, leaf = json.loads(files["seal.opened"]), json.loads(files["seal.entry"])
    detail = {name: value for name, value in (opened["detail"] | changes).items() if value is not None}
    key = bytes.fromhex(salt) if isinstance(salt, str) else bytes(32)
    leaf |= {"commitment": hmac.new(key, canonical_bytes(detail), hashlib.sha256).hexdigest()}
    leaf |= {"day": str(detail.get("at"))[:10]}
    files["seal.entry"] = canonical_bytes(leaf)
    files["seal.opened"] = json.dumps(
        opened | {"salt": salt, "detail": detail}, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    ).encode()
    return files


@pytest.mark.parametrize(
    "forged",
    [
        forged_opened(salt=int("7" * 64)),
        forged_opened(salt="0" * 64, at=None),
        forged_opened(salt="0" * 64, at=7),
        forged_opened(salt="0" * 64, at="2026-07-02, the day the court received it"),
    ],
    ids=["a number for a salt", "no moment", "a number for a moment", "words for a moment"],
)
def test_an_opened_seal_of_any_form_is_refused_without_a_crash(forged: Files) -> None:
    assert "seal.opened" in named(faults_of(zipped(forged)))
