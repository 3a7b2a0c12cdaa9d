"""A page and its translation become one record, with everybody once in each role and the same topics of what was said."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import onrecord
from onrecord.model.recorded import GatheringRecord

QUALITY = Path(__file__).parents[1] / "quality"
PAGES = [QUALITY / "en" / "sixth" / "pages" / "sixth-f02.txt", QUALITY / "ru" / "fifth" / "pages" / "fifth-ru-08.txt"]


@pytest.fixture(scope="module")
def meeting(tmp_path_factory: pytest.TempPathFactory) -> GatheringRecord:
    with onrecord.open(tmp_path_factory.mktemp("two") / "two.db") as record:
        for path in PAGES:
            assert not record.add(path).failed
        found = [g for g in record.gatherings(since="2022-09-21", until="2022-09-21") if g.type == "meeting"]
        (one,) = found
        return one


def test_both_pages_are_its_sources(meeting: GatheringRecord):
    assert {Path(source.url).name for source in meeting.sources} == {path.name for path in PAGES}


def test_five_people_are_listed_once_in_each_role(meeting: GatheringRecord):
    listed = Counter((part.who.key, part.role) for part in meeting.participations if part.who.kind == "person")
    assert set(listed.values()) == {1}
    assert len({key for key, _ in listed}) == 5


def test_what_was_said_has_the_same_topics_in_both():
    english, russian = (
        {topic for s in onrecord.extract_text(path.read_text("utf-8")).statements for topic in s.topics} for path in PAGES
    )
    assert english == russian != set()
