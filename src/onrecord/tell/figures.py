"""Figures of quality: precision, recall and F1 of each kind."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.review.wording import counted
from onrecord.score.documents import Miss, Scores
from onrecord.tell.layout import QUIET


def table(scores: Scores) -> RenderableType:
    """Return the figures as a table, one kind a row."""
    grid = Table(box=SIMPLE_HEAD, header_style=QUIET, pad_edge=False, show_edge=False)
    grid.add_column("kind", no_wrap=True)
    for heading in ("gold", "found", "right", "precision", "recall", "F1"):
        grid.add_column(heading, justify="right", no_wrap=True)
    for row in scores.rows:
        counts = (str(row.gold), str(row.found), str(row.right))
        grid.add_row(row.kind, *counts, *(f"{share:.3f}" for share in (row.precision, row.recall, row.f1)))
    return Group(Text(counted(scores.pages, "page"), style=QUIET), grid)


def misses_table(misses: Sequence[Miss]) -> RenderableType:
    """Return what was missed or extra, one fact a line."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(style=QUIET, no_wrap=True)
    grid.add_column(overflow="fold")
    for miss in misses:
        grid.add_row(miss.what, miss.page, json.dumps(miss.fact, ensure_ascii=False))
    return grid if misses else Text("Nothing was missed, and nothing is extra.")


def as_json(scores: Scores, misses: str | None = None) -> dict[str, Any]:
    """Return the figures by kind, and the misses of one kind where it is named."""
    figures = {
        row.kind: {
            "precision": row.precision,
            "recall": row.recall,
            "f1": row.f1,
            "gold": row.gold,
            "found": row.found,
            "right": row.right,
        }
        for row in scores.rows
    }
    found: dict[str, Any] = {"pages": scores.pages, "figures": figures}
    if misses is not None:
        found["misses"] = [{"what": miss.what, "page": miss.page, "fact": miss.fact} for miss in scores.misses[misses]]
    return found
