from __future__ import annotations

import io
import json
from typing import Any

import pytest
from tests.made.records import ROUND_TABLE

from onrecord.model.decision import Settlement
from onrecord.review.conflicts import Case, find_conflicts
from onrecord.review.questions import Choice, Question, Side

(CONFLICT, *_) = find_conflicts(Case((ROUND_TABLE,)))


def question(name: str) -> Question:
    choices = tuple(Choice(str(n), value, Settlement(name, value)) for n, value in enumerate(("12 June", "13 June"), 1))
    sides = tuple(Side(side.value, "g-1", (side.evidence,)) for side in CONFLICT.sides)
    return Question(f"q-{name}", "value", "date", f"Which date holds at {name}?", ("They differ.",), sides, choices, 4)


@pytest.fixture
def asking(record, monkeypatch):
    """A record that has two questions until they are answered, and a hand that presses keys."""
    made: list[Any] = []

    def questions(_):
        decided = {f"q-{one.conflict}" for one in made}
        return tuple(one for one in map(question, ("A", "B")) if one.id not in decided)

    def decide(_, decision):
        made.append(decision)
        return Settlement(decision.conflict, decision.choice, by=decision.by, id=f"e-{decision.conflict}")

    def undo(_, id, *, by):
        assert by == "Ana"
        made[:] = [one for one in made if f"e-{one.conflict}" != id]

    monkeypatch.setattr(type(record), "questions", questions, raising=False)
    monkeypatch.setattr(type(record), "decide", decide, raising=False)
    monkeypatch.setattr(type(record), "undo", undo, raising=False)
    return lambda keys: (monkeypatch.setattr("sys.stdin", io.StringIO(keys)), made)[1]


def test_one_key_answers_and_the_next_question_follows(run, asking):
    made = asking("21")
    ended = run("review", "--as", "Ana")
    assert [(one.conflict, one.choice, one.by) for one in made] == [("A", "13 June", "Ana"), ("B", "12 June", "Ana")]
    assert "No question is open.\n2 answers kept." in ended.out
    assert "⟦June 12, 2018⟧" in ended.out


def test_quitting_and_the_end_of_input_keep_what_was_answered(run, asking):
    made = asking("1q2")
    assert "1 answer kept." in run("review", "--as", "Ana").out
    assert len(made) == 1


def test_the_last_answer_is_taken_back_and_asked_again(run, asking):
    made = asking("1z2")
    run("review", "--as", "Ana")
    assert [(one.conflict, one.choice) for one in made] == [("A", "13 June")]


def test_a_skipped_question_is_not_asked_again_and_stays_open(run, asking):
    made = asking("s1")
    run("review", "--as", "Ana")
    assert [one.conflict for one in made] == ["B"]


def test_a_key_that_is_no_answer_is_told_and_changes_nothing(run, asking):
    made = asking("x")
    assert "no answer to this question" in run("review", "--as", "Ana").err
    assert made == []


def test_questions_as_json_ask_nothing(run, asking):
    asking("")
    told = json.loads(run("review", "--json").out)
    assert [one["id"] for one in told["questions"]] == ["q-A", "q-B"]


def test_a_kind_that_is_none_is_refused(run, asking):
    asking("")
    assert "choose one of same, value, fact" in run("review", "--as", "Ana", "--kind", "other").err
