"""From sources to answers: what goes in, what comes out, and what happens to pages that cannot be read."""

from __future__ import annotations

import itertools
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import onrecord
from onrecord.adding import PageResult
from onrecord.model.errors import DateError, PageEmpty, RecordLocked, RecordNotFound, SourceNotFound, UsageError
from onrecord.record.dump import dump

ROUND_TABLE = """Steppe Denuclearization Round Table Held in Karatal

On April 3, 2019, the Taiga Foundation organized the Steppe Denuclearization Round Table in Karatal, Kazakhstan.
Deputy Energy Minister Yerbol Zhantasov of Kazakhstan opened the meeting.
“The closure of the site is our common heritage,” Zhantasov said.
"""
WEBINAR = """KARATAL – The Taiga Foundation held a webinar on nuclear safety on November 25, 2020.

Kazakh Deputy Energy Minister Erbol Zhantassov noted that the discussion is important for the whole of the region.
About 70 experts attended the webinar.
"""
VISIT = """Director Marat Shaiakhov of the Lake Institute visited Seoul on May 7, 2021.

“We will come again before the end of the year,” Shaiakhov said.
"""


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, text in (("a.txt", ROUND_TABLE), ("b.txt", WEBINAR), ("c.txt", VISIT)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def record(tmp_path: Path) -> Any:
    with onrecord.open(tmp_path / "record.db") as opened:
        yield opened


def test_pages_become_persons_gatherings_and_statements_with_their_sentences(record: Any, pages: Path) -> None:
    seen: list[PageResult] = []
    summary = record.add(pages, progress=seen.append)
    assert [page.outcome for page in summary.pages] == ["added"] * 3
    assert tuple(seen) == summary.pages
    (zhantasov,) = record.who("Zhantassov")
    assert {spelling.text for spelling in zhantasov.spellings} >= {"Yerbol Zhantasov", "Erbol Zhantassov"}
    assert {position.title for position in zhantasov.positions} == {"Deputy Energy Minister"}
    assert {gathering.type for gathering in record.gatherings()} >= {"roundtable", "webinar"}
    said = record.said("Жантасов", about="heritage")
    assert [statement.content for statement in said] == [("The closure of the site is our common heritage,",)]
    assert "common heritage" in said[0].evidence[0].sentence


def test_adding_again_changes_nothing(record: Any, pages: Path) -> None:
    record.add(pages)
    before = dump(record._store, times=True)
    summary = record.add(pages, pages / "a.txt")
    assert [page.outcome for page in summary.unchanged] == ["unchanged"] * 4
    assert dump(record._store, times=True) == before


def test_pages_in_any_order_give_the_same_bytes(tmp_path: Path, pages: Path) -> None:
    dumps = set()
    for n, order in enumerate(itertools.permutations(sorted(pages.iterdir()))):
        with onrecord.open(tmp_path / f"{n}.db") as record:
            half = n % 3
            record.add(*order[:half])
            record.add(*order[half:])
            dumps.add(dump(record._store))
    assert len(dumps) == 1


def test_another_process_gives_the_same_bytes(tmp_path: Path, pages: Path) -> None:
    code = (
        "import sys, onrecord; from onrecord.record.dump import dump; r = onrecord.open(sys.argv[1]); r.add(sys.argv[2]);"
        "sys.stdout.buffer.write(dump(r._store).encode())"
    )
    made = [
        subprocess.run([sys.executable, "-c", code, tmp_path / f"{seed}.db", pages], capture_output=True, check=True).stdout
        for seed in (1, 2)
    ]
    assert made[0] == made[1]
    assert len(made[0]) > 5000


def test_a_source_that_fails_is_named_with_its_cure_and_the_others_get_in(record: Any, pages: Path) -> None:
    (pages / "empty.txt").write_bytes(b"")
    (pages / "noise.txt").write_bytes(bytes(range(256)) * 16)
    (pages / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    summary = record.add(pages / "gone.txt", pages)
    failed = {Path(page.source).name: page for page in summary.failed}
    assert set(failed) == {"gone.txt", "empty.txt", "noise.txt"}
    assert len(summary.added) == 3
    assert [Path(page.source).name for page in summary.pages if page.outcome == "skipped"] == ["picture.png"]
    for page in failed.values():
        assert ": " in page.reason
        assert "\n" not in page.reason
        assert not page.reason.startswith((page.source, "file:"))
    assert {Path(page.url).name for page in record.view.unread()} == {"empty.txt", "noise.txt"}


def test_a_fault_of_ours_on_one_page_does_not_cost_the_others(
    record: Any, pages: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from onrecord.extract import extract as real

    def broken(document: Any) -> Any:
        if document.id == "b":
            raise KeyError("a rule that fails")
        return real(document)

    monkeypatch.setattr("onrecord.workers.extract", broken)
    summary = record.add(pages)
    assert [page.outcome for page in summary.pages] == ["added", "unread", "added"]
    assert "KeyError" in summary.failed[0].reason
    assert "b.txt" in caplog.text
    monkeypatch.setattr("onrecord.workers.extract", real)
    assert [page.outcome for page in record.add(pages).pages] == ["unchanged", "added", "unchanged"]


def test_a_run_that_was_cut_short_is_finished_by_the_next(record: Any, pages: Path) -> None:
    def stop(_: PageResult) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        record.add(pages, progress=stop)
    assert record.view.counts().pages == 1
    assert record.gatherings()
    record.add(pages)
    assert record.view.counts().pages == 3
    assert not record._store.writer().stale()


def test_the_bytes_are_kept_beside_the_database(record: Any, pages: Path, tmp_path: Path) -> None:
    from onrecord.capture import Archive

    record.add(pages)
    archive = Archive(tmp_path / "record.warc.gz")
    (source, *_) = record.view.sources()
    assert archive.get(source.snapshot).content == ROUND_TABLE.encode()


def test_conflicts_are_found_through_the_record(record: Any, pages: Path) -> None:
    (pages / "d.txt").write_text(ROUND_TABLE.replace("April 3, 2019", "April 4, 2019").replace("our", "a"), encoding="utf-8")
    record.add(pages)
    assert any("April" in conflict.reason for conflict in record.conflicts())


@pytest.mark.parametrize(
    ("ask", "error"),
    [
        (lambda record: record.gatherings(type="party"), UsageError),
        (lambda record: record.gatherings(since="last year"), DateError),
        (lambda record: record.said(until="2019-13"), DateError),
        (lambda record: record.who("p-0000"), UsageError),
        (lambda record: record.search(language="fr"), UsageError),
        (lambda record: record.search(topic="party"), UsageError),
        (lambda record: record.search(order="best"), UsageError),
        (lambda record: record.timeline(kind="party"), UsageError),
        (lambda record: record.timeline(since="last year"), DateError),
    ],
)
def test_a_wrong_question_is_named_with_its_cure(record: Any, ask: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match=": "):
        ask(record)


def test_a_name_that_nobody_has_finds_nobody(record: Any, pages: Path) -> None:
    record.add(pages / "c.txt")
    assert record.who("Nobody") == ()
    assert record.said("Nobody") == ()
    assert record.gatherings(who="Nobody") == ()


def test_a_record_is_opened_only_where_there_is_one(tmp_path: Path) -> None:
    with pytest.raises(RecordNotFound):
        onrecord.open(tmp_path / "none.db", create=False)


def test_a_record_that_may_not_be_written_says_so_before_reading_anything(
    tmp_path: Path, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    onrecord.open(tmp_path / "record.db").close()
    monkeypatch.setattr("onrecord.record.store.os.access", lambda *_: False)
    with onrecord.open(tmp_path / "record.db") as record, pytest.raises(RecordLocked):
        record.add(pages)


def test_one_file_is_read_without_a_record(pages: Path) -> None:
    extract = onrecord.extract_file(pages / "a.txt")
    assert extract.document.id == "a"
    assert "Yerbol Zhantasov" in {person.name for person in extract.persons}
    (pages / "empty.txt").touch()
    with pytest.raises(PageEmpty):
        onrecord.extract_file(pages / "empty.txt")
    with pytest.raises(SourceNotFound):
        onrecord.extract_file(pages / "gone.txt")
    with pytest.raises(UsageError):
        onrecord.extract_file(pages)


def test_text_and_file_tell_the_same(pages: Path) -> None:
    from_file = onrecord.extract_file(pages / "b.txt")
    from_text = onrecord.extract_text(WEBINAR, id="b")
    assert (from_file.persons, from_file.gatherings, from_file.statements) == (
        from_text.persons,
        from_text.gatherings,
        from_text.statements,
    )
