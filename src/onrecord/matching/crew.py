"""Processes that share the work of matching, results in the order of the work; a few pieces wait for each, and no more."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from types import TracebackType
from typing import Any

AHEAD = 3
"""Pieces of work in hand for each process."""


class Crew:
    """Processes; a context manager.

    Args:
        processes: how many; with 1 the work is done in the calling process. With more, a script that calls this needs the usual
            `if __name__ == "__main__":`.
    """

    def __init__(self, processes: int = 1) -> None:
        self._most = processes * AHEAD
        context = multiprocessing.get_context("spawn")
        self._pool = ProcessPoolExecutor(processes, mp_context=context) if processes > 1 else None

    def map[R](self, work: Callable[..., R], pieces: Iterable[tuple[Any, ...]]) -> Iterator[R]:
        """Yield what work makes of each piece."""
        return (found for _, found in self.beside(work, ((None, piece) for piece in pieces)))

    def beside[K, R](self, work: Callable[..., R], pieces: Iterable[tuple[K, tuple[Any, ...]]]) -> Iterator[tuple[K, R]]:
        """Yield what work makes of each piece, beside what was kept here of that piece."""
        if self._pool is None:
            yield from ((kept, work(*piece)) for kept, piece in pieces)
            return
        waiting: deque[tuple[K, Future[R]]] = deque()
        for kept, piece in pieces:
            waiting.append((kept, self._pool.submit(work, *piece)))
            if len(waiting) > self._most:
                yield _done(*waiting.popleft())
        while waiting:
            yield _done(*waiting.popleft())

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)


def _done[K, R](kept: K, begun: Future[R]) -> tuple[K, R]:
    return kept, begun.result()
