"""Contradictions: where sources say what cannot all be true, the most severe first."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from fastapi.responses import Response

from onrecord.model.choice import check_choice
from onrecord.review.conflicts import DETECTORS, SEVERITIES, Severity
from onrecord.serve.cursors import window
from onrecord.serve.filters import Cursor
from onrecord.serve.shown import Page

router = APIRouter(include_in_schema=False)


@router.get("/contradictions")
def contradictions(
    page: Page,
    kind: Annotated[str, Query(max_length=20)] = "",
    severity: Literal["", Severity] = "",
    after: Cursor = None,
) -> Response:
    """List the contradictions."""
    kinds = [detector.KIND for detector in DETECTORS]
    if kind:
        check_choice("kind", kind, kinds)
    everything = page.books.conflicts()
    found = [one for one in everything if kind in ("", one.kind) and severity in ("", one.severity)]
    return page.page(
        "contradictions.html",
        found=window(found, after, lambda one: one.key, 20),
        in_all=len(everything),
        compared=page.books.compared(),
        kind=kind,
        severity=severity,
        kinds=kinds,
        severities=SEVERITIES,
        query={"kind": kind, "severity": severity},
    )
