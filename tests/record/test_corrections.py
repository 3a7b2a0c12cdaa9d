"""Corrections: what was read stays visible, what was decided counts, and undoing brings everything back."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from onrecord.matching import match_changes
from onrecord.model import Span
from onrecord.model.decision import Correction, FactKind
from onrecord.model.errors import DateError, DecisionOverlap, GroundingError, UsageError
from onrecord.record import Store
from onrecord.record.dump import dump

LATER = dt.datetime(2024, 9, 1, tzinfo=dt.UTC)
BY = "Meruert"


@pytest.fixture
def one(copied: Any, report: Any) -> Store:
    """A record of one page about the Lake Forum."""
    done: Store = copied(report())
    return done


def correct(store: Store, kind: Any, fact: str = "", property: str = "", value: str | None = None, **more: Any) -> Correction:
    kept = store.writer().correct(Correction(kind, fact, property, value, by=BY, **more))
    again(store)
    return kept


def again(store: Store) -> None:
    store.writer().match(match_changes)


def words(store: Store, text: str) -> dict[str, Any]:
    """Where the one page says something."""
    source = store.view().sources()[0]
    at = store.view().document(source.key).text.index(text)
    return {"document": source.key, "spans": (Span(at, at + len(text)),), "quote": text}


def add(store: Store, kind: FactKind, quote: str, /, **values: str) -> Correction:
    return correct(store, "add", fact_kind=kind, values=tuple(values.items()), **words(store, quote))


def test_an_edited_value_counts_and_what_was_read_stays_a_claim(one: Store) -> None:
    forum = one.view().gatherings()[0]
    kept = correct(one, "edit", forum.key, "start", "2018-05-15")
    [now] = one.view().gatherings()
    assert str(now.start) == "2018-05-15"
    assert [stated.value for stated in now.values("start")] == ["2018-05-15"]
    claims = {claim.value: claim for claim in one.view().claims(forum.key) if claim.property == "start"}
    assert claims.keys() == {"2018-05-14", "2018-05-15"}
    assert (claims["2018-05-14"].decision, claims["2018-05-14"].replaced) == (kept.id, True)
    assert (claims["2018-05-15"].decision, claims["2018-05-15"].replaced) == (kept.id, False)
    assert claims["2018-05-15"].evidence.rule == "by-hand"
    assert claims["2018-05-15"].evidence.spans == claims["2018-05-14"].evidence.spans


@pytest.mark.parametrize(
    ("property", "value", "wrong", "error"),
    [
        ("start", "2018-06", "last May", DateError),
        ("attendance", "130", "many", UsageError),
        ("type", "seminar", "party", UsageError),
        ("place", "Almaty", " ", UsageError),
        ("status", "cancelled", None, UsageError),  # cannot be without one
        ("end", None, "2018-13-01", DateError),
        ("colour", "", "red", UsageError),
    ],
)
def test_a_value_has_to_be_one(one: Store, property: str, value: str | None, wrong: str | None, error: type[Exception]) -> None:
    forum = one.view().gatherings()[0].key
    with pytest.raises(error):
        correct(one, "edit", forum, property, wrong)
    assert one.view().decisions() == ()
    if value != "":
        correct(one, "edit", forum, property, value)
        now = getattr(one.view().gatherings()[0], property)
        assert (None if now is None else str(now)) == value


def test_a_name_is_corrected_to_words_of_the_page_alone(one: Store) -> None:
    person = one.view().sightings().persons[0].key
    with pytest.raises(GroundingError, match="does not say 'Bolat Omarov'"):
        correct(one, "edit", person, "name", "Bolat Omarov")
    correct(one, "edit", person, "name", "Sultanova")
    assert one.view().person(person).name == "Sultanova"
    assert one.view().sightings().persons[0].names == ("Sultanova",)


def test_a_position_gets_another_body_and_a_statement_another_speaker(one: Store) -> None:
    office = one.view().positions()[0].key
    said = one.view().statements()[0].key
    correct(one, "edit", office, "organization", "Steppe Institute")
    correct(one, "edit", said, "speaker", "=guests")
    assert one.view().positions()[0].organization == "Steppe Institute"
    speaker = one.view().statements()[0].speaker
    assert (speaker.kind, speaker.name) == ("phrase", "guests")
    with pytest.raises(UsageError, match="names no 'Timur Akhmetov'"):
        correct(one, "edit", office, "person", "Timur Akhmetov")


def test_a_rejected_fact_counts_no_more_and_is_shown_marked_where_asked(one: Store) -> None:
    said = one.view().statements()[0].key
    kept = correct(one, "reject", said)
    assert one.view().statements() == ()
    view = one.view(rejected=True)
    [shown] = view.statements()
    assert shown.evidence[0].rejected
    assert view.claims(said)
    one.writer().undo(kept.id, by=BY)
    again(one)
    assert not one.view().statements()[0].evidence[0].rejected


def test_with_a_rejected_person_go_offices_and_roles_but_not_the_words(one: Store) -> None:
    person = one.view().sightings().persons[0].key
    before = dump(one)
    kept = correct(one, "reject", person)
    assert one.view().positions() == ()
    assert {part.who.name for part in one.view().gatherings()[0].participations} == {"Steppe Institute", "guests"}
    assert one.view().statements()[0].speaker.key is None
    assert one.view().counts().persons == 0
    with pytest.raises(UsageError):
        one.view().person(person)
    one.writer().undo(kept.id, by=BY)
    again(one)
    assert dump(one) == before


def test_a_rejected_gathering_leaves_what_was_said_there(one: Store) -> None:
    correct(one, "reject", one.view().gatherings()[0].key)
    assert one.view().gatherings() == ()
    assert one.view().statements()[0].gathering is None


def test_accepting_changes_no_answer(one: Store) -> None:
    before = dump(one)
    correct(one, "accept", one.view().gatherings()[0].key)
    assert dump(one) == before
    assert one.view().decisions()[0].decision.kind == "accept"


def test_facts_of_every_kind_are_added_with_their_place_in_the_text(one: Store) -> None:
    forum = one.view().gatherings()[0].key
    line = "Deputy Energy Minister Aigerim Sultanova of Kazakhstan"
    person = add(one, "person", "Sultanova", name="Sultanova")
    office = add(one, "position", line, person="Aigerim Sultanova", title="Energy Minister", status="former")
    part = add(one, "participation", "guests", gathering=forum, who="=Kazakhstan", role="participant")
    said = add(one, "statement", "The institute was founded", speaker="Aigerim Sultanova", direct="no", gathering=forum)
    step = add(one, "milestone", "The institute was founded in 1994", kind="office-taken", what="institute", date="1994")
    other = add(one, "gathering", "Karatal", name="Karatal", type="visit", start="2018-05-13")
    view = one.view()
    assert view.person(person.fact).name == "Sultanova"
    assert [p.title for p in view.positions() if p.key == office.fact] == ["Energy Minister"]
    assert [p.role for p in view.gatherings()[1].participations if p.who.name == "Kazakhstan"] == ["participant"]
    assert [s.content for s in view.statements() if s.key == said.fact] == [("The institute was founded",)]
    assert [str(m.date) for m in view.milestones() if m.key == step.fact] == ["1994"]
    assert view.gatherings()[0].key == other.fact
    for kept in (person, office, part, said, step, other):
        claims = view.claims(kept.fact)
        assert {claim.evidence.rule for claim in claims} == {"by-hand"}
        assert {claim.decision for claim in claims} == {kept.id}
        assert view.decisions(keys=[kept.fact])[0].gone == ()


@pytest.mark.parametrize(
    ("kind", "values", "words_"),
    [
        ("position", {"person": "Aigerim Sultanova"}, "needs a title"),
        ("position", {"person": "=guests", "title": "Minister"}, "named person"),
        ("position", {"person": "Timur Akhmetov", "title": "Minister"}, "names no"),
        ("participation", {"gathering": "g-0", "who": "=guests", "role": "speaker"}, "no gathering"),
        ("milestone", {"kind": "picnic", "what": "institute"}, "choose|one of"),
        ("gathering", {"name": "Forum of the Sea"}, "does not say"),
        ("gathering", {"name": "Lake Forum", "start": "soon"}, "EDTF"),
        (None, {}, "needs its kind"),
    ],
)
def test_an_addition_that_lacks_something_is_refused_whole(one: Store, kind: Any, values: dict[str, str], words_: str) -> None:
    before = dump(one)
    with pytest.raises((UsageError, GroundingError, DateError), match=words_):
        add(one, kind, "Karatal", **values)
    assert one.view().decisions(history=True) == ()
    assert dump(one) == before


def test_an_added_fact_that_a_rule_finds_too_is_one_fact(one: Store) -> None:
    """The key follows from what a fact says, so that whoever finds it finds the same."""
    milestone = one.view().milestones()[0]
    quote = milestone.text
    kept = add(one, "milestone", quote, kind=milestone.kind, what=milestone.what, date="1995")
    assert kept.fact == milestone.key
    assert [str(m.date) for m in one.view().milestones()] == ["1994"]


def test_undoing_an_addition_takes_it_away(one: Store) -> None:
    before = dump(one)
    kept = add(one, "statement", "The institute was founded", speaker="=Kazakhstan")
    assert len(one.view().statements()) == 2
    one.writer().undo(kept.id, by=BY)
    again(one)
    assert dump(one) == before


def test_corrections_hold_in_a_new_version_of_the_page(one: Store, report: Any, filled: Any) -> None:
    said, forum = one.view().statements()[0].key, one.view().gatherings()[0].key
    correct(one, "reject", said)
    correct(one, "edit", forum, "start", "2018-05-15")
    add(one, "statement", "The institute was founded", speaker="=Kazakhstan")
    filled(one, report(seen=LATER, more="Viewed 8 times."))
    assert [s.content for s in one.view().statements()] == [("The institute was founded",)]
    assert str(one.view().gatherings()[0].start) == "2018-05-15"
    assert [record.gone for record in one.view().decisions()] == [(), (), ()]


def test_what_a_new_version_says_no_more_is_listed(one: Store, report: Any, filled: Any) -> None:
    said = one.view().statements()[0].key
    correct(one, "reject", said)
    added = add(one, "milestone", "14 May 2018", kind="decree", what="14 May 2018")
    filled(one, report(seen=LATER, said="Opening a site is quick", day="15 May 2018", date="2018-05-15"))
    assert [record.gone for record in one.view().decisions(gone=True)] == [(said,), (added.fact,)]
    assert len(one.view().statements()) == 1


def test_two_edits_of_one_value_follow_on_each_other(one: Store) -> None:
    forum = one.view().gatherings()[0].key
    first = correct(one, "edit", forum, "start", "2018-05-15")
    with pytest.raises(DecisionOverlap):
        correct(one, "edit", forum, "start", "2018-05-16")
    second = one.writer().correct(Correction("edit", forum, "start", "2018-05-16", by="Timur"), seen=first.id)
    correct(one, "edit", forum, "place", None)  # another matter
    assert str(one.view().gatherings()[0].start) == "2018-05-16"
    one.writer().undo(second.id, by="Timur")
    assert str(one.view().gatherings()[0].start) == "2018-05-15"
    assert one.view().gatherings()[0].place is None
