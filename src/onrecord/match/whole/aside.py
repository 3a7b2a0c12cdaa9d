"""Python's own work that a copy of this process does while this one goes on; where none can be made it is done here.

Threads share one interpreter, so that only compiled code gains by them (`abreast.py`). A copy (`fork`) begins in hundredths of
a second with all that is in memory, where a new process would read its modules, tables and compiled code for longer than the
work takes. A copy has none of the other threads, and what these hold locked stays locked there: it is made only of a process
of one thread.
"""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import BinaryIO, NamedTuple

from onrecord.languages.processors import processors

_THREADS = "/proc/self/task"
"""Holds an entry for each thread of this process, those of libraries too; where there is none, no copy is made."""


class Aside[T]:
    """Work that is begun at once in a copy of this process; a context manager, at whose end the copy is gone.

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
        try:
            found: T = pickle.load(self._copy.told)  # noqa: S301  this process wrote it
        except (EOFError, pickle.UnpicklingError):  # it failed, or was killed for want of memory
            return self._work()
        return found

    def __enter__(self) -> Aside[T]:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._copy:
            self._copy.told.close()
            with suppress(ProcessLookupError, ChildProcessError):  # where whoever runs this has all children taken away at once
                os.kill(self._copy.number, signal.SIGKILL)
                os.waitpid(self._copy.number, 0)


class _Copy(NamedTuple):
    """A copy of this process: its number, and what it tells."""

    number: int
    told: BinaryIO


def _is_alone() -> bool:
    """Tell whether this process has one thread."""
    return os.path.isdir(_THREADS) and len(os.listdir(_THREADS)) == 1


def _begun(work: Callable[[], object]) -> _Copy | None:
    """Return a copy of this process that works, None where there is no room for one."""
    here, there = os.pipe()
    try:
        number = os.fork()
    except OSError:
        os.close(here)
        os.close(there)
        return None
    if number:
        os.close(there)
        return _Copy(number, open(here, "rb"))
    try:
        os.close(here)
        with open(there, "wb") as told:
            pickle.dump(work(), told, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)  # nothing of the other's is tidied up, and what is raised here is raised there
