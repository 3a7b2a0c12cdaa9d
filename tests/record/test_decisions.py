"""Decisions: kept with who, when and why; undone by one more entry; never overwritten by somebody who had not seen them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from onrecord.model import Span
from onrecord.model.decision import Absence, Correction, Judgement, Settlement
from onrecord.model.errors import DecisionClash, DecisionOverlap, GroundingError, RecordError, UsageError
from onrecord.record import Store

WHEN = dt.datetime(2024, 6, 1, 9, 30, tzinfo=dt.UTC)


def persons(store: Store) -> list[str]:
    """Return the keys of the officials, in order of their names."""
    return [sighting.key for sighting in sorted(store.view().sightings().persons, key=lambda one: one.names)]


@pytest.fixture
def three(copied: Any, report: Any) -> Store:
    """Three pages that name three officials."""
    people = (
        ("Aigerim Sultanova", "https://a.example/1"),
        ("Bolat Omarov", "https://b.example/1"),
        ("Dana Iskakova", "https://c.example/1"),
    )
    done: Store = copied(*(report(person=person, url=url) for person, url in people))
    return done


def test_a_judgement_is_kept_with_who_when_and_why(three: Store) -> None:
    a, b, _ = persons(three)
    kept = three.writer().judge(Judgement(b, a, "same", by="Meruert", at=WHEN, why="one CV"))
    [found] = three.view().decisions(kind="judgement")
    assert found.decision == kept
    assert (kept.pair, kept.by, kept.at, kept.why) == (tuple(sorted((a, b))), "Meruert", WHEN, "one CV")
    assert {ground.key: ground.words for ground in found.ground}.keys() == {a, b}
    assert found.gone == ()
    assert three.view().judgements() == (kept,)


def test_the_same_decision_twice_is_one(three: Store) -> None:
    a, b, _ = persons(three)
    first = three.writer().judge(Judgement(a, b, "different", by="Meruert"))
    assert three.writer().judge(Judgement(b, a, "different", by="Timur")) == first
    assert len(three.view().decisions(history=True)) == 1


def test_who_has_not_seen_the_decision_of_another_is_told_of_it(three: Store) -> None:
    a, b, _ = persons(three)
    first = three.writer().judge(Judgement(a, b, "same", by="Meruert", at=WHEN, why="one CV"))
    with pytest.raises(DecisionOverlap, match=r"Meruert decided on this on 2024-06-01T09:30: same \(one CV\)") as caught:
        three.writer().judge(Judgement(a, b, "different", by="Timur"))
    assert first.id in caught.value.cure
    second = three.writer().judge(Judgement(a, b, "different", by="Timur"), seen=first.id)
    assert [record.decision for record in three.view().decisions()] == [second]
    assert [record.state for record in three.view().decisions(history=True)] == ["replaced", "standing"]


def test_undoing_appends_and_brings_back_what_stood_before(three: Store) -> None:
    a, b, _ = persons(three)
    writer = three.writer()
    first = writer.judge(Judgement(a, b, "same", by="Meruert"))
    second = writer.judge(Judgement(a, b, "different", by="Timur"), seen=first.id)
    back = writer.undo(second.id, by="Timur", why="misread")
    assert three.view().judgements() == (first,)
    writer.undo(back.id, by="Timur")
    assert three.view().judgements() == (second,)
    history = three.view().decisions(history=True)
    assert [record.state for record in history] == ["replaced", "standing", "undoing", "undoing"]
    assert [record.undoes for record in history] == [None, None, second.id, back.id]


def test_everything_on_a_matter_can_be_undone_one_by_one(three: Store) -> None:
    a, b, _ = persons(three)
    writer = three.writer()
    first = writer.judge(Judgement(a, b, "same", by="Meruert"))
    second = writer.judge(Judgement(a, b, "different", by="Timur"), seen=first.id)
    writer.undo(second.id, by="Timur")
    writer.undo(first.id, by="Timur")
    assert three.view().judgements() == ()
    assert writer.judge(Judgement(a, b, "unsure", by="Timur")).verdict == "unsure"  # the matter is open again


def test_what_others_rest_on_is_not_undone(three: Store) -> None:
    a, b, _ = persons(three)
    first = three.writer().judge(Judgement(a, b, "same", by="Meruert"))
    three.writer().judge(Judgement(a, b, "different", by="Timur"), seen=first.id)
    with pytest.raises(UsageError, match="does not stand any more"):
        three.writer().undo(first.id, by="Meruert")
    with pytest.raises(UsageError, match="no decision 'j-0'"):
        three.writer().undo("j-0", by="Meruert")


def test_judgements_that_cannot_all_hold_are_refused_and_named(three: Store) -> None:
    a, b, c = persons(three)
    first = three.writer().judge(Judgement(a, b, "same", by="Meruert"))
    second = three.writer().judge(Judgement(b, c, "same", by="Timur"))
    with pytest.raises(DecisionClash) as caught:
        three.writer().judge(Judgement(a, c, "different", by="Dana"))
    for part in (first.id, second.id, "this one", "Meruert", "Timur", "Dana", "undo one of them"):
        assert part in str(caught.value)
    back = three.writer().undo(first.id, by="Dana")
    three.writer().judge(Judgement(a, c, "different", by="Dana"))
    with pytest.raises(DecisionClash):  # also by way of taking the undoing back
        three.writer().undo(back.id, by="Dana")


@pytest.mark.parametrize("by", ["", "  "])
def test_nobody_decides_nothing(three: Store, by: str) -> None:
    a, b, _ = persons(three)
    with pytest.raises(UsageError, match="--as"):
        three.writer().judge(Judgement(a, b, "same", by=by))


def test_a_decision_on_what_the_record_has_not_is_refused(three: Store) -> None:
    a, *_ = persons(three)
    body = three.view().sightings().organizations[0].key
    with pytest.raises(UsageError, match="p-0"):
        three.writer().judge(Judgement(a, "p-0", "same", by="Meruert"))
    for other in (a, body):
        with pytest.raises(UsageError, match="cannot be one"):
            three.writer().judge(Judgement(a, other, "same", by="Meruert"))
    assert three.view().decisions(history=True) == ()


def test_a_decision_is_carried_over_to_a_new_version_of_the_page(three: Store, report: Any, filled: Any) -> None:
    a, b, _ = persons(three)
    kept = three.writer().judge(Judgement(a, b, "same", by="Meruert"))
    later = WHEN + dt.timedelta(days=40)
    filled(three, report(person="Aigerim Sultanova", url="https://a.example/1", seen=later, more="Seen by 7."))
    [today] = three.view().judgements()
    assert today.id == kept.id
    assert set(today.pair) <= set(persons(three))
    assert today.pair != kept.pair
    assert three.view().decisions()[0].gone == ()


def test_a_decision_whose_ground_is_gone_is_listed(three: Store, report: Any, filled: Any) -> None:
    a, b, _ = persons(three)
    three.writer().judge(Judgement(a, b, "same", by="Meruert"))
    filled(three, report(person="Zere Abenova", url="https://a.example/1", seen=WHEN + dt.timedelta(days=40)))
    [found] = three.view().decisions(gone=True)
    assert found.gone == (a,)
    assert [ground.words for ground in found.ground if ground.key == a] == ["Aigerim Sultanova"]
    assert three.view().judgements() == ()


def test_a_quotation_of_a_correction_stands_in_the_text_to_the_letter(three: Store) -> None:
    source = three.view().sources()[0]
    text = three.view().document(source.key).text
    start = text.index("Karatal")
    span = Span(start, start + len("Karatal"))
    added = Correction(
        "add",
        document=source.key,
        spans=(span,),
        quote="Karatal",
        fact_kind="place",
        values=(("name", "Karatal"),),
        by="Meruert",
    )
    kept = three.writer().correct(added)
    assert kept.fact.startswith("l-")
    assert three.view().decisions(keys=[kept.fact])[0].decision == kept
    with pytest.raises(GroundingError, match="Karatal"):
        three.writer().correct(
            Correction(
                "add",
                document=source.key,
                spans=(span,),
                quote="Almaty",
                fact_kind="place",
                values=(("name", "Almaty"),),
                by="M",
            )
        )
    with pytest.raises(GroundingError, match="outside"):
        three.writer().correct(
            Correction(
                "add", document=source.key, spans=(Span(0, 9999),), fact_kind="place", values=(("name", "Karatal"),), by="M"
            )
        )


def test_the_evidence_of_an_office_moves_to_the_words_that_are_said_to_state_it(three: Store) -> None:
    before = three.view().positions()[0]
    text = three.view().document(before.evidence.source.key).text
    start = before.evidence.spans[0].start
    span = Span(start, start + len(before.evidence.wording.split()[0]))
    assert span != before.evidence.spans[0]
    words = span.of(text)
    edit = Correction("edit", fact=before.key, property="title", value=words, spans=(span,), quote=words, by="Meruert")
    kept = three.writer().correct(edit)
    moved = next(one for one in three.view().positions() if one.key == before.key)
    assert (moved.title, moved.evidence.spans, moved.evidence.wording) == (words, (span,), words)
    three.writer().undo(kept.id, by="Meruert")
    assert next(one for one in three.view().positions() if one.key == before.key) == before


def test_settlements_and_absences_are_kept(three: Store) -> None:
    occasion = three.view().gatherings()[0].key
    settled = three.writer().settle(Settlement("c-1", "2018-05-14", (occasion,), "the photograph", by="Meruert"))
    absent = Absence("a protocol of the forum", "archive of the institute", "2024-05-30", "by the name", by="Timur")
    first, second = three.writer().note_absence(absent), three.writer().note_absence(absent)
    assert first == second
    assert [record.decision for record in three.view().decisions()] == [settled, first]
    assert three.view().decisions(keys=["c-1"])[0].decision == settled


def test_two_who_decide_at_the_same_moment_do_not_both_get_in(three: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    a, b, _ = persons(three)
    three.writer().judge(Judgement(a, b, "same", by="Meruert"))
    monkeypatch.setattr("onrecord.record.deciding._chain", lambda *_: [])  # the other one was kept after this one had looked
    with pytest.raises(DecisionOverlap, match="same moment"):
        three.writer().judge(Judgement(a, b, "different", by="Timur"))
    assert issubclass(DecisionOverlap, RecordError)
