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
FLOORS = {"ABD": 0.85, "C": 0.74}
"""Micro F1 by parts of the labels: cues were written with A, B and D in sight; C is sealed and only measures."""


class Label(NamedTuple):
    part: str
    document: str
    number: int
    topics: frozenset[str]


def labels() -> Iterator[Label]:
    for line in (Path(__file__).parent / "topics.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            part, statement, *told = line.split("\t")
            document, number = statement.rsplit(":", 1)
            yield Label(part, document, int(number), frozenset(" ".join(told).split()))


def f1(pages: list[GoldPage], parts: str) -> float:
    contents = {one.id: [statement["content"] for statement in one.annotation["statements"]] for one in pages}
    texts = {one.id: one.text for one in pages}
    right = found = gold = 0
    for label in labels():
        if label.part in parts and label.document in contents:
            content = contents[label.document][label.number]
            told = frozenset(topics_of([content] if isinstance(content, str) else content, "en", texts[label.document]))
            right, found, gold = right + len(told & label.topics), found + len(told), gold + len(label.topics)
    print(f"topics, {parts}: precision {right / found:.3f} ({found}), recall {right / gold:.3f} ({gold})")
    return 2 * right / (found + gold)


@pytest.mark.parametrize("parts", FLOORS)
def test_topics_hold_their_floor(parts: str, pages: Pages):
    measured = f1([*pages("en/own"), *pages("en/second"), *pages("en/third"), *pages("en/dev")], parts)
    assert measured >= FLOORS[parts]


def test_topics_of_our_own_pages_hold_their_floor(pages: Pages):
    """A machine without ../shared measures these alone."""
    assert f1([*pages("en/own"), *pages("en/second")], "ABD") >= 0.85


def test_labels_are_of_the_taxonomy_and_enough():
    told = list(labels())
    assert {topic for label in told for topic in label.topics} <= {topic.key for topic in topics.taxonomy()}
    assert len(told) >= 150
    assert len({(label.document, label.number) for label in told}) == len(told)
