"""Contradictions and open questions of a large record, found by a process of its own: that takes minutes."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from onrecord.record import View, open_store
from onrecord.review.conflicts import Case, Compared, Conflict, compared, find_conflicts
from onrecord.review.questions import Question, questions

Found = tuple[tuple[Conflict, ...], tuple[Compared, ...], tuple[Question, ...]]
"""Contradictions, how much there was to compare, and the open questions."""

NOTHING: Found = ((), (), ())


class Finder:
    """Finds all contradictions of a record, one search at a time.

    Args:
        where: the record, as for `open_store`.
    """

    def __init__(self, where: str) -> None:
        self._where = where
        self._process: BaseProcess | None = None
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
        """Begin a search."""
        # Begun anew rather than forked: this process may have threads.
        context = multiprocessing.get_context("spawn")
        incoming, outgoing = context.Pipe(duplex=False)
        self._process = process = context.Process(target=_find, args=(self._where, outgoing), daemon=True)
        process.start()
        outgoing.close()
        self.answer = incoming

    def take(self) -> Found | None:
        """Return what the search that was begun has found, when it is found; None where its process ended before."""
        answer, self.answer = self.answer, None
        assert answer is not None  # noqa: S101  one was begun
        assert self._process is not None  # noqa: S101  as above
        try:
            found: Found = answer.recv()
        except EOFError:
            return None
        finally:
            answer.close()
            self._process.join()
        return found

    def stop(self) -> None:
        """End a search that is under way."""
        if self._process is not None:
            self._process.kill()

    def forget(self) -> None:
        """Leave a search to the process that began it (after a fork)."""
        self._process = None


def found_in(view: View) -> Found:
    """Return all contradictions of a record, how much there was to compare, and the open questions."""
    case = Case.of(view)
    conflicts = find_conflicts(case)
    return conflicts, compared(case), questions(view, conflicts)


def _find(where: str, outgoing: Connection) -> None:
    with contextlib.suppress(OSError):
        os.nice(10)  # readers come first
    store = open_store(where, create=False)
    try:
        outgoing.send(found_in(store.view()))
    finally:
        store.close()
