"""The contradictions that our own pages were written with are found, from the pages to the finding, in all three languages."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import onrecord
from onrecord.review.conflicts import Case, Conflict, find_conflicts

QUALITY = Path(__file__).parents[2] / "quality"

KINDS = {
    "date": "date",
    "dates": "date",
    "date of talks and signing": "date",
    "start": "date",
    "start/end": "date",
    "attendance": "attendance",
    "term of the memorandum": "term",
    "Kazakh signatory": "role",
    "who opened the ceremony": "role",
    "second opening remarks": "role",
    "moderator": "role",
    "role of Нам": "role",
    "what 어진목 did": "encounter",
    "office of 누르페이소바": "office",
    "next meeting": "sequel",
    "years needed to seal the tunnels": "quantity",
    "date of the last removal of warheads": None,
}
"""What `groups.json` calls a contradiction, and the kind that finds it; None for the one that it calls compatible."""

FLOORS = {"en": 7, "ko": 9, "ru": 10}
"""Of seven, nine and ten; only a deliberate act lowers one, and extraction that reads more raises it."""

Planted = tuple[str, frozenset[str]]


class Found(NamedTuple):
    """What is contradicted in the record of one language's pages."""

    language: str
    conflicts: tuple[Conflict, ...]
    at_once: tuple[Conflict, ...]


@pytest.fixture(scope="module", params=sorted(FLOORS))
def found(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Found]:
    with onrecord.open(tmp_path_factory.mktemp("planted") / "own.db") as record:
        record.add(QUALITY / request.param / "own" / "pages")
        yield Found(request.param, record.conflicts(), find_conflicts(Case.of(record.view)))


def planted(language: str) -> Counter[Planted]:
    groups = json.loads((QUALITY / language / "own" / "groups.json").read_text("utf-8"))["groups"]
    kinds = (
        (KINDS[one["what"]], frozenset(group.get("ids") or group["pages"]))
        for group in groups
        for one in group["contradictions"]
    )
    return Counter((kind, pages) for kind, pages in kinds if kind)


def pages(conflict: Conflict) -> frozenset[str]:
    return frozenset(side.evidence.source.id for side in conflict.sides)


def test_what_the_ledger_holds_is_what_all_facts_at_once_give(found: Found) -> None:
    assert found.conflicts == found.at_once


def test_planted_contradictions_are_found(found: Found) -> None:
    expected = planted(found.language)
    missing = expected - Counter((one.kind, pages(one)) for one in found.conflicts)
    assert expected.total() - missing.total() >= FLOORS[found.language], f"not found: {missing}"


def test_hardly_anything_else_is_called_a_contradiction(found: Found) -> None:
    true = planted(found.language)
    false = [one for one in found.conflicts if one.severity != "low" and (one.kind, pages(one)) not in true]
    assert len(false) <= 1, [(one.kind, one.reason) for one in false]


def test_every_side_opens_at_its_words(found: Found) -> None:
    for conflict in found.conflicts:
        for side in conflict.sides:
            text = (QUALITY / found.language / "own" / "pages" / f"{side.evidence.source.id}.txt").read_text("utf-8")
            assert side.evidence.sentence_span.of(text) == side.evidence.sentence
            assert " … ".join(span.of(text) for span in side.evidence.spans) == side.evidence.wording
