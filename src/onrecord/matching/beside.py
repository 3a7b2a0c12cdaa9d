"""Kinds that do not rest on each other, matched side by side: a second process takes the largest while the first does the rest.

Persons grow there while bodies and texts grow here, and occasions while what is known of persons is written down. What grows is
the same as in one process.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from onrecord.languages.tidying import uncollected
from onrecord.match import stages
from onrecord.match.growth import Change
from onrecord.match.judged import Judged
from onrecord.match.kinds import Kind
from onrecord.match.shelf import MemoryShelf
from onrecord.matching.crew import Crew
from onrecord.model.resolution import ClusterKind

ENOUGH = 600
"""Documents from which a second process gains more than it takes: a second for its start, two for what goes to and fro."""

MOST = 5_000
"""Documents up to which that is done: what goes to and fro is in memory twice, some 30 MB for 1,000 pages of few templates."""


class Beside(stages.Way):
    """What is begun grows in another process, from nothing, and each kind is poured as soon as it is there.

    Args:
        crew: the process; with one that is the calling process, all is done here.
        pour: puts what is known of a kind where the record keeps it.
    """

    def __init__(self, crew: Crew, pour: Callable[[ClusterKind], None]) -> None:
        self._crew = crew
        self._pour = pour

    def begin(self, work: stages.Work) -> Callable[[], Change]:
        """See `Way`."""
        shelf = work.shelf
        if not isinstance(shelf, MemoryShelf) or not shelf.is_empty():
            return super().begin(work)
        begun = self._crew.begin(grown, work.kind.name, [*work.come], work.judged)

        def ended() -> Change:
            there, change = begun()
            shelf.become(there)
            return change

        return ended

    def grown(self, kind: ClusterKind) -> None:
        """See `Way`."""
        self._pour(kind)


def grown(name: ClusterKind, come: Collection[Any], judged: Judged) -> tuple[MemoryShelf[Any], Change]:
    """Grow a kind from nothing, in any process; return its shelf and what came of it."""
    kind: Kind[Any, Any] = next(kind for kind in (stages.PERSONS, stages.OCCASIONS) if kind.name == name)
    shelf: MemoryShelf[Any] = MemoryShelf()
    with uncollected():
        change = stages.Work(kind, shelf, come, (), judged).done()
    return shelf, change
