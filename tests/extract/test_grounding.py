"""Every string and number of a fact is in the text, or the fact is refused."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.grounding import grounded
from onrecord.extract.readable import date_in, has_words
from onrecord.model import (
    Document,
    Extract,
    Gathering,
    Milestone,
    Organization,
    PartialDate,
    Participation,
    Person,
    Phrase,
    Place,
    Position,
    Span,
    Statement,
)

TEXT = (
    "The Steppe Institute (STI) held the Third Lake Forum in Karatal on May 14, 2018.\n"
    "Deputy Minister Aigerim Sultanova, in office since March 2016, opened it before some 1,200 guests.\n"
    "“Closing a site is work for decades,” Sultanova said. The guests agreed that the work should go on.\n"
    "The institute was founded in 1994 by a decree of the Kazakh government."
)


def at(words: str, occurrence: int = 0) -> Span:
    start = -1
    for _ in range(occurrence + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


PERSON = Person("p1", "Aigerim Sultanova", ("Sultanova",), (at("Aigerim Sultanova"), at("Sultanova", 1)), rule="name")
BODY = Organization("o1", "Steppe Institute", ("STI",), (at("Steppe Institute"), at("STI")), rule="name")
PLACE = Place("l1", "Karatal", (), (at("Karatal"),), rule="name")
GUESTS = Phrase("The guests", at("The guests"))


def whole() -> Extract:
    position = Position(
        PERSON,
        "Deputy Minister",
        at("Deputy Minister"),
        at("Deputy Minister Aigerim Sultanova"),
        organization=BODY,
        since=PartialDate("2016-03"),
        rule="title-before-name",
    )
    parts = (
        Participation(BODY, "organizer", at("Steppe Institute"), rank=1, rule="held"),
        Participation(PERSON, "opening", at("Aigerim Sultanova"), role_as_printed="opened", rank=2, rule="opened"),
        Participation(Phrase("guests", at("guests")), "participant", at("guests"), rank=3, rule="before"),
    )
    forum = Gathering(
        "g1",
        "forum",
        "Third Lake Forum",
        at("Third Lake Forum"),
        spans=(at("Third Lake Forum"),),
        start=PartialDate("2018-05-14"),
        start_span=at("May 14, 2018"),
        place="Karatal",
        place_span=at("Karatal"),
        attendance=1200,
        attendance_span=at("1,200"),
        series="Lake Forum",
        edition=3,
        participations=parts,
        rule="held",
    )
    said = (
        Statement(
            "s1",
            ("Closing a site is work for decades,",),
            (at("Closing a site is work for decades,"),),
            speaker=PERSON,
            speaker_span=at("Sultanova", 1),
            direct=True,
            cue="said",
            cue_span=at("said"),
            gathering="g1",
            rule="quote",
        ),
        Statement(
            "s2",
            ("the work should go on",),
            (at("the work should go on"),),
            speaker=GUESTS,
            speaker_span=GUESTS.span,
            cue="agreed",
            cue_span=at("agreed"),
            rule="that",
        ),
    )
    founded = Milestone(
        "organization-founded",
        "institute",
        at("institute"),
        "The institute was founded in 1994",
        at("The institute was founded in 1994"),
        date=PartialDate("1994"),
        date_span=at("1994"),
        actor="Kazakhstan",
        rule="founded",
    )
    return Extract(
        Document("page", TEXT, "en"),
        persons=(PERSON,),
        organizations=(BODY,),
        places=(PLACE,),
        positions=(position,),
        gatherings=(forum,),
        statements=said,
        milestones=(founded,),
    )


STRINGS = [
    ("persons", 0, ("name",)),
    ("persons", 0, ("aliases", 0)),
    ("organizations", 0, ("name",)),
    ("organizations", 0, ("aliases", 0)),
    ("places", 0, ("name",)),
    ("positions", 0, ("title",)),
    ("gatherings", 0, ("name",)),
    ("gatherings", 0, ("place",)),
    ("gatherings", 0, ("series",)),
    ("statements", 0, ("content", 0)),
    ("statements", 0, ("cue",)),
    ("statements", 1, ("speaker", "words")),
    ("statements", 1, ("content", 0)),
    ("milestones", 0, ("what",)),
    ("milestones", 0, ("text",)),
    ("milestones", 0, ("actor",)),
    ("gatherings", 0, ("participations", 1, "role_as_printed")),
    ("gatherings", 0, ("participations", 2, "who", "words")),
    ("gatherings", 0, ("participations", 1, "who", "name")),
    ("positions", 0, ("person", "name")),
]
NUMBERS = [("gatherings", 0, ("attendance",)), ("gatherings", 0, ("edition",))]
DATES = [
    ("positions", 0, ("since",)),
    ("gatherings", 0, ("start",)),
    ("milestones", 0, ("date",)),
]


def get(value: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


def put(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    if not path:
        return new
    step, *rest = path
    if isinstance(step, int):
        return (*value[:step], put(value[step], tuple(rest), new), *value[step + 1 :])
    return dataclasses.replace(value, **{step: put(getattr(value, step), tuple(rest), new)})


def altered(kind: str, number: int, path: tuple[Any, ...], new: Any) -> Extract:
    changed: Extract = put(whole(), (kind, number, *path), new)
    return changed


def test_an_extract_that_is_true_to_its_text_passes_unchanged() -> None:
    assert grounded(whole()) == whole()


@given(st.sampled_from(STRINGS), st.data())
def test_a_changed_letter_of_any_string_is_refused_every_time(where: tuple[str, int, tuple[Any, ...]], data: Any) -> None:
    before = get(whole(), (where[0], where[1], *where[2]))
    i = data.draw(st.integers(0, len(before) - 1))
    letter = data.draw(st.characters(categories=["L", "N", "P"]).filter(lambda c: c != before[i]))
    new = before[:i] + letter + before[i + 1 :]
    if where[2][-1] in ("series", "role_as_printed", "actor") and new in TEXT:
        return  # it happens to be another word of the text
    result = grounded(altered(*where, new))
    assert result.refused >= 1
    assert new not in repr(dataclasses.replace(result, document=Document("page", "")))


@given(st.sampled_from(STRINGS), st.sampled_from(["not ", "Ms. ", " again", " and others"]))
def test_an_added_word_is_refused_every_time(where: tuple[str, int, tuple[Any, ...]], word: str) -> None:
    before = get(whole(), (where[0], where[1], *where[2]))
    new = before + word if word.startswith(" ") else word + before
    assert grounded(altered(*where, new)).refused >= 1


@given(st.sampled_from(NUMBERS), st.integers(0, 5000))
def test_another_number_is_refused_every_time(where: tuple[str, int, tuple[Any, ...]], number: int) -> None:
    right = get(whole(), (where[0], where[1], *where[2]))
    assert bool(grounded(altered(*where, number)).refused) == (number != right)


@given(st.sampled_from(DATES), st.integers(1950, 2025), st.integers(1, 12), st.integers(1, 28), st.integers(1, 3))
def test_a_date_that_the_words_do_not_state_is_refused(
    where: tuple[str, int, tuple[Any, ...]], year: int, month: int, day: int, parts: int
) -> None:
    right: PartialDate = get(whole(), (where[0], where[1], *where[2]))
    date = PartialDate.of(year, month if parts > 1 else None, day if parts > 2 else None)
    refused = grounded(altered(*where, date)).refused
    assert bool(refused) != right.edtf.startswith(date.edtf)


@pytest.mark.parametrize("edtf", ["2004", "2004-05", "2015", "2015-05", "1200"])
def test_the_day_of_a_date_is_not_taken_off_its_year(edtf: str) -> None:
    assert grounded(altered("gatherings", 0, ("start",), PartialDate(edtf))).refused >= 1


@pytest.mark.parametrize(
    "words", ["August 2021, the 30th anniversary", "August 2021, thirty years ago", "In August 2021, 30 years on"]
)
def test_a_year_may_be_counted_from_another(words: str) -> None:
    text = f"{words}, the lake was closed."
    assert date_in(PartialDate("1991"), Span(0, len(words)), text, (None,))
    assert not date_in(PartialDate("2013"), Span(0, len(words)), text, (None,))


@pytest.mark.parametrize("line", ["the 30th anniversary of the closure", "30-летие закрытия полигона", "핵실험장 폐쇄 30주년"])
def test_a_jubilee_without_a_year_counts_from_the_page(line: str):
    page = PartialDate("2021-08-30")
    assert date_in(PartialDate("1991"), Span(0, len(line)), line, (page,))
    assert not date_in(PartialDate("1990"), Span(0, len(line)), line, (page,))
    assert not date_in(PartialDate("1991"), Span(0, len(line)), line, (None,))


@pytest.mark.parametrize("lesser", [{"venue": "the Moon"}, {"edition": 9}, {"series": "No Forum"}, {"attendance": 7}])
def test_a_gathering_loses_a_property_that_is_not_stated_and_stays(lesser: dict[str, Any]) -> None:
    before = whole()
    wrong = dataclasses.replace(before, gatherings=(dataclasses.replace(before.gatherings[0], **lesser),))
    (kept,) = grounded(wrong).gatherings
    assert getattr(kept, next(iter(lesser))) is None
    assert grounded(wrong).refused == 1


@given(
    st.sampled_from(["start", "end"]),
    st.dates(dt.date(1950, 1, 1), dt.date(2030, 12, 28)),
    st.sampled_from([4, 7, 10]),
    st.one_of(st.none(), st.builds(Span, st.integers(-5, 400), st.integers(-5, 400))),
)
def test_a_gathering_is_never_lost_for_its_day(which: str, day: dt.date, precision: int, where: Span | None) -> None:
    forum = whole().gatherings[0]
    wrong = dataclasses.replace(forum, start_span=where, **{which: PartialDate(day.isoformat()[:precision])})  # type: ignore[arg-type]
    result = grounded(dataclasses.replace(whole(), gatherings=(wrong,)))
    (kept,) = result.gatherings
    assert (kept.participations, kept.place) == (forum.participations, forum.place)
    assert result.refused == (kept.start != wrong.start) + (kept.end != wrong.end)
    assert (kept.start is None) <= (kept.start_span is None)


def test_a_position_is_kept_without_the_day_that_its_line_does_not_state() -> None:
    result = grounded(altered("positions", 0, ("since",), PartialDate("2011-05")))
    assert [(p.title, p.since) for p in result.positions] == [("Deputy Minister", None)]
    assert result.refused == 1


@pytest.mark.parametrize("span", [Span(0, 10_000), Span(-3, 4), Span(5, 5)])
def test_a_span_outside_the_text_is_refused(span: Span) -> None:
    assert grounded(altered("persons", 0, ("mentions", 0), span)).refused >= 1
    assert grounded(altered("statements", 0, ("speaker_span",), span)).refused == 1


def test_what_hangs_on_a_refused_person_goes_and_statements_keep_the_words_at_hand() -> None:
    result = grounded(altered("persons", 0, ("aliases",), ("Sultanov",)))
    assert result.persons == ()
    assert result.positions == ()
    assert [part.who for part in result.gatherings[0].participations if part.role == "opening"] == []
    assert result.statements[0].speaker == Phrase("Sultanova", at("Sultanova", 1))


def test_a_statement_does_not_lead_to_a_refused_gathering() -> None:
    result = grounded(altered("gatherings", 0, ("place",), "Almaty"))
    assert result.gatherings == ()
    assert result.statements[0].gathering is None


def test_a_date_without_a_year_is_completed_from_the_page_or_refused() -> None:
    text = "The talks open on Nov. 25."
    forum = Gathering(
        "g1",
        "talks",
        "talks",
        Span(4, 9),
        start=PartialDate("2020-11-25"),
        start_span=Span(18, 25),
        start_basis="page date",
    )
    dated = Document("page", text, "en", published=PartialDate("2020-11-20"))
    assert grounded(Extract(dated, gatherings=(forum,))).refused == 0
    assert grounded(Extract(dataclasses.replace(dated, published=None), gatherings=(forum,))).refused == 1
    open_year = dataclasses.replace(forum, start=PartialDate("XXXX-11-25"))
    assert grounded(Extract(dataclasses.replace(dated, published=None), gatherings=(open_year,))).refused == 0


@given(st.text(alphabet="ab_ 1.가나я", max_size=12), st.text(alphabet="ab_ 1.가나я", min_size=1, max_size=3))
def test_words_are_held_whole_save_that_hangul_may_be_written_on(text, words):
    before = r"(?<![^\W가-힣])" if words[0].isalnum() else ""
    behind = r"(?![^\W가-힣])" if words[-1].isalnum() else ""
    assert has_words(words, text) == bool(re.search(before + re.escape(words) + behind, text))
