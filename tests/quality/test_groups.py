"""Pages that report one event, from our own extraction to the record: one occasion, one person under all spellings, no trap.

`groups.json` beside the annotated pages says which pages belong together, who is one, and where they contradict each other.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import onrecord
from onrecord import Record

HERE = Path(__file__).parent


class Group(NamedTuple):
    """Pages of one event, and the forms of each person's name in them."""

    language: str
    name: str
    pages: tuple[str, ...]
    people: tuple[frozenset[str], ...]


def _groups() -> Iterator[Group]:
    for language in ("en", "ko", "ru"):
        for entry in json.loads((HERE / language / "groups.json").read_text("utf-8"))["groups"]:
            people = tuple(map(_forms, _people(entry)))
            yield Group(language, entry.get("event") or entry["name"], tuple(entry.get("ids") or entry["pages"]), people)


def _people(entry: dict[str, Any]) -> list[Any]:
    if "same_people" in entry:
        return list(entry["same_people"])
    return [one["forms"] for one in entry["same"] if one["kind"] == "person"]


def _forms(person: Any) -> frozenset[str]:
    return frozenset(person if isinstance(person, list) else (form for forms in person.values() for form in forms))


GROUPS = list(_groups())


@pytest.fixture(scope="module", params=["en", "ko", "ru"])
def read(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Record]]:
    """All grouped pages of one language in one record."""
    pages = sorted({page for group in GROUPS if group.language == request.param for page in group.pages})
    folder = HERE / request.param / "pages"
    with onrecord.open(tmp_path_factory.mktemp("groups") / "groups.db") as record:
        record.add(*(next(folder.glob(f"{page}.*")) for page in pages))
        yield request.param, record


def test_every_group_is_one_occasion(read: tuple[str, Record]) -> None:
    language, record = read
    told = [{Path(report.evidence.source.url).stem for report in one.reports} for one in record.view.gatherings()]
    missed = [group.name for group in GROUPS if group.language == language and not any(set(group.pages) <= at for at in told)]
    assert not missed


def test_every_person_is_one_and_no_two_are(read: tuple[str, Record]) -> None:
    language, record = read
    keys: dict[str, set[str]] = {}
    for name, key in record.view.spellings("person"):
        keys.setdefault(name, set()).add(key)
    homes: dict[str, frozenset[str]] = {}
    for group in (group for group in GROUPS if group.language == language):
        for forms in group.people:
            whole = {form for form in forms if len(form) > 2 and form in keys}
            home = set.union(*(keys[form] for form in whole)) if whole else set()
            assert len(home) <= 1, f"{sorted(forms)} are {len(home)} persons"
            for key in home:
                assert homes.setdefault(key, forms) & forms, f"{sorted(forms)} and {sorted(homes[key])} are one person"


PLANTED = {"ru": {"date": 3, "attendance": 2, "role": 4, "term": 1}}
"""How many contradictions of each kind are planted in the grouped pages, in languages where all of them are found."""


def test_every_planted_contradiction_is_found(read: tuple[str, Record]) -> None:
    language, record = read
    found = Counter(conflict.kind for conflict in record.conflicts())
    assert not Counter(PLANTED.get(language, {})) - found


def test_another_rank_in_one_body_is_found(read: tuple[str, Record]) -> None:
    """The planted 핵정책실장 and 핵정책국장, in a body that one page translates and the other abbreviates."""
    language, record = read
    if language == "ko":
        (found,) = [conflict for conflict in record.conflicts() if conflict.kind == "office"]
        assert {side.value for side in found.sides} == {"핵정책실장", "핵정책국장"}
