#!/usr/bin/env python3
"""Heard verifier 1: checks a bundle offline, with Python 3.11 or later and its package `cryptography` (48 or later).

    python verify.py BUNDLE.zip|FOLDER [--key KEY] [--language en|az|ru]

Exit code: 0 everything holds; 1 something is wrong, each thing named; 2 it could not be checked.
What is checked, in six steps, stands in the class `Check`. A fault never stops the search for others.
"""

import argparse
import base64
import contextlib
import hashlib
import hmac
import io
import json
import os
import re
import stat
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import IO, Any

try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PublicKey
except ImportError:
    print("Needed · Lazımdır · Нужно: pip install 'cryptography>=48'", file=sys.stderr)
    raise SystemExit(2) from None

SENTENCES = {
    "en": {
        "changed": "{name} was changed.",
        "missing": "{name} is missing.",
        "added": "{name} was added: it does not belong to this bundle.",
        "order": "{name} stands out of order or twice.",
        "malformed": "{name} is refused: it does not have the form it must have.",
        "unfit": "{name} does not fit its entry in the log of this checkpoint.",
        "unsigned": "The checkpoint does not carry the right signature of {name}.",
        "container": "The zip was packed again or holds bytes of no file, first noticed at {name}.",
        "holds": "Everything holds: {files} files, {entries} custody entries, sealed at {at} as entry {index} "
        "of the log {origin} of {size} entries; cosigned by witnesses the sender names: {witnesses}.",
        "unknown": "Without --key the signer is only as trusted as the channel this bundle came by. Its key: {key}",
        "faulty": "Faults found: {count}. Do not rely on this bundle.",
    },
    "az": {
        "changed": "{name} dəyişdirilib.",
        "missing": "{name} çatışmır.",
        "added": "{name} əlavə edilib: bu bağlamaya aid deyil.",
        "order": "{name} öz yerində deyil və ya təkrarlanır.",
        "malformed": "{name} qəbul edilmir: tələb olunan formada deyil.",
        "unfit": "{name} bu nəzarət nöqtəsinin jurnalındakı yazısına uyğun gəlmir.",
        "unsigned": "Nəzarət nöqtəsində {name} üçün düzgün imza yoxdur.",
        "container": "Zip yenidən qablaşdırılıb və ya heç bir faylın olmayan baytlar saxlayır; ilk fərq: {name}.",
        "holds": "Hər şey yerindədir: {files} fayl, {entries} saxlanma yazısı; {at} anında {origin} jurnalının "
        "{index} nömrəli yazısı ilə möhürlənib (cəmi {size}); göndərənin göstərdiyi şahidlərin imzaları: {witnesses}.",
        "unknown": "--key olmadan imzalayana yalnız bağlamanın gəldiyi yol qədər etibar etmək olar. Açarı: {key}",
        "faulty": "Tapılan pozuntular: {count}. Bu bağlamaya arxalanmayın.",
    },
    "ru": {
        "changed": "{name}: файл изменён.",
        "missing": "{name}: файл отсутствует.",
        "added": "{name}: файл добавлен, он не относится к этому пакету.",
        "order": "{name}: не на своём месте или повторяется.",
        "malformed": "{name}: отклонено, форма не та, какой должна быть.",
        "unfit": "{name}: не соответствует своей записи в журнале этой контрольной точки.",
        "unsigned": "На контрольной точке нет верной подписи {name}.",
        "container": "Zip упакован заново или содержит байты, не принадлежащие файлам; первое отличие: {name}.",
        "holds": "Всё в порядке: файлов {files}, записей хранения {entries}; запечатано {at} записью {index} "
        "журнала {origin}, в котором записей {size}; подписей свидетелей, названных отправителем: {witnesses}.",
        "unknown": "Без --key подписавшему можно верить лишь настолько, насколько надёжен путь пакета. Его ключ: {key}",
        "faulty": "Найдено нарушений: {count}. Не полагайтесь на этот пакет.",
    },
}
NAME = re.compile(r"(?!.{201})[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*")
NUMBER, HASH = re.compile(r"0|[1-9][0-9]{0,15}"), re.compile(r"[0-9a-f]{64}")
ENTRY, MOMENT = re.compile(r"entries/[0-9]{12,16}\.entry"), re.compile(r"([0-9-]{10})T[0-9]{2}(:[0-9]{2}){2}Z")
EXHIBIT = re.compile(r"exhibits/([0-9a-f]{64})\.[a-z0-9]{1,8}")
LIMITS = {".entry": 65_535, ".opened": 4_500_000, ".json": 2**24}
SEALING = {"manifest.json", "checkpoint", "seal.entry", "seal.opened", "seal.tlog-proof"}
LEAF_KEYS = {"act", "actor", "commitment", "day", "item", "sealed"}
SPELL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
KEY_LENGTHS, CHUNK = {1: 32, 4: 32, 6: 1312}, 2**20
DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError, OverflowError)


class Fault(Exception):
    """Something is wrong: of which kind, and with the thing of which name."""


class Check:
    """The check of one bundle: `faults` are all that is wrong, in the order found; `facts` are about the bundle."""

    def __init__(self, path: Path, key: str | None = None) -> None:
        self.path, self.key, self.facts, self.faults = path, key, dict[str, Any](), dict[tuple[str, str], None]()
        self.files: dict[str, Callable[[], IO[bytes]]] = {}
        self.head: tuple[bytes, int, bytes] | None = None  # the checkpoint's file, size and root, once they hold
        self.sealed: dict[str, str] = {}  # what the seal says: the hash of each file and of the manifest
        self.listed: dict[str, tuple[str, int]] = {}  # what the manifest says of each file: hash and size
        self.entries: list[dict[str, Any]] = []
        container = self.open_folder if path.is_dir() else self.open_zip
        checks = (self.check_checkpoint, self.check_seal, self.check_manifest, self.check_files, self.check_entries)
        for step in (container, *checks):
            with self.noting():
                step()

    @contextlib.contextmanager
    def noting(self) -> Iterator[None]:
        """Note a fault and go on after the block; damage that no step foresaw is a fault of the whole."""
        try:
            yield
        except Fault as fault:
            self.faults[fault.args[0], fault.args[1]] = None
        except DAMAGE:
            self.faults["malformed", self.path.name] = None

    def demand(self, holds: object, kind: str, name: str) -> None:
        with self.noting():
            need(holds, kind, name)

    def open_folder(self) -> None:
        """Step 1 for a folder: nothing but plain files and folders."""
        for folder, folders, found in os.walk(self.path):
            for whole in (Path(folder, name) for name in folders + found):
                name, mode = whole.relative_to(self.path).as_posix(), whole.lstat().st_mode
                if stat.S_ISREG(mode) and NAME.fullmatch(name):
                    self.files[name] = partial(io.FileIO, whole)
                else:
                    self.demand(stat.S_ISDIR(mode), "malformed", name)

    def open_zip(self) -> None:
        """Step 1 for a zip: plain files, each once, none that swells; and the container itself."""
        archive = zipfile.ZipFile(self.path)
        for info in archive.infolist():
            plain = stat.S_IFMT(info.external_attr >> 16) in (0, stat.S_IFREG) and not info.flag_bits & 1
            swells = info.compress_type not in (0, 8) or info.file_size > 200 * info.compress_size + CHUNK
            self.demand(info.filename not in self.files, "order", info.filename)
            if plain and not swells and NAME.fullmatch(info.filename):
                self.files.setdefault(info.filename, partial(archive.open, info))
            else:
                self.demand(info.is_dir() and info.file_size == 0, "malformed", info.filename)
        self.check_container(archive.infolist())

    def check_container(self, infos: list[zipfile.ZipInfo]) -> None:
        """Every byte of the zip is accounted for: files by name, stored, end to end, then the directory of them."""
        central, offset, before = b"", 0, ""
        with self.path.open("rb") as stream:
            for info in infos:
                need(before < info.filename, "order", info.filename)
                name, size, before = info.filename.encode("utf-8", "replace"), info.file_size, info.filename
                fields = struct.pack("<5H3L2H", 20, 0, 0, 0, 33, info.CRC, size, size, len(name), 0)
                stream.seek(offset)
                need(stream.read(30 + len(name)) == b"PK\3\4" + fields + name, "container", info.filename)
                central += b"PK\1\2\x14\3" + fields + struct.pack("<3H2L", 0, 0, 0, 0o100644 << 16, offset) + name
                offset += 30 + len(name) + size
            end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, len(infos), len(infos), len(central), offset, 0)
            stream.seek(offset)
            need(stream.read(len(central) + len(end) + 1) == central + end, "container", self.path.name)

    def chunks(self, name: str, limit: int) -> Iterator[bytes]:
        """A file's bytes, no more than `limit`."""
        need(name in self.files, "missing", name)
        try:
            with self.files[name]() as stream:
                while limit > 0 and (chunk := stream.read(min(CHUNK, limit))):
                    limit -= len(chunk)
                    yield chunk
        except DAMAGE as wrong:
            raise Fault("changed", name) from wrong

    def read(self, name: str) -> bytes:
        limit = LIMITS.get(Path(name).suffix, 1_000_000)
        content = b"".join(self.chunks(name, limit + 1))
        need(len(content) <= limit, "malformed", name)
        return content

    def read_lines(self, name: str) -> list[str]:
        """The lines of a text that ends with a line feed and holds no other control character."""
        text = self.read(name).decode(errors="surrogateescape")
        need(text.endswith("\n") and not re.search(r"[\0-\t\v-\x1f\ud800-\udfff]", text), "malformed", name)
        return text[:-1].split("\n")

    def read_object(self, name: str, form: str, keys: set[str]) -> dict[str, Any]:
        """A JSON object with these keys, in its one canonical spelling."""
        content = self.read(name)
        try:
            value = json.loads(content)
            need(isinstance(value, dict) and SPELL.encode(value).encode() == content, "malformed", name)
        except (ValueError, RecursionError) as wrong:
            raise Fault("malformed", name) from wrong
        need(set(value) == keys | {"format"} and value["format"] == form, "malformed", name)
        return dict(value)

    def read_keys(self, file: str) -> list[tuple[str, bytes, bytes]]:
        """Of each key, one a line: its name, its type byte with the public key, and its key id."""
        keys = []
        for line in self.read_lines(file):
            name, key_id, material = (*line.split("+", 2), "", "")[:3]
            public = from_base64(material, file)
            hashed = sha256(name.encode(), b"\n", public)[:4]
            need(name and public and KEY_LENGTHS.get(public[0]) == len(public) - 1, "malformed", file)
            need(hashed.hex() == key_id and len(name.encode()) < 256 and not re.search(r"\s", name), "malformed", file)
            keys.append((name, public, hashed))
        return keys

    def check_checkpoint(self) -> None:
        """Step 2: the checkpoint is signed by exactly the keys of this bundle, the log's and then each witness's."""
        lines = self.read_lines("checkpoint")
        need(len(lines) > 4 and NUMBER.fullmatch(lines[1]) and lines[3] == "", "malformed", "checkpoint")
        keys, written = self.read_keys("log.vkey"), self.read_lines("log.vkey")[0]
        keys += self.read_keys("witnesses.vkey") if "witnesses.vkey" in self.files else []
        need(len(self.read_lines("log.vkey")) == 1 and keys[0][1][0] == 1, "malformed", "log.vkey")
        need(all(public[0] != 1 for _, public, _ in keys[1:]), "malformed", "witnesses.vkey")
        self.demand(self.key is None or self.key.strip() == written, "unsigned", str(self.key))
        head, root = (lines[0], int(lines[1])), from_base64(lines[2], "checkpoint")
        need(head[0] == keys[0][0] and len(root) == 32, "unsigned", keys[0][0])
        for line, (name, public, key_id) in zip(lines[4:], keys, strict=False):
            need(line.startswith(f"\u2014 {name} "), "unsigned", name)
            signature = from_base64(line.removeprefix(f"\u2014 {name} "), "checkpoint")
            need(signature[:4] == key_id, "unsigned", name)
            check_signature(signature[4:], name, public, (*head, root))
        need(len(lines[4:]) == len(keys), "unsigned", keys[-1][0])
        self.head = self.read("checkpoint"), head[1], root
        self.facts.update(key=written, origin=head[0], size=head[1], witnesses=len({name for name, *_ in keys[1:]}))

    def check_seal(self) -> None:
        """Step 3: the seal is in the log; its opened detail tells the hash of every file and of the manifest."""
        with self.noting():
            self.facts["index"] = self.check_proof("seal.entry", "seal.tlog-proof")
        self.demand("index" in self.facts, "unfit", "seal.entry")
        detail, leaf = self.check_opened("seal.entry", "seal.opened")
        need(is_list([detail.get("facts")], manifest=str, files=str), "malformed", "seal.opened")
        need(leaf["act"] == "bundle made", "malformed", "seal.entry")
        facts, self.facts["at"] = detail["facts"], detail["at"]
        self.sealed = {name: listed for listed, _, name in (line.partition(" ") for line in facts["files"].split("\n"))}
        self.sealed["manifest.json"] = facts["manifest"]

    def check_opened(self, entry: str, opened: str) -> tuple[dict[str, Any], dict[str, Any]]:
        """An opened detail and its entry, whose commitment it must fit."""
        value = self.read_object(opened, "heard opened detail 1", {"salt", "detail"})
        leaf = self.read_object(entry, "heard custody entry 1", LEAF_KEYS)
        need(is_list([value], detail=dict, format=str, salt=str) and HASH.fullmatch(value["salt"]), "malformed", opened)
        detail, moment = value["detail"], MOMENT.fullmatch(str(value["detail"].get("at")))
        commitment = hmac.new(bytes.fromhex(value["salt"]), SPELL.encode(detail).encode(), hashlib.sha256).hexdigest()
        need(moment and moment[1] == leaf["day"] and commitment == leaf["commitment"], "unfit", opened)
        return detail, leaf

    def check_proof(self, entry: str, proof: str) -> int:
        """The index at which the proof shows the entry in the log of the bundle's one checkpoint."""
        top, separator, checkpoint = self.read(proof).partition(b"\n\n")
        version, number, *steps = (*top.decode("ascii", "replace").split("\n"), "")
        need(version == "c2sp.org/tlog-proof@v1" and separator, "malformed", proof)
        need(number.startswith("index ") and NUMBER.fullmatch(number[6:]), "malformed", proof)
        index, path = int(number[6:]), [from_base64(step, proof) for step in steps[:-1]]
        if self.head:
            content, size, root = self.head
            need(checkpoint == content and index < size, "unfit", proof)
            need(climb(sha256(b"\0", self.read(entry)), index, size, path) == root, "unfit", proof)
        return index

    def check_manifest(self) -> None:
        """Step 4: the manifest is the sealed one, and lists files by name and entries by index."""
        value = self.read_object("manifest.json", "heard bundle 1", {"entries", "files", "log"})
        entries, files = value["entries"], value["files"]
        need(is_list(files, name=str, sha256=str, size=int), "malformed", "manifest.json")
        need(is_list(entries, index=int, leaf=str), "malformed", "manifest.json")
        need(len({file["name"].lower() for file in files}) == len(files), "order", "manifest.json")
        self.demand(value["log"] == self.facts.get("origin", value["log"]), "changed", "manifest.json")
        self.listed, self.entries = {file["name"]: (file["sha256"], file["size"]) for file in files}, entries
        self.facts.update(files=len(files), entries=len(entries))
        for before, name in zip(["", *self.listed], self.listed, strict=False):
            self.demand(before < name and NAME.fullmatch(name) and name not in SEALING, "order", name)

    def check_files(self) -> None:
        """Step 5: every file of the manifest and of the seal's list is there unchanged, and no other."""
        sealed = self.sealed or {name: listed for name, (listed, _) in self.listed.items()}
        proofs = {name.removesuffix("entry") + "tlog-proof" for name in sealed if ENTRY.fullmatch(name)}
        known = {*sealed} | SEALING
        in_manifest = {*self.listed} | SEALING if self.listed else known
        for expected, found in ((known | proofs, {*self.files}), (known, in_manifest)):
            for name in sorted(expected ^ found):
                self.demand(False, "missing" if name in expected else "added", name)
        for name, listed in sealed.items():
            with self.noting():
                hashed, length, exhibit = hashlib.sha256(), 0, EXHIBIT.fullmatch(name)
                told, size = self.listed.get(name, (listed, None))
                for chunk in self.chunks(name, 2**32 if size is None else size + 1):
                    hashed.update(chunk)
                    length += len(chunk)
                need(hashed.hexdigest() == listed == told and size in (None, length), "changed", name)
                need(not name.startswith("exhibits/") or (exhibit and exhibit[1] == listed), "malformed", name)

    def check_entries(self) -> None:
        """Step 6: every entry is in order, in the log, and opened only by its own detail."""
        before, belonging = -1, set[str]()
        sealed = [(int(name[8:-6]), None) for name in sorted(self.sealed) if ENTRY.fullmatch(name)]
        for index, leaf in [(entry["index"], entry["leaf"]) for entry in self.entries] or sealed:
            entry, opened, proof = (f"entries/{index:012d}.{kind}" for kind in ("entry", "opened", "tlog-proof"))
            self.demand(index > before, "order", entry)
            before = max(index, before)
            belonging.update((entry, opened))
            with self.noting():
                need(leaf in (None, sha256(b"\0", self.read(entry)).hex()), "changed", entry)
                self.read_object(entry, "heard custody entry 1", LEAF_KEYS)
            with self.noting():
                need(self.check_proof(entry, proof) == index, "order", proof)
            with self.noting():
                if opened in self.listed or opened in self.sealed:
                    self.check_opened(entry, opened)
        for name in self.listed:
            self.demand(name in belonging or not name.startswith("entries/"), "added", name)
        self.demand(self.facts.get("index", before + 1) > before, "order", "seal.entry")


def need(holds: object, kind: str, name: str) -> None:
    if not holds:
        raise Fault(kind, name)


def sha256(*parts: bytes) -> bytes:
    return hashlib.sha256(b"".join(parts)).digest()


def is_list(values: Any, **form: type) -> bool:
    return isinstance(values, list) and all(
        isinstance(value, dict) and {key: type(value[key]) for key in value} == form for value in values
    )


def from_base64(text: str, name: str) -> bytes:
    content = b""
    with contextlib.suppress(ValueError):
        content = base64.b64decode(text, validate=True)
    need(base64.b64encode(content).decode() == text, "malformed", name)
    return content


def check_signature(signature: bytes, name: str, public: bytes, head: tuple[str, int, bytes]) -> None:
    """A log (type 1) signs the text; a witness signs a time as well, in one of two ways (types 4 and 6)."""
    origin, size, root = head
    message, time = f"{origin}\n{size}\n{base64.b64encode(root).decode()}\n".encode(), signature[:8]
    if public[0] != 1:
        signature, seconds = signature[8:], int.from_bytes(time, "big")
        need(0 < seconds < 2**63, "unsigned", name)
        message = f"cosignature/v1\ntime {seconds}\n".encode() + message
    try:
        if public[0] == 6:
            names = [bytes([len(part.encode())]) + part.encode() for part in (name, origin)]
            message = b"subtree/v1\n\0" + names[0] + time + names[1] + struct.pack(">QQ", 0, size) + root
            MLDSA44PublicKey.from_public_bytes(public[1:]).verify(signature, message)
        else:
            Ed25519PublicKey.from_public_bytes(public[1:]).verify(signature, message)
    except (InvalidSignature, ValueError) as wrong:
        raise Fault("unsigned", name) from wrong


def climb(hashed: bytes, index: int, size: int, path: list[bytes]) -> bytes | None:
    """The root that a leaf and its path lead to; None when the path is too long or too short (RFC 6962, 2.1.1)."""
    if size == 1 or not path:
        return hashed if size == 1 and not path else None
    left = 1 << (size - 1).bit_length() - 1
    below = (index, left) if index < left else (index - left, size - left)
    half = climb(hashed, *below, path[:-1])
    return half and (sha256(b"\1", half, path[-1]) if index < left else sha256(b"\1", path[-1], half))


def say(check: Check, language: str) -> list[str]:
    """What the check found, in sentences of this language."""
    words, facts = SENTENCES[language], {name: harmless(str(fact)) for name, fact in check.facts.items()}
    said = [words[kind].format(name=harmless(name)) for kind, name in check.faults]
    said.append(words["faulty"].format(count=len(said)) if said else words["holds"].format(**facts))
    return said if check.key or "key" not in facts else [*said, words["unknown"].format(**facts)]


def harmless(text: str) -> str:
    return "".join(sign if sign.isprintable() else "?" for sign in text[:300])


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bundle", type=Path, help="the zip, or the folder that came out of it")
    parser.add_argument("--key", help="the log's key, received another way than the bundle")
    parser.add_argument("--language", choices=sorted(SENTENCES), default="en")
    asked = parser.parse_args(arguments)
    if not asked.bundle.exists():
        parser.error(SENTENCES[asked.language]["missing"].format(name=harmless(str(asked.bundle))))
    check = Check(asked.bundle, asked.key)
    print("\n".join(say(check, asked.language)).encode(sys.stdout.encoding, "replace").decode(sys.stdout.encoding))
    return 1 if check.faults else 0


if __name__ == "__main__":
    sys.exit(main())
