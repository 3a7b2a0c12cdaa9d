from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from tests.made.records import ONE, ROUND_TABLE, TWO, evidence, position

from onrecord.model.decision import Correction, DecisionRecord, Judgement, Settlement
from onrecord.model.errors import UsageError
from onrecord.model.keeping import Resolved
from onrecord.model.recorded import ClaimRecord
from onrecord.model.resolution import Link
from onrecord.review.conflicts import Case, find_conflicts
from onrecord.review.questions import about_conflict, about_fact, about_pair, questions
from onrecord.review.settling import settlement

CONFLICTS = find_conflicts(Case((ROUND_TABLE,)))


class View:
    def __init__(self, *decisions: Any) -> None:
        self.made = decisions

    def links(self, *, keys=None, **_):
        reasons = ("one spelling apart",)
        found = (
            Link("person", "p-1", "p-2", 0.6, "unsure", reasons),
            Link("person", "p-1b", "p-2", 0.5, "unsure", reasons),
            Link("organization", "o-1", "o-2", 0.7, "unsure", reasons),
        )
        return tuple(link for link in found if keys is None or {link.a, link.b} & set(keys))

    def claims(self, subject):
        cluster = {"p-1": ("p-1", "p-1b"), "p-1b": ("p-1", "p-1b")}.get(subject, (subject,))
        number = 5 if subject.startswith("p") else 1
        return tuple(
            ClaimRecord(key, "name", f"Name of {key}", evidence(f"Here is [{key}], number {n}.", ONE))
            for key in cluster
            for n in range(number)
        )

    def resolved(self, key):
        return Resolved(key, "position", f"Fact {key}", (key,))

    def positions(self, **_):
        sure = position("Dair Seitov", "Minister", "[Minister] Dair Seitov came.", TWO)
        doubtful = position("Dair Seitov", "Chair", "[Chair] Dair Seitov sat.", TWO)
        return (sure, dataclasses.replace(doubtful, evidence=dataclasses.replace(doubtful.evidence, confidence=0.4)))

    def milestones(self):
        return ()

    def statements(self):
        return ()

    def gatherings(self):
        return ()

    def roles(self, **_):
        return ()

    def decisions(self, *, kind=None):
        kinds: dict[str, type[Judgement | Settlement | Correction]] = {
            "judgement": Judgement,
            "settlement": Settlement,
            "correction": Correction,
        }
        return tuple(DecisionRecord(one, 1, kind) for one in self.made if isinstance(one, kinds[kind]))


def test_what_settles_most_is_asked_first_and_each_pair_of_records_once():
    found = questions(View(), CONFLICTS)
    assert [(one.kind, one.about, one.settles) for one in found] == [
        ("same", "person", 5),
        ("same", "organization", 1),
        ("value", "date", 1),
        ("fact", "position", 1),
    ]
    assert found[0].words == "Are “Name of p-1” and “Name of p-2” one person?"
    assert all(side.evidence for one in found for side in one.sides)


def test_every_choice_is_a_decision_that_lacks_nothing_but_who_made_it():
    by_kind = {(one.kind, one.about): one for one in questions(View(), CONFLICTS)}
    same = by_kind["same", "person"].answered("y", by="Ana", why="met both")
    assert same == Judgement("p-1", "p-2", "same", by="Ana", why="met both")
    value = by_kind["value", "date"].answered("2", by="Ana")
    assert isinstance(value, Settlement)
    assert (value.choice, value.conflict) == ("2018-06-13", CONFLICTS[0].key)
    assert by_kind["fact", "position"].answered("n", by="Ana").kind == "reject"


def test_an_answer_that_is_none_is_refused_and_the_others_are_named():
    with pytest.raises(UsageError, match=r"no answer.*y .yes, one person.*n .no, two."):
        questions(View(), ())[0].answered("x", by="Ana")


def test_what_was_decided_is_not_asked_again():
    decided = [one.choices[-1].decision for one in questions(View(), CONFLICTS)]
    assert questions(View(*decided), CONFLICTS) == ()


def test_a_contradiction_is_settled_by_a_choice_or_by_a_note():
    key = CONFLICTS[0].key
    chosen = settlement(CONFLICTS, key, "2018-06-12", note="", by="Ana")
    assert (chosen.choice, chosen.facts) == ("2018-06-12", (ROUND_TABLE.key,))
    assert settlement(CONFLICTS, key, None, note=" two days ", by="Ana").note == "two days"


@pytest.mark.parametrize(
    ("key", "choice", "note", "said"),
    [("c-0", None, "x", "no contradiction"), ("", "2019", "", "no side"), ("", None, " ", "needs a choice or a note")],
)
def test_a_settlement_that_settles_nothing_is_refused(key: str, choice: str | None, note: str, said: str):
    with pytest.raises(UsageError, match=said):
        settlement(CONFLICTS, key or CONFLICTS[0].key, choice, note=note, by="Ana")


def test_a_question_can_be_looked_at_again_after_it_was_decided():
    view = View(*(one.choices[-1].decision for one in questions(View(), CONFLICTS)))
    before = {one.id: one for one in questions(View(), CONFLICTS)}
    pair = about_pair(view, "p-2", "p-1")
    assert before[pair.id] == pair
    value = about_conflict(view, CONFLICTS[0])
    assert before[value.id] == value
    fact = next(one for one in before.values() if one.kind == "fact")
    again = about_fact(view, fact.sides[0].key)
    assert (again.id, again.choices, again.matter) == (fact.id, fact.choices, fact.matter)


def test_two_that_nothing_joins_can_be_judged_too():
    asked = about_pair(View(), "p-9", "p-1")
    assert asked.reasons == ()
    assert asked.answered("n", by="Ana") == Judgement("p-1", "p-9", "different", by="Ana")
    assert asked.keys == ("p-1", "p-9")


@pytest.mark.parametrize(("a", "b"), [("p-1", "o-1"), ("p-1", "p-1"), ("t-1", "t-2")])
def test_two_that_cannot_be_one_are_not_asked_about(a: str, b: str):
    with pytest.raises(UsageError, match="cannot be one"):
        about_pair(View(), a, b)


def test_a_question_says_on_whose_pages_it_is_of_interest():
    concerned = {one.kind: one.concerns for one in questions(View(), CONFLICTS)}
    assert concerned["value"] == (ROUND_TABLE.key,)
    assert concerned["fact"] == ("p-Dair Seitov",)
