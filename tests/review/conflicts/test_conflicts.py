from __future__ import annotations

import pkgutil
import re
from pathlib import Path

import pytest
from tests.made.records import DEPUTY, ROUND_TABLE

import onrecord.review.conflicts as room
from onrecord.review.conflicts import DETECTORS, SEVERITIES, Case, compared, find_conflicts
from onrecord.review.conflicts.finding import Detector

CASE = Case((ROUND_TABLE,), (DEPUTY,))


def test_every_module_of_the_room_is_registered_with_a_kind_of_its_own():
    modules = {found.name for found in pkgutil.iter_modules(room.__path__)} - {"finding", "steps", "voices"}
    assert {detector.__name__.rpartition(".")[2] for detector in DETECTORS} == modules  # type: ignore[attr-defined]
    assert len({detector.KIND for detector in DETECTORS}) == len(DETECTORS)


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: detector.KIND)
def test_an_empty_record_has_nothing_to_compare(detector: Detector):
    assert list(detector.find(Case())) == []
    assert detector.compared(Case()).number == 0


def test_conflicts_come_worst_first_with_two_sides_and_a_reason_that_is_a_sentence():
    found = find_conflicts(CASE)
    assert found
    assert [c.severity for c in found] == sorted((c.severity for c in found), key=SEVERITIES.index)
    for conflict in found:
        assert len(conflict.sides) >= 2
        assert conflict.reason[0].isupper()
        assert conflict.reason.endswith(".")


def test_a_key_stays_the_same_when_the_sources_come_in_another_order():
    back = Case((type(ROUND_TABLE)(**{**_fields(ROUND_TABLE), "reports": ROUND_TABLE.reports[::-1]}),), (DEPUTY,))
    assert {c.key for c in find_conflicts(CASE)} == {c.key for c in find_conflicts(back)}


def test_what_was_compared_is_told_kind_by_kind():
    numbers = {one.kind: one.number for one in compared(CASE)}
    assert numbers["date"] == 1
    assert numbers["weekday"] == 1
    assert numbers["attendance"] == 0


def _fields(record):
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


def test_every_kind_is_explained_in_the_docs():
    page = (Path(__file__).parents[3] / "docs" / "conflicts.md").read_text("utf-8")
    assert re.findall(r"^\| `([\w-]+)` \|", page, re.MULTILINE) == [detector.KIND for detector in DETECTORS]
