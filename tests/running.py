"""Runs the `heard` command as a person does."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Run:
    """`heard` in a process of its own, in this folder, which is also its home folder."""

    folder: Path

    def __call__(self, *arguments: object, said: str = "", **environment: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "heard", *map(str, arguments)]
        around = {**os.environ, "HOME": str(self.folder), **environment}
        return subprocess.run(
            command, input=said, capture_output=True, text=True, timeout=240, check=False, cwd=self.folder, env=around
        )
