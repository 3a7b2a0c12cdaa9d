"""Compiled work that other threads do while this one goes on; what none has begun when it is asked for is done here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from onrecord.languages.processors import processors


class Abreast[T]:
    """Tasks that let other threads run, such as compiled code does, and that are begun at once.

    Args:
        tasks: of no arguments, in any order.
    """

    def __init__(self, tasks: Sequence[Callable[[], T]]) -> None:
        # One processor is left to whoever begins them.
        with_others = ThreadPoolExecutor(max(1, processors() - 1))
        self._begun = [(task, with_others.submit(task)) for task in tasks]
        with_others.shutdown(wait=False)

    def results(self) -> list[T]:
        """Return what the tasks return, in their order; call it once."""
        here = {n: task() for n, (task, waiting) in reversed([*enumerate(self._begun)]) if waiting.cancel()}
        return [here[n] if n in here else waiting.result() for n, (_, waiting) in enumerate(self._begun)]
