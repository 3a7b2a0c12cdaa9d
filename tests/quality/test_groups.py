"""Pages that report one event, from our own extraction to the record: one occasion, one person under all spellings, no trap.

`groups.json` beside the annotated pages says which pages belong together, who is one, and where they contradict each other.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, NamedTuple

import pytest

import onrecord
from onrecord import Record

HERE = Path(__file__).parent


class Group(NamedTuple):
    """Pages of one event, and the forms of the names of each person and body in them."""

    language: str
    name: str
    pages: tuple[str, ...]
    people: tuple[frozenset[str], ...]
    bodies: tuple[frozenset[str], ...]


def _groups() -> Iterator[Group]:
    for language in ("en", "ko", "ru"):
        for entry in json.loads((HERE / language / "own" / "groups.json").read_text("utf-8"))["groups"]:
            people = tuple(map(_forms, entry.get("same_people", ()))) + tuple(_same(entry, "person"))
            pages = tuple(entry.get("ids") or entry["pages"])
            yield Group(language, entry.get("event") or entry["name"], pages, people, tuple(_same(entry, "organization")))


def _same(entry: dict[str, Any], kind: str) -> Iterator[frozenset[str]]:
    return (_forms(one["forms"]) for one in entry.get("same", ()) if one["kind"] == kind)


def _forms(person: Any) -> frozenset[str]:
    return frozenset(person if isinstance(person, list) else (form for forms in person.values() for form in forms))


GROUPS = list(_groups())


ALL = "all"
"""Stands for the languages together."""


@pytest.fixture(scope="module", params=["en", "ko", "ru", ALL])
def read(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Record]]:
    """All annotated pages of one language in one record, or those of all languages."""
    folders = [HERE / language / "own" / "pages" for language in ("en", "ko", "ru") if request.param in (language, ALL)]
    with onrecord.open(tmp_path_factory.mktemp("groups") / "groups.db") as record:
        record.add(*(page for folder in folders for page in sorted(folder.iterdir())))
        yield request.param, record


def of(language: str) -> list[Group]:
    return [group for group in GROUPS if language in (group.language, ALL)]


def test_every_group_is_one_occasion_and_pages_of_no_other_tell_of_it(read: tuple[str, Record]) -> None:
    language, record = read
    told = [{Path(report.evidence.source.url).stem for report in one.reports} for one in record.view.gatherings()]
    assert [group.name for group in of(language) if set(group.pages) not in told] == []
    together = {group.pages for group in of(language)}
    assert [at for at in told if len(at) > 1 and not any(at <= set(pages) for pages in together)] == []


@pytest.mark.parametrize("kind", ["person", "organization"])
def test_everybody_and_every_body_is_one_and_no_two_are(
    read: tuple[str, Record], kind: Literal["person", "organization"]
) -> None:
    language, record = read
    keys: dict[str, set[str]] = {}
    for name, key in record.view.spellings(kind):
        keys.setdefault(name, set()).add(key)
    homes: dict[str, frozenset[str]] = {}
    for group in of(language):
        for forms in group.people if kind == "person" else group.bodies:
            whole = {form for form in forms if len(form) > 2 and form in keys}
            home = set.union(*(keys[form] for form in whole)) if whole else set()
            assert len(home) <= 1, f"{sorted(forms)} are {len(home)}"
            for key in home:
                assert homes.setdefault(key, forms) & forms, f"{sorted(forms)} and {sorted(homes[key])} are one"


def test_a_short_name_that_is_two_ministries_is_that_of_the_page(read: tuple[str, Record]) -> None:
    """외교부 alone is the Korean ministry on one page, and the Kazakh one in the words of another."""
    language, record = read
    if language in ("ko", ALL):
        keys = dict(record.view.spellings("organization"))
        assert keys["외교부"] == keys["한국 외교부"] != keys["카자흐스탄 외교부"]


PLANTED = {
    "en": {"date": 2, "attendance": 2, "role": 2, "term": 1},
    "ko": {"date": 3, "attendance": 2, "quantity": 1, "office": 1, "sequel": 1, "encounter": 1},
    "ru": {"date": 3, "attendance": 2, "role": 4, "term": 1},
}
"""How many contradictions of each kind are planted in the grouped pages."""


def test_every_planted_contradiction_is_found(read: tuple[str, Record]) -> None:
    language, record = read
    found = Counter(conflict.kind for conflict in record.conflicts())
    planted = sum((Counter(kinds) for name, kinds in PLANTED.items() if language in (name, ALL)), Counter[str]())
    assert not planted - found


def test_no_page_contradicts_itself_and_sources_only_where_it_is_planted(read: tuple[str, Record]) -> None:
    """One role is told in two ways beside those: two pages name other bodies as those behind one journey."""
    language, record = read
    found = Counter(conflict.kind for conflict in record.conflicts())
    planted = sum((Counter(kinds) for name, kinds in PLANTED.items() if language in (name, ALL)), Counter[str]())
    beside = Counter({"role": 1} if language in ("ko", ALL) else {})
    assert not found - planted - beside


def test_another_rank_in_one_body_is_found(read: tuple[str, Record]) -> None:
    """The planted 핵정책실장 and 핵정책국장, in a body that one page translates and the other abbreviates."""
    language, record = read
    if language in ("ko", ALL):
        (found,) = [conflict for conflict in record.conflicts() if conflict.kind == "office"]
        assert {side.value for side in found.sides} == {"핵정책실장", "핵정책국장"}
