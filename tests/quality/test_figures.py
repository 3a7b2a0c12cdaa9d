"""The figures in docs/kinds are those measured on our own pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.made import scripts

from onrecord.score import Scores

ROOT = Path(__file__).parents[2]
SETS = {"own": "English", "own-ko": "Korean", "own-ru": "Russian"}
CURE = "run: python scripts/kinds_figures.py"


@pytest.fixture(scope="module")
def script() -> Any:
    return scripts.script("kinds_figures")


@pytest.mark.parametrize("name", SETS)
def test_the_figures_of_our_own_pages_are_up_to_date(name: str, script: Any, scores: Callable[[str], Scores]):
    written = {kind: row for (pages, kind), row in script.written().items() if pages == SETS[name]}
    assert written == {row.kind: row for row in scores(name).rows}, CURE


def test_every_page_of_a_kind_shows_the_figures_that_are_written(script: Any):
    figures = script.written()
    assert {path.name for path in script.FOLDER.glob("*.md")} == set(script.KINDS)
    for name, kinds in script.KINDS.items():
        page = (script.FOLDER / name).read_text("utf-8")
        assert script.filled(page, figures, kinds) == page, CURE
        assert "| English" in page
