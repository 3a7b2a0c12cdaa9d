"""Every change of a record is seen at the next look, and a look at a file that nobody has changed asks the database nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from onrecord.record import open_store
from onrecord.record.catalogue import Watch
from onrecord.record.store import Store


@pytest.fixture
def watch(store: Store) -> Iterator[Watch]:
    made = Watch(store)
    yield made
    made.close()


def test_nothing_is_changed_by_looking(watch: Watch):
    assert watch.state() == watch.state()


def test_what_is_written_is_seen_whoever_writes(
    watch: Watch, store: Store, place: str, filled: Callable[..., Store], report: Any
):
    seen = [watch.state()]
    filled(store, report(url="https://a.example/1"))
    seen.append(watch.state())
    other = open_store(place)
    filled(other, report(url="https://b.example/2", said="Lakes freeze"))
    other.close()
    seen.append(watch.state())
    assert [state.number for state in seen] == [1, 2, 3]
    assert len({state.word for state in seen}) == 3
