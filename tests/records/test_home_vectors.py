"""Homes of the first version open forever, and what must be refused is (docs/formats/home.md)."""

import json
from pathlib import Path

import pytest

from heard.records import keyring
from heard.records.home import open_home
from heard.terms import errors

VECTORS = json.loads((Path(__file__).parents[1] / "vectors/home.json").read_text(encoding="utf-8"))


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize("vector", [pytest.param(vector, id=vector["says"]) for vector in VECTORS])
def test_a_home_opens_or_is_refused_as_written_down(vector: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "home.json").write_text(vector["home"], encoding="utf-8")

    if vector["expect"] != "ok":
        with pytest.raises(getattr(errors, vector["expect"])):
            open_home(tmp_path, vector["passphrase"])
        return
    open_home(tmp_path, vector["passphrase"])

    assert keyring.database_key().hex() == vector["sqlcipher"]
    assert keyring.item_wrapping_key().hex() == vector["item_keys"]
    assert keyring.page_signing_key().hex() == vector["pages"]
    assert keyring.database_password() == vector["password"]
    assert keyring.log_signer().verifier.written() == vector["log"]
