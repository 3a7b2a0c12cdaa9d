"""Kinds that are matched side by side come out as they do one after the other."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.match.pages import joined
from tests.match.test_growth import made, page

from onrecord.match.growth import Change
from onrecord.match.judged import Judged
from onrecord.match.shelf import MemoryShelf
from onrecord.match.stages import KINDS, Arrival, MemoryShelves, in_memory, take
from onrecord.matching.beside import Beside, Submit
from onrecord.model.decision import Judgement
from onrecord.model.resolution import ClusterKind, Sightings
from onrecord.workers import Readers


def carried(work: Callable[..., Any], *given: Any) -> Future[Any]:
    """Let what comes of the work go through pickling, as from another process; no process is started."""
    future: Future[Any] = Future()
    future.set_result(pickle.loads(pickle.dumps(work(*pickle.loads(pickle.dumps(given))))))  # noqa: S301 - our own
    return future


def died(_work: Callable[..., Any], *_given: Any) -> Future[Any]:
    """Let the process die that takes the work."""
    future: Future[Any] = Future()
    future.set_exception(BrokenProcessPool())
    return future


def side_by_side(new: Sightings, judged: Judged, submit: Submit) -> tuple[tuple[Change, ...], list[dict[str, Any]]]:
    """Return what came of it, and each shelf as it was when it was told of."""
    memory, kept = in_memory(), {}

    def keep(kind: ClusterKind, change: Change) -> None:
        kept[kind] = change, held(memory[KINDS.index(kind)])

    changes = take(Arrival(new), memory, judged, Beside(submit, keep))
    assert changes == tuple(kept[kind][0] for kind in KINDS)
    return changes, [kept[kind][1] for kind in KINDS]


def one_by_one(new: Sightings, judged: Judged) -> tuple[tuple[Change, ...], list[dict[str, Any]]]:
    memory: MemoryShelves = in_memory()
    return take(Arrival(new), memory, judged), [held(shelf) for shelf in memory]


def held(shelf: MemoryShelf[Any]) -> dict[str, Any]:
    """Return what a shelf holds; who shares a key stands there in no order."""
    return {
        name: {key: sorted(value) if name == "_sharing" else value for key, value in kept.items() if value}
        for name, kept in vars(shelf).items()
    }


@settings(max_examples=25, deadline=None)
@given(st.lists(page, min_size=1, max_size=7), st.booleans())
def test_what_grows_elsewhere_is_what_grows_here(drawn: list[Any], judges: bool) -> None:
    whole = joined(made(f"d-{n}", one) for n, one in enumerate(drawn))
    a, b = min(one.key for one in whole.persons), max(one.key for one in whole.persons)
    judged = Judged.of([Judgement(a, b, "same", by="Meruert")] if judges and a != b else [])
    assert side_by_side(whole, judged, carried) == one_by_one(whole, judged)


def test_a_second_process_gives_the_same_and_one_that_dies_as_well() -> None:
    person = [(("Bolat Omarov",), ()), (("Aigerim Sultanova",), ())]
    whole = joined(made(f"d-{n}", (person[: 1 + n % 2], [("Steppe Institute",)], 1 + n % 3, n % 2 == 0)) for n in range(12))
    alone = one_by_one(whole, Judged())
    with Readers(2) as readers:
        assert side_by_side(whole, Judged(), readers.submit) == alone
    assert side_by_side(whole, Judged(), died) == alone
