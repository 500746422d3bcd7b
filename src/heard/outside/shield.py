"""What stands around a process that opens files from outside: kept tools of the system, never our own."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import heard

_SYSTEM = ("/usr", "/bin", "/lib", "/lib64", "/etc/ld.so.cache")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shield:
    """The words before a command that shield it, and what they do."""

    name: str
    command: tuple[str, ...]
    cuts_network: bool
    hides_files: bool


NONE = Shield(name="none", command=(), cuts_network=False, hides_files=False)


@cache
def shields() -> tuple[Shield, ...]:
    """Those that work here, the best first: bubblewrap, then new namespaces through unshare."""
    return tuple(shield for shield in (_bubblewrap(), _unshare()) if shield and _works(shield))


def best_shield() -> Shield:
    """The best one that works here, or none."""
    return next(iter(shields()), NONE)


def _bubblewrap() -> Shield | None:
    """No network, no other process, no file but the system's libraries and this program's own code."""
    tool = shutil.which("bwrap")
    if not tool:
        return None
    seen = dict.fromkeys([*_SYSTEM, sys.base_prefix, sys.prefix, str(Path(heard.__file__).parents[1])])
    binds = [word for path in seen if Path(path).exists() for word in ("--ro-bind", path, path)]
    alone = ("--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL")
    rules = (*alone, "--dev", "/dev", "--chdir", "/")
    return Shield(name="bubblewrap", command=(tool, *rules, *binds, "--"), cuts_network=True, hides_files=True)


def _unshare() -> Shield | None:
    tool = shutil.which("unshare")
    if not tool:
        return None
    command = (tool, "--user", "--net", "--ipc", "--")
    return Shield(name="unshare", command=command, cuts_network=True, hides_files=False)


def _works(shield: Shield) -> bool:
    """Whether the kernel lets it start our interpreter; many containers do not."""
    trial = [*shield.command, sys.executable, "-I", "-c", "import heard"]
    try:
        done = subprocess.run(trial, check=False, capture_output=True, timeout=20, stdin=subprocess.DEVNULL)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
