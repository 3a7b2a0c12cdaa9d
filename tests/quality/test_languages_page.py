"""The Russian figures of docs/languages.md and of the blind pages in docs/quality.md are those measured."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.score import Scores

DOCS = Path(__file__).parents[2] / "docs"
ROWS = {
    "persons": ["persons"],
    "organizations": ["organizations"],
    "positions with status": ["positions+status"],
    "gatherings": ["gatherings"],
    "their first day, place": ["gatherings:start", "gatherings:place"],
    "roles at them": ["gatherings:roles"],
    "statements: content with speaker": ["statements (content+speaker)"],
    "milestones": ["milestones"],
}


def f1(scores: Scores, kind: str) -> float:
    return next(row.f1 for row in scores.rows if row.kind == kind)


@pytest.mark.parametrize("row", ROWS)
def test_the_russian_column_holds_what_is_measured(row: str, scores: Callable[[str], Scores]):
    match = re.search(
        rf"^\| {re.escape(row)} \| [^|]* \| ([^|]*) \|$", (DOCS / "languages.md").read_text("utf-8"), re.MULTILINE
    )
    assert match is not None
    written = match[1].strip().split(", ")
    assert written == [f"{f1(scores('own-ru'), kind):.2f}".lstrip("0") for kind in ROWS[row]]


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("fresh-ru", 8),
        ("second-ru", 10),
        ("third-ru", 10),
        ("fourth-ru", 10),
        ("fifth-ru", 10),
        ("sixth-ru", 10),
        ("seventh-ru", 10),
        ("eighth-ru", 10),
        ("ninth-ru", 10),
        ("tenth-ru", 10),
        ("eleventh-ru", 9),
        ("twelfth-ru", 9),
        ("thirteenth-ru", 9),
        ("fourteenth-ru", 9),
    ],
)
def test_the_mended_figures_of_the_blind_pages_are_up_to_date(name: str, kinds: int, scores: Callable[[str], Scores]):
    section = (DOCS / "quality.md").read_text("utf-8").split(f"## What `{name}` tells")[1].split("\n## ")[0]
    written = dict(re.findall(r"^\| ([^|]+) \| [\d.]+ \| ([\d.]+) \|$", section, re.MULTILINE))
    assert written == {kind: f"{f1(scores(name), kind):.2f}" for kind in written}
    assert len(written) == kinds
