"""Garbage is looked for between pages: often enough, and no more."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import suppress

import pytest

from onrecord.languages import tidying
from onrecord.languages.tidying import Tidying, uncollected


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What is asked of the collector, which this process keeps."""
    asked: list[str] = []
    for name in ("collect", "freeze"):
        monkeypatch.setattr(gc, name, lambda name=name: asked.append(name))
    yield asked
    gc.enable()


def test_the_collector_looks_only_between_pages(looked: list[str]) -> None:
    own = Tidying()
    assert not gc.isenabled()
    own.after(1000)
    assert looked == []


@pytest.mark.usefixtures("looked")
def test_a_collector_that_a_library_turned_on_is_off_after_the_page() -> None:
    own = Tidying()
    gc.enable()  # as loading a model of spaCy does
    own.after(1000)
    assert not gc.isenabled()


def test_what_is_there_when_models_are_loaded_is_taken_for_good(looked: list[str]) -> None:
    own = Tidying()
    for _ in range(tidying.SETTLED[0]):
        own.after(1000)
    assert looked == ["collect", "freeze"]


def test_garbage_is_looked_for_every_few_pages(looked: list[str]) -> None:
    own = Tidying()
    for _ in range(max(tidying.SETTLED) + 10 * tidying.PAGES):
        own.after(1000)
    assert looked[-10:] == ["collect"] * 10


def test_long_pages_leave_nothing_for_long(looked: list[str]) -> None:
    own = Tidying()
    own.after(tidying.BYTES)
    own.after(1)
    assert looked == ["collect"]


def test_the_collector_is_off_for_a_piece_of_work_and_then_as_it_was() -> None:
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()
    with suppress(ValueError), uncollected():
        raise ValueError("work")
    assert gc.isenabled()
    gc.disable()
    try:
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()
