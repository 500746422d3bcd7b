"""The command as a person runs it: a process of its own, in an empty folder."""

from pathlib import Path

import pytest
from tests.running import Run


@pytest.fixture
def heard(tmp_path: Path) -> Run:
    """Runs `heard` with these arguments and returns how it ended."""
    return Run(tmp_path)
