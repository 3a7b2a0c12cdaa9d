"""What is planted in the sample pages is found again in a record of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import onrecord
from onrecord import Record
from onrecord.model.recorded import GatheringRecord, PersonRecord
from onrecord.review.conflicts import Case, find_conflicts

PAGES = Path(__file__).parents[2] / "samples" / "pages"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with onrecord.open(tmp_path_factory.mktemp("samples") / "samples.db") as opened:
        summary = opened.add(PAGES)
        assert not summary.failed
        assert len(summary.added) == 18
        yield opened


def the(record: Record, name: str) -> PersonRecord:
    """Return the person who is most likely meant."""
    return record.who(name)[0]


def round_table(record: Record) -> GatheringRecord:
    (found,) = record.gatherings(type="roundtable", place="Astana", since="2024-06-14", until="2024-06-14")
    return found


def test_adding_the_pages_again_changes_nothing(record: Record):
    before = record.view.counts()
    assert len(record.add(PAGES).unchanged) == 18
    assert record.view.counts() == before


@pytest.mark.parametrize(
    "spellings",
    [
        {"Yerlan Bekturov", "Erlan Bekturov"},
        {"Shin Tae-ho", "Tae-ho Shin", "Shin Taeho", "Sin Tae-ho"},
        {"Yoon Se-ra", "Yun Se-ra", "Yun Sera"},
        {"Madina Sarsekeyeva", "Madina Sarsekeeva"},
        {"Nurzhan Abishev", "Nurzhan ABISHEV", "Nurjan Abishev"},
        {"GWON Do-hyun", "Kwon Do-hyun", "Gwon Do-hyun"},
    ],
    ids=lambda spellings: sorted(spellings)[0],
)
def test_the_spellings_of_one_person_are_one_person(record: Record, spellings: set[str]):
    found = {spelling: the(record, spelling) for spelling in spellings}
    assert len({person.key for person in found.values()}) == 1
    assert spellings <= {spelling.text for spelling in found[min(spellings)].spellings}


@pytest.mark.parametrize(
    ("latin", "hangul"),
    [
        ("Yerlan Bekturov", "예를란 벡투로프"),
        ("Shin Tae-ho", "신태호"),
        ("Yoon Se-ra", "윤세라"),
        ("Madina Sarsekeyeva", "마디나 사르세케예바"),
        ("Lim Gyu-hwan", "임규환"),
    ],
)
def test_a_person_in_two_scripts_is_one_person(record: Record, latin: str, hangul: str):
    assert len(record.who(latin)) == 1
    assert hangul in {spelling.text for spelling in the(record, latin).spellings}


def test_the_reports_of_one_round_table_are_one_occasion_and_a_copy_confirms_nothing(record: Record):
    gathering = round_table(record)
    names = {Path(source.url).name[:2] for source in gathering.sources}
    assert names == {"01", "02", "03", "04", "05", "06"}
    groups = {Path(source.url).name[:2]: source.text_group for source in gathering.sources}
    assert groups["03"] == groups["04"]
    assert len({groups["01"], groups["02"], groups["03"]}) == 3


def test_the_round_table_has_everybody_in_their_role(record: Record):
    held = {(part.who.name, part.role) for part in round_table(record).participations}
    assert held >= {
        ("Narae Exchange Foundation", "organizer"),
        ("Saryarka Institute for International Policy", "organizer"),
        ("Shin Tae-ho", "moderator"),
        ("Nurzhan Abishev", "moderator"),
        ("Madina Sarsekeyeva", "opening"),
        ("Yerlan Bekturov", "opening"),
        ("Yoon Se-ra", "speaker"),
        ("Assel Tulegenova", "speaker"),
        ("Bae Jun-seok", "speaker"),
    }


def test_a_page_that_contradicts_its_own_metadata_is_found_out(record: Record):
    (conflict,) = [c for c in find_conflicts(Case.of(record.view)) if c.kind == "page-period"]
    assert "20 June 2024" in conflict.reason
    assert "14 June 2024" in conflict.reason


@pytest.mark.parametrize(
    ("kind", "pages", "values"),
    [
        ("date", {"09", "10"}, ("5 March 2025", "6 March 2025")),
        ("term", {"09", "10"}, ("5 years", "3 years")),
        ("attendance", {"01", "02"}, ("about 60", "over 80")),
        ("attendance", {"07", "08"}, ("about 90", "over 120")),
        ("quotation", {"02", "03"}, ("[-next-]", "{+this+}")),
    ],
)
def test_sources_that_contradict_each_other_are_found_out(record: Record, kind: str, pages: set[str], values: tuple[str, str]):
    found = [c for c in find_conflicts(Case.of(record.view)) if c.kind == kind]
    told = [c for c in found if pages <= {Path(side.evidence.source.url).name[:2] for side in c.sides}]
    assert len(told) == 1
    assert all(value in told[0].reason for value in values)


def test_no_statement_and_no_milestone_begins_with_a_dateline(record: Record):
    said = [part for statement in record.said() for part in statement.content]
    assert said
    assert not [part for part in said if part.startswith(("ASTANA", "АСТАНА", "KURCHATOV"))]


def test_a_webinar_without_a_year_joins_the_page_that_has_it(record: Record):
    (webinar,) = record.gatherings(type="webinar")
    assert str(webinar.start) == "2023-11-21"
    assert {str(report.start) for report in webinar.reports} == {"2023-11-21", "XXXX-11-21"}


def test_a_postponed_round_table_was_not_held(record: Record):
    (notice,) = [gathering for gathering in record.gatherings() if str(gathering.start) == "2025-10-15"]
    assert notice.status == "postponed"


def test_offices_follow_each_other_in_time(record: Record):
    stated = {(p.title.casefold(), p.status) for p in the(record, "Yerlan Bekturov").positions}
    assert {("deputy foreign minister", "current"), ("deputy foreign minister", "former")} <= stated
    assert ("ambassador of kazakhstan to the republic of korea", "current") in stated


def test_nothing_is_read_from_menus_and_lists_of_other_headlines(record: Record):
    named = {text for kind in ("person", "organization") for text, _ in record.view.spellings(kind)}
    assert not named & {"Facebook", "Telegram", "LinkedIn", "Burabay", "Grants", "Apple"}


def test_every_fact_opens_at_its_words(record: Record):
    for gathering in record.gatherings():
        for report in gathering.reports:
            text = record.view.document(report.evidence.source.key).text
            assert all(span.of(text) for span in report.evidence.spans)
            assert report.evidence.sentence in text
