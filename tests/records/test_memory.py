"""While a home is open, its keys cannot be read out of a crash or by a program beside this one."""

import ctypes
import resource
import sys

import pytest

from heard.records.home import current_home

_PR_GET_DUMPABLE = 3


@pytest.mark.skipif(sys.platform != "linux", reason="The flag is one of Linux.")
def test_memory_that_held_a_key_is_not_dumped() -> None:
    assert current_home()

    assert ctypes.CDLL(None).prctl(_PR_GET_DUMPABLE, 0, 0, 0, 0) == 0
    assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
