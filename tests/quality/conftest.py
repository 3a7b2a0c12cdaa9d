"""The annotated pages that quality is measured on, each read once a session."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from tests.quality.sets import HERE, annotated_sets

from onrecord import extract_text
from onrecord.model import Extract
from onrecord.score import GoldPage, Scores, gold_pages, score_documents
from onrecord.tell.page import page


@cache
def annotated(name: str) -> list[GoldPage]:
    """Return the annotated pages of a set; skips the test where they are not on this machine."""
    folder = annotated_sets()[name].folder
    if not folder.is_dir():
        pytest.skip(f"{folder.relative_to(HERE.parents[2])} is not beside the repo: set `{name}` is not measured here")
    return gold_pages(folder)


@cache
def reading(name: str, id: str) -> Extract:
    """Return what is read from one page of a set, which is given as text alone, with nothing said about it."""
    (one,) = [one for one in annotated(name) if one.id == id]
    return extract_text(one.text, id=id)


@cache
def measured(name: str) -> Scores:
    """Return the scores of a set."""
    return score_documents((one.annotation, page(reading(name, one.id))) for one in annotated(name))


@pytest.fixture
def scores() -> Callable[[str], Scores]:
    """Return the scores of a set by its name."""
    return measured


@pytest.fixture
def read() -> Callable[[str, str], Extract]:
    """Return what is read from a page, by set and id."""
    return reading


@pytest.fixture
def pages() -> Callable[[str], list[GoldPage]]:
    """Return the annotated pages of a set by its name."""
    return annotated
