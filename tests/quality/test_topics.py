"""Topics of statements against labels that were set before any cue was written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from onrecord.extract.topics import topics_of
from onrecord.languages import topics
from onrecord.score import GoldPage

Pages = Callable[[str], list[GoldPage]]
FLOORS = {"A": 0.95, "B": 0.6}
"""Micro F1: cues were written with half A in sight; half B only measures."""


class Label(NamedTuple):
    half: str
    document: str
    number: int
    topics: frozenset[str]


def labels() -> Iterator[Label]:
    for line in (Path(__file__).parent / "topics.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            half, statement, *told = line.split("\t")
            document, number = statement.rsplit(":", 1)
            yield Label(half, document, int(number), frozenset(" ".join(told).split()))


def f1(pages: list[GoldPage], half: str) -> float:
    contents = {one.id: [statement["content"] for statement in one.annotation["statements"]] for one in pages}
    right = found = gold = 0
    for label in labels():
        if label.half == half and label.document in contents:
            content = contents[label.document][label.number]
            told = frozenset(topics_of([content] if isinstance(content, str) else content, "en"))
            right, found, gold = right + len(told & label.topics), found + len(told), gold + len(label.topics)
    print(f"topics, half {half}: precision {right / found:.3f} ({found}), recall {right / gold:.3f} ({gold})")
    return 2 * right / (found + gold)


@pytest.mark.parametrize("half", FLOORS)
def test_topics_hold_their_floor(half: str, pages: Pages):
    measured = f1([*pages("own"), *pages("dev")], half)
    assert measured >= FLOORS[half]


def test_topics_of_our_own_pages_hold_their_floor(pages: Pages):
    """A machine without ../shared measures these alone."""
    assert f1(pages("own"), "A") >= 0.9


def test_labels_are_of_the_taxonomy_and_enough():
    told = list(labels())
    assert {topic for label in told for topic in label.topics} <= {topic.key for topic in topics.taxonomy()}
    assert len(told) >= 150
    assert len({(label.document, label.number) for label in told}) == len(told)
