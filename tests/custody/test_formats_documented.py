"""The examples in docs/formats are real: each is read, and what it claims is verified."""

import re
from pathlib import Path

import pytest

from heard.custody import (
    Note,
    Proof,
    VerifierKey,
    open_checkpoint,
    open_detail,
    read_entry,
    read_opened,
    verify_cosignature,
    verify_proof,
)
from heard.custody.acts import Act
from heard.custody.keys import KeyType
from heard.custody.verifier import SEALING

FORMATS = Path(__file__).parents[2] / "docs" / "formats"


def examples(page: str) -> list[str]:
    return re.findall(r"```[a-z]*\n(.*?)\n```", (FORMATS / page).read_text(), re.DOTALL)


def log_key() -> VerifierKey:
    return VerifierKey.read(examples("signed-note.md")[1])


def test_the_entry_opens_with_the_opened_detail() -> None:
    leaf, detail, opened = (example.encode() for example in examples("custody-entry.md"))

    assert read_opened(opened)[0] == detail
    assert open_detail(read_entry(leaf), detail, salt=read_opened(opened)[1]).reason == "handed over by the lawyer"


@pytest.mark.parametrize("page", ["signed-note.md", "checkpoint.md"])
def test_the_checkpoint_is_signed(page: str) -> None:
    assert open_checkpoint(Note.read(f"{examples(page)[0]}\n".encode()), key=log_key()).size == 3


def test_the_checkpoint_is_cosigned() -> None:
    note, witness = examples("cosignature.md")

    verify_cosignature(Note.read(f"{note}\n".encode()), witness=VerifierKey.read(witness))


def test_the_proof_holds() -> None:
    proof, leaf = examples("tlog-proof.md")

    verify_proof(Proof.read(f"{proof}\n".encode()), leaf=leaf.encode(), key=log_key())


def test_every_kind_of_key_and_every_sealing_file_is_described() -> None:
    notes, bundle = (FORMATS / "signed-note.md").read_text(), (FORMATS / "bundle.md").read_text()

    assert all(f"| `{kind:02x}` |" in notes for kind in KeyType)
    assert all(f"`{name}`" in bundle for name in SEALING)


def test_every_act_is_spelled_as_the_format_says() -> None:
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)?( [a-z]+)*( re-check)?", act) and len(act) <= 40 for act in Act)


def test_every_page_is_on_the_list_and_starts_with_its_version() -> None:
    pages = {page.name for page in FORMATS.glob("*.md")} - {"README.md"}
    listed = set(re.findall(r"\]\(([a-z-]+\.md)\)", (FORMATS / "README.md").read_text()))

    assert listed == pages
    assert all(", version 1" in (FORMATS / page).read_text().splitlines()[0] for page in pages)
