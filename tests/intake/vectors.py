"""The published test vectors of the age format, where `scripts/get-age-vectors.sh` has put them."""

import base64
import re
import zlib
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parents[2] / "build/vectors/cctv-age/index.js"
_VECTOR = re.compile(r'// \.\./testdata/(\S+)\nvar \w+ = __toBinary\("([^"]*)"\)')


@dataclass(frozen=True)
class Vector:
    """What a reader must make of one sealed file."""

    name: str
    said: dict[str, list[str]]
    sealed: bytes

    @property
    def expected(self) -> str:
        return self.said["expect"][0]


def vectors() -> list[Vector]:
    """All of them, or none where they were not fetched."""
    if not FILE.exists():
        return []
    return [_vector(name, base64.b64decode(spelled)) for name, spelled in _VECTOR.findall(FILE.read_text())]


def _vector(name: str, content: bytes) -> Vector:
    head, _, sealed = content.partition(b"\n\n")
    said: dict[str, list[str]] = {}
    for line in head.decode().split("\n"):
        key, _, value = line.partition(": ")
        said.setdefault(key, []).append(value)
    return Vector(name, said, zlib.decompress(sealed) if "compressed" in said else sealed)
