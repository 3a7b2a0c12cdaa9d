"""Reports of one event by two or three sources, with look-alikes beside them: one occasion, one person, what differs.

The pages are ours, about invented people; `groups.json` says which belong together, who is one and who
are two, which kinds of contradiction are found, and what else they tell differently that is not found yet.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import onrecord
from onrecord import Record

HERE = Path(__file__).parent / "reports"
GROUPS: list[dict[str, Any]] = json.loads((HERE / "groups.json").read_text("utf-8"))["groups"]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """All pages in one record."""
    with onrecord.open(tmp_path_factory.mktemp("reports") / "reports.db") as opened:
        opened.add(*sorted((HERE / "pages").iterdir()))
        yield opened


def test_every_group_is_one_occasion_and_no_page_of_another_is_in_it(record: Record) -> None:
    told = [{Path(report.evidence.source.url).stem for report in one.reports} for one in record.view.gatherings()]
    assert [group["event"] for group in GROUPS if set(group["pages"]) not in told] == []
    assert [at for at in told if len(at) > 1 and not any(at <= set(group["pages"]) for group in GROUPS)] == []


def _keys(record: Record) -> dict[str, set[str]]:
    """Return the persons that bear each name."""
    keys: dict[str, set[str]] = {}
    for name, key in record.view.spellings("person"):
        keys.setdefault(name, set()).add(key)
    return keys


def test_two_people_of_much_the_same_name_are_two(record: Record) -> None:
    keys = _keys(record)
    joined = [two for group in GROUPS for two in group.get("two", ()) if not keys[two[0]].isdisjoint(keys[two[1]])]
    assert joined == []


def test_everybody_is_one_under_all_spellings(record: Record) -> None:
    keys = _keys(record)
    split = [forms for group in GROUPS for forms in group["people"] if len(set().union(*(keys[form] for form in forms))) != 1]
    assert split == []


def test_what_they_tell_differently_is_found_and_nothing_else(record: Record) -> None:
    planted = Counter(kind for group in GROUPS for kind in group["contradictions"])
    assert Counter(conflict.kind for conflict in record.conflicts()) == planted
