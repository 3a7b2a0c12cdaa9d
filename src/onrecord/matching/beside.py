"""Kinds that do not rest on each other, matched side by side: a second process takes the largest while the first does the rest.

Persons grow there while bodies and texts grow here, and occasions while what is known of persons is written down. What grows is
the same as in one process.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from onrecord.languages.tidying import uncollected
from onrecord.match import stages
from onrecord.match.growth import Change
from onrecord.match.judged import Judged
from onrecord.match.kinds import Kind
from onrecord.match.shelf import MemoryShelf
from onrecord.model.resolution import ClusterKind

Submit = Callable[..., Future[Any]]
"""Gives a function and its arguments to another process, as `Executor.submit` does."""

ENOUGH = 600
"""Documents from which a second process gains more than it takes: two seconds for what goes to and fro."""

MOST = 5_000
"""Documents up to which that is done: what goes to and fro is in memory twice, some 30 MB for 1,000 pages of few templates."""


class Beside(stages.Way):
    """What is begun grows in another process, from nothing, and each kind is told of as soon as it is there.

    Args:
        submit: gives work to the process; None to do all here.
        keep: puts what is known of a kind, and what came of its growth, where the record keeps it.
    """

    def __init__(self, submit: Submit | None, keep: Callable[[ClusterKind, Change], None]) -> None:
        self._submit = submit
        self._keep = keep

    def begin(self, work: stages.Work) -> Callable[[], Change]:
        """See `Way`."""
        shelf = work.shelf
        if self._submit is None or not isinstance(shelf, MemoryShelf) or not shelf.is_empty():
            return super().begin(work)
        begun = self._submit(grown, work.kind.name, [*work.come], work.judged)

        def ended() -> Change:
            change: Change
            try:
                there, change = begun.result()
            except BrokenProcessPool:  # it was killed, most likely for want of memory
                self._submit = None
                return work.done()
            shelf.become(there)
            return change

        return ended

    def grown(self, kind: ClusterKind, change: Change) -> None:
        """See `Way`."""
        self._keep(kind, change)


def grown(name: ClusterKind, come: Collection[Any], judged: Judged) -> tuple[MemoryShelf[Any], Change]:
    """Grow a kind from nothing, in any process; return its shelf and what came of it."""
    kind: Kind[Any, Any] = next(kind for kind in (stages.PERSONS, stages.OCCASIONS) if kind.name == name)
    shelf: MemoryShelf[Any] = MemoryShelf()
    with uncollected():
        change = stages.Work(kind, shelf, come, (), judged).done()
    return shelf, change
