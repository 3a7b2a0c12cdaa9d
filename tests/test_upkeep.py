"""Reading a record anew: what is derived is replaced as a whole, what was decided holds for what is found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.made import reading

import onrecord
from onrecord import upkeep
from onrecord.match.settling import Change
from onrecord.model.decision import Correction, Judgement
from onrecord.model.errors import OnrecordError, RecordError, RecordLocked, UsageError
from onrecord.model.resolution import Sightings
from onrecord.pipeline import Record
from onrecord.record import Matching
from onrecord.record.dump import dump

pytestmark = pytest.mark.usefixtures("without_models")

FORUM = "Report {n}\n{name}, minister, at Lake Forum on 2018-05-14 in Karatal: “Sites close slowly and at a price”\n"
MORE = "- Bolat Omarov, envoy, at Hill Meeting on 2019-04-03 in Almaty: “We met in the hills”\n"


@pytest.fixture(autouse=True)
def rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading.Rules, "level", 1)


@pytest.fixture(params=["sqlite", "postgresql"])
def record(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Record]:
    where = tmp_path / "record.db" if request.param == "sqlite" else request.getfixturevalue("databases")()
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


def test_matching_has_seen_all_that_a_rebuild_found(record: Record) -> None:
    reading.Rules.level = 2
    upkeep.rebuild(record)
    left: list[Sightings] = []

    def look(work: Matching) -> tuple[Change, ...]:
        left.append(work.new)
        return ()

    record.store.writer().match(look)
    assert not any((left[0].persons, left[0].organizations, left[0].gatherings, left[0].statements, left[0].texts))


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

    monkeypatch.setattr("onrecord.record.writer._match", fail)
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


# ---- withdrawing a source


def test_a_withdrawn_source_leaves_a_note_and_nothing_else(record: Record, tmp_path: Path) -> None:
    url = next(source.url for source in record.view.sources() if "a.txt" in source.url)
    person = next(sighting.key for sighting in record.view.sightings().persons if "Aigerim Sultanova" in sighting.names)
    upkeep.decide(record, Correction("accept", person, by="Timur", why="checked"))
    [note] = upkeep.forget(record, url, by="Meruert", why="asked to")
    assert (note.url, note.title, note.by, note.why) == (url, "Report 1", "Meruert", "asked to")
    assert record.view.forgotten() == (note,)
    assert [source.url for source in record.view.sources()] == [url.replace("a.txt", "b.txt")]
    assert record.who("Sultanova") == ()
    assert record.view.check(record.archive()) == ()
    [decision] = record.view.decisions()
    assert (decision.gone, decision.ground[0].words, decision.decision.why) == ((person,), "(withdrawn)", "checked")
    record.close()
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.name.startswith("record"))
    assert b"sultanova" not in kept.lower()


def test_a_file_is_withdrawn_by_its_path(record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    [note] = upkeep.forget(record, "a.txt", by="Meruert")
    assert note.url == (tmp_path / "a.txt").resolve().as_uri()


def test_a_withdrawn_source_does_not_come_back_by_itself(record: Record, tmp_path: Path) -> None:
    url = next(source.url for source in record.view.sources() if "a.txt" in source.url)
    upkeep.forget(record, url, by="Meruert")
    [page] = record.add(tmp_path / "a.txt").pages
    assert (page.outcome, "withdrawn" in page.reason) == ("failed", True)
    (tmp_path / "a.txt").write_text(FORUM.format(n=5, name="Zere Abenova"))
    assert record.add(tmp_path / "a.txt").pages[0].outcome == "added"
    assert upkeep.rebuild(record).failed == ()


def test_bytes_that_stand_elsewhere_too_stay_as_those_of_that_place(record: Record, tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text((tmp_path / "a.txt").read_text())
    record.add(tmp_path / "c.txt")
    url = next(source.url for source in record.view.sources() if "a.txt" in source.url)
    upkeep.forget(record, url, by="Meruert")
    assert [source.url.rsplit("/", 1)[1] for source in record.view.sources()] == ["b.txt", "c.txt"]
    assert upkeep.rebuild(record).failed == ()
    assert record.view.check(record.archive()) == ()


def test_only_what_is_there_can_be_withdrawn_and_only_by_somebody(record: Record) -> None:
    with pytest.raises(UsageError, match="no source"):
        upkeep.forget(record, "https://nowhere.example", by="Meruert")
    with pytest.raises(UsageError, match="--as"):
        upkeep.forget(record, record.view.sources()[0].url, by=" ")


# ---- copies


def test_a_copy_is_a_whole_record_with_its_bytes_and_decisions(record: Record, tmp_path: Path) -> None:
    forum = record.view.gatherings()[0].key
    upkeep.decide(record, Correction("edit", forum, "start", "2018-05-15", by="Meruert"))
    made = upkeep.backup(record, tmp_path / "copy.db")
    assert [path.name for path in made] == ["copy.db", "copy.warc.gz"]
    with onrecord.open(tmp_path / "copy.db", create=False) as copy:
        assert dump(copy.store, times=True) == dump(record.store, times=True)
        assert copy.view.decisions(history=True) == record.view.decisions(history=True)
        assert upkeep.check(copy) == ()
        assert upkeep.rebuild(copy).failed == ()
        assert dump(copy.store) == dump(record.store)


def test_a_copy_overwrites_nothing(record: Record, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("something else")
    with pytest.raises(RecordError, match="there already"):
        upkeep.backup(record, tmp_path / "copy.db")
    with pytest.raises(RecordError, match="no folder"):
        upkeep.backup(record, tmp_path / "gone" / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "something else"


# ---- absence


def test_absence_is_kept_with_source_day_and_who(record: Record) -> None:
    kept = upkeep.note_absence(record, "a protocol", "the institute's archive", by="Timur", when="2024-05", note="by name")
    assert [one.decision for one in record.view.decisions(kind="absence")] == [kept]
    assert (kept.question, kept.source, kept.when, kept.note, kept.by) == (
        "a protocol",
        "the institute's archive",
        "2024-05",
        "by name",
        "Timur",
    )
    for question, source, when in (("", "x", None), ("x", " ", None), ("x", "y", "soon")):
        with pytest.raises(OnrecordError):
            upkeep.note_absence(record, question, source, by="Timur", when=when)
