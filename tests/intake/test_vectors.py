"""The reader gives the published vectors their published verdicts, and refuses every kind that is not hybrid."""

import hashlib
import io
from collections.abc import Callable, Iterator

import pytest
from tests.intake.vectors import Vector, vectors

from heard.intake.age import unseal, unseal_payload
from heard.intake.header import Header
from heard.intake.keys import Identity
from heard.terms.errors import HeardError, Malformed

ALL = vectors()
HYBRID = [vector for vector in ALL if any("-PQ-" in key for key in vector.said.get("identity", ()))]
FORM = [vector for vector in ALL if "armored" not in vector.said and "file key" in vector.said]
KIND = ("hybrid", "x25519", "scrypt")  # vectors about how a file key is wrapped, not about the file's form
#: What a hybrid-only reader of the binary form refuses though the format allows it.
NOT_OURS = {"hybrid_and_x25519", "armor_hybrid"}

if not ALL:
    pytest.skip("scripts/get-age-vectors.sh has not fetched the age vectors", allow_module_level=True)


def named(chosen: list[Vector]) -> list[object]:
    return [pytest.param(vector, id=vector.name) for vector in chosen]


def verdict(read: Callable[[], Iterator[bytes]]) -> tuple[str, str]:
    """What became of it, and the SHA-256 of all content that came out."""
    content = hashlib.sha256()
    try:
        for piece in read():
            content.update(piece)
    except HeardError as refused:
        return refused.code, content.hexdigest()
    return "success", content.hexdigest()


@pytest.mark.parametrize("vector", named(HYBRID))
def test_hybrid_vectors_open_or_are_refused_as_published(vector: Vector) -> None:
    identities = [Identity.read(key) for key in vector.said["identity"] if "-PQ-" in key]

    became, content = verdict(lambda: unseal(io.BytesIO(vector.sealed), identities=identities))

    if vector.expected == "success" and vector.name not in NOT_OURS:
        assert (became, content) == ("success", vector.said["payload"][0])
    else:
        assert became in {"Malformed", "WrongKey"}
        assert content == hashlib.sha256().hexdigest()


@pytest.mark.parametrize("vector", named([vector for vector in ALL if vector not in HYBRID]))
def test_every_other_kind_is_refused(vector: Vector) -> None:
    became, _ = verdict(lambda: unseal(io.BytesIO(vector.sealed), identities=[Identity(bytes(32))]))

    assert became in {"Malformed", "WrongKey"}


@pytest.mark.parametrize("vector", named([vector for vector in FORM if not vector.name.startswith(KIND)]))
def test_headers_and_payloads_have_the_published_verdict(vector: Vector) -> None:
    """The wrapping of these is X25519, which is not ours; the published file key takes its place."""
    file_key, file = bytes.fromhex(vector.said["file key"][0]), io.BytesIO(vector.sealed)
    try:
        Header.read(file).require(file_key)
    except Malformed:
        assert vector.expected in {"header failure", "HMAC failure"}
        return

    became, content = verdict(lambda: unseal_payload(file, file_key))

    if vector.expected == "success":
        assert (became, content) == ("success", vector.said["payload"][0])
    else:
        assert became == "Malformed"


def test_all_published_vectors_are_there() -> None:
    assert (len(ALL), len(HYBRID), len(FORM)) == (143, 19, 110)
