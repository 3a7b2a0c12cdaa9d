"""Python's own work that a copy of this process does while this one goes on; where none can be made it is done here.

Threads share one interpreter, so that only compiled code gains by them (`abreast.py`). A copy (`fork`) begins in hundredths of
a second with all that is in memory, where a new process would read its modules, tables and compiled code for longer than the
work takes. A copy has none of the other threads, and what these hold locked stays locked there: it is made only of a process
of one thread.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable

from onrecord.languages.processors import processors

_THREADS = "/proc/self/task"
"""Holds an entry for each thread of this process, those of libraries too; where there is none, no copy is made."""


class Aside[T]:
    """Work that is begun at once in a copy of this process.

    Args:
        work: of no arguments; it changes nothing, and what it returns can be pickled.
        worth: whether it takes long enough for a copy; a hundredth of a second or two goes into one.
    """

    def __init__(self, work: Callable[[], T], *, worth: bool = True) -> None:
        self._work = work
        self._copy = _begun(work) if worth and processors() > 1 and _is_alone() else None

    def result(self) -> T:
        """Return what the work returns; call it once."""
        if self._copy is None:
            return self._work()
        number, end = self._copy
        try:
            with open(end, "rb") as told:
                found: T = pickle.load(told)  # noqa: S301  this process wrote it
        except (EOFError, pickle.UnpicklingError):  # it failed, or was killed for want of memory
            return self._work()
        finally:
            os.waitpid(number, 0)
        return found


def _is_alone() -> bool:
    """Tell whether this process has one thread."""
    return os.path.isdir(_THREADS) and len(os.listdir(_THREADS)) == 1


def _begun[T](work: Callable[[], T]) -> tuple[int, int]:
    """Return the number of a copy of this process that works, and the end of the pipe from which its result is read."""
    here, there = os.pipe()
    number = os.fork()
    if number:
        os.close(there)
        return number, here
    try:
        os.close(here)
        with open(there, "wb") as told:
            pickle.dump(work(), told, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)  # nothing of the other's is tidied up, and what is raised here is raised there
