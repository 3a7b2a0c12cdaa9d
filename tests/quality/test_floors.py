"""Quality may rise and never silently fall: F1 of each kind of fact against the floor in floors.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.score import GoldPage, Scores

FLOORS: dict[str, dict[str, float]] = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))


@pytest.mark.parametrize(("name", "kind"), [(name, kind) for name, floors in FLOORS.items() for kind in floors])
def test_quality_holds_its_floor(name: str, kind: str, scores: Callable[[str], Scores]):
    (row,) = [row for row in scores(name).rows if row.kind == kind]
    floor = FLOORS[name][kind]
    assert row.f1 >= floor, (
        f"{kind} on {name}: F1 {row.f1:.3f} (precision {row.precision:.3f}, recall {row.recall:.3f}) is under {floor}; "
        f"see `onrecord evaluate DIR --misses`; lower a floor only in a commit that says why"
    )


@pytest.mark.parametrize("name", FLOORS)
def test_every_kind_that_is_measured_has_a_floor(name: str, scores: Callable[[str], Scores]):
    assert [row.kind for row in scores(name).rows] == list(FLOORS[name])


def test_the_pages_in_the_repo_are_enough_to_mean_something(pages: Callable[[str], list[GoldPage]]):
    """A machine without ../shared measures these alone."""
    assert len(pages("own")) >= 13
    assert sum(len(one.annotation["statements"]) for one in pages("own")) >= 50
