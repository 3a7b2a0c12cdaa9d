"""Quality may rise and never silently fall: F1 of each kind against the floor of its set, and the figures in the docs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.made import scripts
from tests.quality.sets import LANGUAGES, annotated_sets

from onrecord.score import GoldPage, Scores, gold_pages

SETS = annotated_sets()
CURE = "run: python scripts/quality_figures.py"


@pytest.mark.parametrize(("name", "kind"), [(name, kind) for name, one in SETS.items() for kind in one.floors])
def test_quality_holds_its_floor(name: str, kind: str, scores: Callable[[str], Scores]):
    (row,) = [row for row in scores(name).rows if row.kind == kind]
    floor = SETS[name].floors[kind]
    assert row.f1 >= floor, (
        f"{kind} on {name}: F1 {row.f1:.3f} (precision {row.precision:.3f}, recall {row.recall:.3f}) is under {floor}; "
        f"see `onrecord evaluate DIR --misses`; lower a floor only in a commit that says why"
    )


@pytest.mark.parametrize("name", SETS)
def test_every_kind_that_is_measured_has_a_floor(name: str, scores: Callable[[str], Scores]):
    assert [row.kind for row in scores(name).rows] == list(SETS[name].floors)


@pytest.mark.parametrize("name", [name for name, one in SETS.items() if one.is_ours])
def test_the_figures_of_a_set_are_those_written(name: str, scores: Callable[[str], Scores], script: Any):
    written = {kind: row for (of, kind), row in script.written().items() if of == name}
    assert written == {row.kind: row for row in scores(name).rows}, CURE


def test_the_docs_show_the_figures_that_are_written(script: Any):
    for path, tables in script.parts(script.written()).items():
        text = path.read_text("utf-8")
        assert script.filled(text, tables) == text, f"{path.name}: {CURE}"


def test_a_page_without_its_marks_is_refused(script: Any):
    with pytest.raises(ValueError, match="the page lacks"):
        script.filled("# A page\n", {"overview": []})


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_in_the_repo_are_enough_to_mean_something(language: str, pages: Callable[[str], list[GoldPage]]):
    """A machine without ../shared measures these alone."""
    ours = [page for name, one in SETS.items() if one.language == language and one.is_ours for page in pages(name)]
    assert len(ours) >= 80
    assert sum(len(page.annotation["statements"]) for page in ours) >= 250


@pytest.mark.parametrize("name", SETS)
def test_a_set_tells_of_itself(name: str):
    one = SETS[name]
    assert one.what
    assert one.annotated in ("before the first run", "with the rules in view", "sealed")
    assert set(one.blind) <= set(one.floors)


@pytest.mark.parametrize("name", [name for name, one in SETS.items() if one.is_annotated_twice])
def test_both_annotations_of_a_set_copy_their_names_from_every_page(name: str, pages: Callable[[str], list[GoldPage]]):
    for annotation in ("first", "second"):
        annotated = gold_pages(SETS[name].folder / annotation)
        assert [page.id for page in annotated] == [page.id for page in pages(name)]
        for page in annotated:
            named = {who["name"] for kind in ("persons", "organizations") for who in page.annotation[kind]}
            assert [name for name in named if name not in page.text] == [], f"{annotation}/{page.id}"


@pytest.fixture(scope="module")
def script() -> Any:
    return scripts.script("quality_figures")
