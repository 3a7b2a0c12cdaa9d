"""Contradictions and open questions of a large record, found by a process of its own: at first that takes a minute."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from onrecord.record import open_store
from onrecord.review.ledger import Found, Ledger

NOTHING: Found = ((), (), ())


class Finder:
    """Finds all contradictions of a record, one search at a time, in a process that keeps what it found for the next search.

    Args:
        where: the record, as for `open_store`.
    """

    def __init__(self, where: str) -> None:
        self._where = where
        self._process: BaseProcess | None = None
        self._line: Connection | None = None
        self._again = False
        self.answer: Connection | None = None
        """Where the answer to a search that was begun comes; None where none is under way."""

    def find(self) -> Found:
        """Return what is found, when it is found.

        Raises:
            EOFError: the process ended before it had found them: `stop` was called, or it failed, and has said why.
        """
        self.begin()
        found = self.take()
        if found is None:
            raise EOFError
        return found

    def begin(self) -> None:
        """Begin a search; where one is under way, another one follows it, for the record may have changed meanwhile."""
        if self.answer is not None:
            self._again = True
            return
        if self._process is None or not self._process.is_alive():
            self._start()
        assert self._line  # noqa: S101  the process was started with it
        with contextlib.suppress(OSError):  # it ended this moment: the end of its line is the answer
            self._line.send(None)
        self.answer = self._line

    def _start(self) -> None:
        # Begun anew rather than forked: this process may have threads.
        context = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process = process = context.Process(target=_find, args=(self._where, theirs), daemon=True)
        process.start()
        theirs.close()

    def take(self) -> Found | None:
        """Return what the search that was begun has found, when it is found; None where its process ended before.

        Where `answer` is there again, another search is under way, and what is returned may be of an earlier state.
        """
        line, self.answer = self.answer, None
        assert line is not None  # noqa: S101  one was begun
        assert self._process is not None  # noqa: S101  as above
        again, self._again = self._again, False
        try:
            found: Found = line.recv()
        except EOFError:
            line.close()
            self._process.join()
            self._process = None
            return None
        if again:
            self.begin()
        return found

    def stop(self) -> None:
        """End a search that is under way, and the process."""
        if self._process is not None:
            self._process.kill()

    def forget(self) -> None:
        """Leave the process to the one that began it (after a fork)."""
        if self._line is not None:
            self._line.close()
        self._process = self._line = self.answer = None


def _find(where: str, line: Connection) -> None:
    """Search whenever that is asked for, until whoever asks is gone."""
    with contextlib.suppress(OSError):
        os.nice(10)  # readers come first
    ledger = Ledger()
    store = open_store(where, create=False)
    try:
        while True:
            line.recv()
            line.send(ledger.found(store.view()))
            gc.freeze()  # what is kept is no garbage: looking for some in it would take longer than a search
    except (EOFError, BrokenPipeError):
        pass
    finally:
        store.close()
