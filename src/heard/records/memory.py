"""Keeps what this process remembers to itself: no core dump, and no look into its memory by another program."""

import ctypes
import resource
import sys

_PR_SET_DUMPABLE = 4  # linux/prctl.h


def keep_private() -> None:
    """From now on a crash leaves no copy of the memory behind; on Linux no other program of this user reads it either.

    The system's own administrator still can.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
