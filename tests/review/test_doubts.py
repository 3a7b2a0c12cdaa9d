"""What is doubtful is asked about: positions, roles, occasions with their dates and places, statements; each once."""

from __future__ import annotations

import dataclasses
from typing import Any

from tests.made.records import ONE, TWO, evidence, gathering, report, statement

from onrecord.model.decision import Correction, DecisionRecord
from onrecord.model.recorded import RoleRecord
from onrecord.review.doubts import Doubt, doubts


def doubtful(words: str, of: Any = ONE) -> Any:
    return dataclasses.replace(evidence(words, of), confidence=0.5)


def dated(mark: str = "?") -> Any:
    return report(ONE, stated={"start": (f"2018-06-12{mark}", "They met [that Tuesday].")})


SAID = dataclasses.replace(
    statement("Dair Seitov", "the lake is clean", "“[the lake is clean]”, he said.", ONE),
    evidence=(doubtful("“[the lake is clean]”, he said."),),
)
ROLE = RoleRecord("r-1", "Dair Seitov", "host", "Second Steppe Round Table", doubtful("[Dair Seitov] received them."))


class View:
    def __init__(self, *reports: Any, roles: Any = (), statements: Any = (), decided: Any = ()) -> None:
        self._gatherings = (gathering(*reports),) if reports else ()
        self._roles, self._statements = roles, statements
        self._decided = tuple(DecisionRecord(one, 1, "correction") for one in decided)

    def positions(self, **_: Any) -> Any:
        return ()

    def milestones(self) -> Any:
        return ()

    def gatherings(self) -> Any:
        return self._gatherings

    def statements(self) -> Any:
        return self._statements

    def roles(self, *, below: float) -> Any:
        return tuple(one for one in self._roles if one.evidence.confidence < below)

    def decisions(self, **_: Any) -> Any:
        return self._decided


def found(*reports: Any, **more: Any) -> list[Doubt]:
    return list(doubts(View(*reports, **more)))


def test_a_date_that_was_worked_out_is_asked_about_and_can_be_confirmed_or_taken_away() -> None:
    (doubt,) = found(dated())
    assert doubt.words == "Is 2018-06-12 the date of “Second Steppe Round Table”?"
    assert doubt.yes == Correction("edit", doubt.key, "start", "2018-06-12")
    assert doubt.no == Correction("edit", doubt.key, "start", None)
    assert doubt.evidence.wording == "that Tuesday"


def test_a_date_that_is_printed_is_not_asked_about() -> None:
    assert not found(dated(""))


def test_more_rests_on_the_date_of_an_occasion_with_people_than_on_a_lone_fact() -> None:
    people = dataclasses.replace(dated(), participations=(Any, Any))
    (doubt,) = found(people)
    assert doubt.settles == 3


def test_a_doubtful_place_is_asked_about() -> None:
    made = report(ONE, stated={"place": ("Almaty", "They met in [Almaty].")})
    (stated,) = made.stated
    weak = dataclasses.replace(made, stated=(dataclasses.replace(stated, evidence=doubtful("They met in [Almaty].")),))
    (doubt,) = found(weak)
    assert (doubt.about, doubt.words) == ("place", "Is Almaty the place of “Second Steppe Round Table”?")


def test_a_doubtful_occasion_is_asked_about_as_a_whole() -> None:
    (doubt,) = found(dataclasses.replace(dated(), evidence=doubtful("[The round table] was spoken of.")))
    assert (doubt.about, doubt.no) == ("gathering", Correction("reject", doubt.key))


def test_doubtful_roles_and_statements_are_asked_about() -> None:
    assert [one.about for one in found(roles=(ROLE,), statements=(SAID,))] == ["role", "statement"]


def test_a_statement_that_a_better_rule_found_elsewhere_is_not() -> None:
    twice = dataclasses.replace(SAID, evidence=(*SAID.evidence, evidence("“[the lake is clean]”, he said.", TWO)))
    assert not found(statements=(twice,))


def test_what_somebody_decided_is_not_asked_again() -> None:
    given = (Correction("accept", "r-1"), Correction("edit", "g-mill-institute", "start", "2018-06-12"))
    assert not found(dated(), roles=(ROLE,), decided=given)
    assert not found(statements=(SAID,), decided=(Correction("edit", SAID.key, "manner", "wrote"),))
