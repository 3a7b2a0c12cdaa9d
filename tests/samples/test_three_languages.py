"""An English, a Korean and a Russian report of one round table become one record with one list of those who took part."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import onrecord
from onrecord.model.recorded import GatheringRecord

SAMPLES = Path(__file__).parents[2] / "samples" / "pages"
REPORTS = [SAMPLES / name for name in ("01-round-table-narae.html", "05-round-table.ko.html", "06-round-table.ru.html")]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> tuple[GatheringRecord, ...]:
    with onrecord.open(tmp_path_factory.mktemp("three") / "three.db") as record:
        for path in REPORTS:
            assert not record.add(path).failed
        return tuple(record.gatherings(since="2024-06-14", until="2024-06-14"))


def test_three_reports_are_one_record(found: tuple[GatheringRecord, ...]):
    (gathering,) = found
    assert {Path(source.url).name for source in gathering.sources} == {path.name for path in REPORTS}


def test_everybody_is_listed_once_in_a_role(found: tuple[GatheringRecord, ...]):
    (gathering,) = found
    listed = Counter((part.who.key, part.role) for part in gathering.participations if part.who.key)
    assert {key: times for key, times in listed.items() if times > 1} == {}


def test_the_list_has_whom_each_language_names_and_nobody_twice(found: tuple[GatheringRecord, ...]):
    (gathering,) = found
    people = {part.who.key: part.who.name for part in gathering.participations if part.who.kind == "person"}
    assert sorted(people.values()) == [
        "Assel Tulegenova",
        "Bae Jun-seok",
        "Madina Sarsekeyeva",
        "Nurzhan Abishev",
        "Shin Tae-ho",
        "Yerlan Bekturov",
        "Yoon Se-ra",
    ]


def test_organizers_told_in_three_languages_are_two_bodies(found: tuple[GatheringRecord, ...]):
    (gathering,) = found
    bodies = {part.who.name for part in gathering.participations if part.role == "organizer"}
    assert bodies == {"Narae Exchange Foundation", "Saryarka Institute for International Policy"}
