"""What was said is found by its words and by what narrows them down, on both databases alike."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import delete, select, text, update

from onrecord.matching import match_changes
from onrecord.model import PartialDate
from onrecord.model.decision import Correction
from onrecord.model.errors import UsageError
from onrecord.model.search import Sought
from onrecord.record import Store, open_store, schema
from onrecord.record.search import entries

NOON = dt.datetime(2024, 5, 1, 12, 0, tzinfo=dt.UTC)


@pytest.fixture
def five(copied: Any, report: Any) -> Store:
    """Five pages: three of one person in English, one each in Russian and Korean."""
    pages = (
        report(said="Closing a test site is work for decades and for the whole region around it"),
        report(said="The test sites were closed", url="https://b.example/2", day="3 June 2019", date="2019-06-03",
               published="2019-06-04"),
        report(said="We ban tests", url="https://c.example/3", person="Bolat Omarov", title="Ambassador", published=None,
               day="1 July 2020", date="2020-07-01"),
        report(said="Закрытие полигона было верным решением", url="https://d.example/4", day="5 May 2021", date="2021-05-05"),
        report(said="한반도의 완전한 비핵화를 지지한다", url="https://e.example/5", day="6 May 2022", date="2022-05-06"),
    )  # fmt: skip
    done: Store = copied(*pages)
    return done


def found(store: Store, words: str = "", order: Any = "newest", **narrowed: Any) -> list[str]:
    hits = store.view().search(Sought(words, **narrowed), order=order).hits
    return [hit.statement.content[0].split()[-1] for hit in hits]


EVERYTHING = ["지지한다", "решением", "tests", "closed", "it"]


@pytest.mark.parametrize(
    ("words", "last_words"),
    [
        ("testing", ["tests", "closed", "it"]),
        ("site closing", ["closed", "it"]),
        ("“test site”", ["it"]),
        ("“test site*”", ["closed", "it"]),
        ("clos* -decades", ["closed"]),
        ("ban OR decade", ["tests", "it"]),
        ("полигоны", ["решением"]),
        ("«Закрытие полигона»", ["решением"]),
        ("비핵화", ["지지한다"]),
        ("핵화", ["지지한다"]),
        ("핵", ["지지한다"]),
        ("핵화를 지지", ["지지한다"]),
        ("“완전한 비핵화”", ["지지한다"]),
        ("“비핵화 완전한”", []),
        ("glacier", []),
        ("", EVERYTHING),
    ],
)
def test_words_phrases_and_prefixes_are_found_in_three_languages(five: Store, words: str, last_words: list[str]):
    assert found(five, words) == last_words


def test_every_filter_narrows_down(five: Store):
    ((omarov, _),) = ((key, name) for name, key in five.view().spellings("person") if name == "Bolat Omarov")
    assert found(five, "test", speakers=(omarov,)) == ["tests"]
    assert found(five, office="ambassador Kazakhstan") == ["tests"]
    assert found(five, office="vice minister of energy") == ["지지한다", "решением", "closed", "it"]
    assert found(five, place="karatal") == EVERYTHING
    assert found(five, place="Almaty") == []
    assert found(five, source="c.example") == ["tests"]
    assert found(five, direct=False) == []
    assert found(five, "test", direct=True, manner="said") == ["tests", "closed", "it"]
    assert found(five, manner="denied") == []
    assert found(five, topic="test-site") == EVERYTHING
    assert found(five, topic="test") == []
    (page,) = (one.key for one in five.view().sources() if one.url == "https://b.example/2")
    assert found(five, source=page) == ["closed"]
    (forum,) = (one.key for one in five.view().gatherings() if str(one.start) == "2019-06-03")
    assert found(five, gathering=forum) == ["closed"]
    assert found(five, speakers=()) == []


@pytest.mark.parametrize(
    ("since", "until", "last_words"),
    [
        ("2019-06-03", None, ["지지한다", "решением", "tests", "closed"]),
        ("2019-06-04", "2021", ["решением", "tests"]),
        (None, "2018-05", ["it"]),
        ("2020-07", "2020-07", ["tests"]),
        ("2023", None, []),
    ],
)
def test_a_range_of_days_holds_what_may_have_been_said_in_it(
    five: Store, since: str | None, until: str | None, last_words: Any
):
    first, last = (PartialDate(day) if day else None for day in (since, until))
    assert found(five, since=first, until=last) == last_words
    assert len(five.view().statements(since=first, until=last)) == len(last_words)


@pytest.mark.parametrize("date", ["2019", "[2018-01-01,2021-12-31]", "2019-06?"])
def test_a_date_that_leaves_something_open_is_found_by_every_day_that_it_can_mean(store: Store, report: Any, date: str):
    store.writer().add_page(report().page())
    (forum,) = store.view().gatherings()
    store.writer().correct(Correction("edit", forum.key, "start", date, by="Ana"))
    for since, until, number in (("2019-06-03", "2019-06-03", 1), ("2017", "2017", 0), ("2022", None, 0), (None, "2019-12", 1)):
        sought = Sought(since=PartialDate(since) if since else None, until=PartialDate(until) if until else None)
        assert store.view().search(sought).total == number


def test_undated_statements_come_last_and_are_in_no_range(five: Store, report: Any):
    five.writer().add_page(
        report(said="Nobody knows when", url="https://f.example/6", day="5 May", date="XXXX-05-05", published=None).page()
    )
    assert found(five) == [*EVERYTHING, "when"]
    assert found(five, order="oldest") == [*EVERYTHING[::-1], "when"]
    assert "when" not in found(five, since=PartialDate("0001"))


def test_what_says_more_of_the_words_comes_first_and_is_marked(five: Store):
    hits = five.view().search(Sought("test ban")).hits
    assert [hit.statement.content for hit in hits] == [("We ban tests",)]
    hits = five.view().search(Sought("closed OR test")).hits
    assert [hit.statement.content[0].split()[-1] for hit in hits] == ["closed", "it", "tests"]
    assert [mark.of(hits[0].snippet.text) for mark in hits[0].snippet.marks] == ["test", "closed"]
    assert hits[0].score > hits[1].score > hits[2].score > 0


def test_words_that_stand_together_count_more(store: Store, report: Any):
    for number, said in enumerate(("the lake has a long and green shore here", "the green and long lake shore has it here")):
        store.writer().add_page(report(said=said, url=f"https://a.example/{number}").page())
    first, second = store.view().search(Sought("lake shore")).hits
    assert "lake shore" in first.snippet.text
    assert first.score > 1.4 * second.score


def test_pages_follow_each_other_without_gap_or_double(five: Store):
    view, seen, cursor = five.view(), [], None
    while True:
        page = view.search(Sought("test OR полигон OR 비핵화"), limit=2, cursor=cursor)
        seen += [hit.statement.key for hit in page.hits]
        assert page.total == 5
        cursor = page.cursor
        if cursor is None:
            break
    assert len(seen) == len(set(seen)) == 5
    assert seen == [hit.statement.key for hit in view.search(Sought("test OR полигон OR 비핵화")).hits]


def test_a_cursor_of_another_search_is_refused(five: Store):
    cursor = five.view().search(Sought("test"), limit=1).cursor
    with pytest.raises(UsageError, match="another search"):
        five.view().search(Sought("site"), limit=1, cursor=cursor)


def test_a_statement_in_several_pages_is_found_once(store: Store, report: Any, filled: Any):
    filled(store, report(), report(url="https://copy.example/1", more="Seen first elsewhere."))
    page = store.view().search(Sought("decades"))
    assert (page.total, len(page.hits), len(page.hits[0].statement.evidence)) == (1, 1, 2)


def test_the_index_is_in_step_with_the_page_from_its_own_transaction_on(store: Store, report: Any):
    store.writer().add_page(report().page())
    assert found(store, "decades") == ["decades"]


def test_an_earlier_version_of_a_page_is_not_found(store: Store, report: Any):
    writer = store.writer()
    writer.add_page(report().page())
    writer.add_page(report(said="It took longer", seen=NOON + dt.timedelta(days=1)).page())
    assert (found(store, "decades"), found(store, "longer")) == ([], ["longer"])


def test_a_rejected_statement_is_not_found_until_that_is_undone(five: Store):
    (hit,) = five.view().search(Sought("ban")).hits
    kept = five.writer().correct(Correction("reject", hit.statement.key, by="Ana"))
    assert found(five, "ban") == []
    five.writer().undo(kept.id, by="Ana")
    assert found(five, "ban") == ["tests"]


def test_a_corrected_date_and_place_of_the_occasion_count(five: Store):
    (forum,) = (one for one in five.view().gatherings() if str(one.start) == "2020-07-01")
    for name, value in (("start", "2023-01-02"), ("place", "Almaty")):
        five.writer().correct(Correction("edit", forum.key, name, value, by="Ana"))
    assert found(five, place="almaty") == ["tests"]
    assert found(five, place="Алма-Ата") == found(five, place="알마티") == ["tests"]
    assert found(five, place="Астана") == []
    assert found(five, since=PartialDate("2023")) == ["tests"]


def test_speakers_that_become_one_are_found_as_one(store: Store, report: Any):
    store.writer().add_page(report().page())
    store.writer().add_page(report(url="https://b.example/2", person="Aygerim Sultanova", said="We go on").page())
    before = {key for _, key in store.view().spellings("person")}
    assert len(before) == 2
    store.writer().match(match_changes)
    (after,) = {key for _, key in store.view().spellings("person")}
    assert len(found(store, speakers=(after,))) == 2
    assert entries_are_right(store)


def entries_are_right(store: Store) -> bool:
    with store.connect() as connection:
        return entries.faults(connection) == []


def test_a_check_finds_entries_that_are_missing_or_wrong_and_a_rebuild_heals_them(five: Store):
    with five._writing.begin() as connection:
        first = connection.execute(select(schema.search_entry.c.id)).scalars().first()
        connection.execute(delete(schema.search_entry).where(schema.search_entry.c.id == first))
        connection.execute(update(schema.statement).where(schema.statement.c.manner == "said").values(manner="denied"))
        assert entries.faults(connection) == [
            "1 statements are not in the search index",
            "4 entries of the search index are not what their statements say",
        ]
        assert entries.rebuild(connection) == 5
        assert entries.faults(connection) == []
    assert len(found(five, manner="denied")) == 5


def test_what_goes_with_its_page_goes_from_the_index(five: Store):
    with five._writing.begin() as connection:
        connection.execute(delete(schema.document).where(schema.document.c.url == "https://c.example/3"))
    assert found(five, "ban") == []
    assert entries_are_right(five)
    if five.path:
        with five._writing.begin() as connection:
            connection.execute(text("INSERT INTO search_index(search_index, rank) VALUES ('integrity-check', 1)"))


def test_a_record_without_pages_answers(place: str):
    store = open_store(place)
    assert store.view().search(Sought("lake")).hits == ()
    store.close()
