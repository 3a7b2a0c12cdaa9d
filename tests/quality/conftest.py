"""The annotated pages that quality is measured on, each read once a session."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from onrecord import extract_text
from onrecord.model import Extract
from onrecord.score import GoldPage, Scores, gold_pages, score_documents
from onrecord.tell.page import page

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
SETS = {
    "own": HERE / "en",
    "fresh": HERE / "fresh",
    "second": HERE / "second",
    "third": HERE / "third",
    "fourth": HERE / "fourth",
    "fifth": HERE / "fifth",
    "sixth": HERE / "sixth",
    "seventh": HERE / "seventh",
    "eighth": HERE / "eighth",
    "seventeenth": HERE / "seventeenth",
    "eighteenth": HERE / "eighteenth",
    "ninth": HERE / "ninth",
    "tenth": HERE / "tenth",
    "eleventh": HERE / "eleventh",
    "twelfth": HERE / "twelfth",
    "thirteenth": HERE / "thirteenth",
    "fourteenth": HERE / "fourteenth",
    "fifteenth": HERE / "fifteenth",
    "sixteenth": HERE / "sixteenth",
    "own-ko": HERE / "ko",
    "fresh-ko": HERE / "ko-fresh",
    "second-ko": HERE / "ko-second",
    "third-ko": HERE / "ko-third",
    "fourth-ko": HERE / "ko-fourth",
    "fifth-ko": HERE / "ko-fifth",
    "sixth-ko": HERE / "ko-sixth",
    "seventh-ko": HERE / "ko-seventh",
    "eighth-ko": HERE / "ko-eighth",
    "ninth-ko": HERE / "ko-ninth",
    "tenth-ko": HERE / "ko-tenth",
    "eleventh-ko": HERE / "ko-eleventh",
    "twelfth-ko": HERE / "ko-twelfth",
    "thirteenth-ko": HERE / "ko-thirteenth",
    "fourteenth-ko": HERE / "ko-fourteenth",
    "own-ru": HERE / "ru",
    "fresh-ru": HERE / "ru-fresh",
    "second-ru": HERE / "ru-second",
    "third-ru": HERE / "ru-third",
    "fourth-ru": HERE / "ru-fourth",
    "fifth-ru": HERE / "ru-fifth",
    "sixth-ru": HERE / "ru-sixth",
    "seventh-ru": HERE / "ru-seventh",
    "eighth-ru": HERE / "ru-eighth",
    "ninth-ru": HERE / "ru-ninth",
    "tenth-ru": HERE / "ru-tenth",
    "eleventh-ru": HERE / "ru-eleventh",
    "twelfth-ru": HERE / "ru-twelfth",
    "thirteenth-ru": HERE / "ru-thirteenth",
    "fourteenth-ru": HERE / "ru-fourteenth",
    "dev": SHARED / "gold" / "dev",
}
"""`dev` lies beside the repo; the others are annotated text of ours, in English where no language is named."""


@cache
def annotated(name: str) -> list[GoldPage]:
    """Return the annotated pages of a set; skips the test where they are not on this machine."""
    if not SETS[name].is_dir():
        pytest.skip(f"{SETS[name].relative_to(HERE.parents[2])} is not beside the repo: set `{name}` is not measured here")
    return gold_pages(SETS[name])


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
