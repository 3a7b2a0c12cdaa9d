"""Reading a record anew: what is derived is replaced as a whole, what was decided holds for what is found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.made import postgres, reading

import onrecord
from onrecord import upkeep
from onrecord.model.decision import Correction, Judgement
from onrecord.model.errors import RecordLocked, UsageError
from onrecord.pipeline import Record
from onrecord.record.dump import dump

FORUM = "Report {n}\n{name}, minister, at Lake Forum on 2018-05-14 in Karatal: “Sites close slowly and at a price”\n"
MORE = "- Bolat Omarov, envoy, at Hill Meeting on 2019-04-03 in Almaty: “We met in the hills”\n"


@pytest.fixture(autouse=True)
def rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.workers.decode", reading.decode)
    for place in ("workers", "upkeep"):
        monkeypatch.setattr(f"onrecord.{place}.extract", reading.extract)
    monkeypatch.setattr(reading.Rules, "level", 1)


@pytest.fixture(scope="module")
def server() -> Iterator[object]:
    with postgres.server() as make:
        yield make


@pytest.fixture(params=["sqlite", "postgresql"])
def record(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Record]:
    where = tmp_path / "record.db" if request.param == "sqlite" else request.getfixturevalue("server")()
    with onrecord.open(where) as opened:
        (tmp_path / "a.txt").write_text(FORUM.format(n=1, name="Aigerim Sultanova") + MORE)
        (tmp_path / "b.txt").write_text(FORUM.format(n=2, name="Dana Iskakova"))
        opened.add(tmp_path / "a.txt", tmp_path / "b.txt")
        yield opened


def test_nothing_changes_where_the_rules_are_the_same(record: Record) -> None:
    before = dump(record.store, times=True)
    for stage in ("decode", "extract", "match"):
        done = upkeep.rebuild(record, start=stage)
        assert (done.failed, done.gone) == ((), ())
        assert done.pages == (0 if stage == "match" else 2)
        assert dump(record.store, times=True) == before
    assert record.view.check(record.archive()) == ()


def test_better_rules_find_more_and_a_record_made_by_them_is_the_same(record: Record, tmp_path: Path) -> None:
    reading.Rules.level = 2
    upkeep.rebuild(record, start="extract")
    assert [p.name for p in record.who("Omarov")] == ["Bolat Omarov"]
    with onrecord.open(tmp_path / "fresh.db") as fresh:
        fresh.add(tmp_path / "a.txt", tmp_path / "b.txt")
        assert dump(fresh.store) == dump(record.store)


def test_decisions_hold_after_reading_anew(record: Record) -> None:
    a, b = sorted(sighting.key for sighting in record.view.sightings().persons)
    upkeep.decide(record, Judgement(a, b, "same", by="Meruert"))
    forum = record.view.gatherings()[0]
    upkeep.decide(record, Correction("edit", forum.key, "start", "2018-05-15", by="Meruert"))
    said = record.view.statements()[0].evidence[0].source.key
    assert record.view.counts().persons == 1
    assert str(record.view.gatherings()[0].start) == "2018-05-15"
    before = dump(record.store)
    done = upkeep.rebuild(record)
    assert done.gone == ()
    assert dump(record.store) == before
    assert said in {source.key for source in record.view.sources()}


def test_a_decision_whose_ground_is_read_no_more_is_listed_and_comes_back_with_it(record: Record) -> None:
    office = record.view.positions()[0]
    kept = upkeep.decide(record, Correction("edit", office.key, "status", "former", by="Meruert"))
    reading.Rules.level = 0
    [gone] = upkeep.rebuild(record).gone
    assert gone.decision == kept
    assert gone.ground[0].words == f"{office.person}, minister"
    assert record.view.positions() == ()
    reading.Rules.level = 1
    assert upkeep.rebuild(record).gone == ()
    assert {p.key: p.status for p in record.view.positions()}[office.key] == "former"


def test_a_rebuild_that_fails_in_the_middle_changes_nothing(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    before = dump(record.store, times=True)
    reading.Rules.level = 2

    def fail(*_: object) -> None:
        raise RecordLocked("the disk is full", "make room")

    monkeypatch.setattr("onrecord.record.writer._write_resolution", fail)
    with pytest.raises(RecordLocked):
        upkeep.rebuild(record)
    assert dump(record.store, times=True) == before


def test_a_page_whose_bytes_are_gone_stays_as_it_was_and_is_named(record: Record, tmp_path: Path) -> None:
    if record.store.path is None:
        pytest.skip("bytes in the database do not go without the record")
    before = dump(record.store)
    (tmp_path / "record.warc.gz").unlink()
    (tmp_path / "record.warc.gz.idx").unlink()
    done = upkeep.rebuild(record)
    assert done.pages == 0
    assert len(done.failed) == 2
    assert "add its source again" in done.failed[0][1]
    assert dump(record.store) == before


def test_there_is_no_other_stage(record: Record) -> None:
    with pytest.raises(UsageError, match="choose one of decode, extract, match"):
        upkeep.rebuild(record, start="capture")  # type: ignore[arg-type]  # the point of the test
