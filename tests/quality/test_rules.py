"""Every rule that finds something on our own pages is described, and every fact of them can be explained."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.extract import rules
from onrecord.extract.claims import claims
from onrecord.extract.confidence import KINDS
from onrecord.extract.explain import explain
from onrecord.model import Extract
from onrecord.score import GoldPage


@pytest.mark.parametrize("name", ["en/own", "ko/own", "ru/own"])
def test_every_rule_is_described(name: str, pages: Callable[[str], list[GoldPage]], read: Callable[[str, str], Extract]):
    missing = set()
    for one in pages(name):
        found = read(name, one.id)
        facts: list[Any] = [*found.persons, *found.organizations, *found.places, *found.positions, *found.gatherings]
        facts += [*found.statements, *found.milestones, *(part for g in found.gatherings for part in g.participations)]
        kinds = [(KINDS.get(type(fact), "places"), fact.rule) for fact in facts]
        missing |= {f"{kind}: {rule}" for kind, rule in kinds if not rules.described(kind, rule)}
    assert not missing, "describe them in src/onrecord/extract/data/rules.yml"


@pytest.mark.parametrize(("name", "page"), [("en/own", "own-en-02"), ("ko/own", "own-ko-01"), ("ru/own", "own-ru-01")])
def test_every_kind_of_fact_is_explained_at_its_words(name: str, page: str, read: Callable[[str, str], Extract]):
    found = read(name, page)
    # one fact of each kind: "s7" and "position:2" give "s" and "position:"
    subjects = {claim.subject.rstrip("0123456789"): claim.subject for claim in claims(found)}
    for subject in subjects.values():
        told = explain(found, subject)
        assert told.about
        assert told.marks
        assert all(mark.overlaps(told.sentence) for mark in told.marks)
        assert {node.span.overlaps(told.sentence) for node in told.parse} <= {True}
