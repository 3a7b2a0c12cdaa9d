"""What happened once is one step, whichever pages state it and however exactly they date it."""

from __future__ import annotations

import dataclasses
import io
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from tests.made.records import CLOSURE, date, evidence, source

from onrecord.model.recorded import MilestoneRecord
from onrecord.tell.milestones import as_steps, told
from onrecord.tell.steps import country_of_milestone, steps


def stated(page: str, when: str | None, words: str = "the last warhead left Kazakhstan", **fields: Any) -> MilestoneRecord:
    proof = evidence(f"[{words}]", source(page, group=fields.pop("group", "")))
    values: dict[str, Any] = {"kind": "weapons-removed", "what": "the last warhead", "actor": None} | fields
    return dataclasses.replace(CLOSURE, key=f"m-{page}-{words}", date=date(when), text=words, evidence=proof, **values)


def grouped(*milestones: MilestoneRecord) -> list[list[str]]:
    return [[one.evidence.source.id for one in step] for step in steps(milestones, lambda one: one.evidence.source.key)]


def test_one_step_in_three_languages_is_one() -> None:
    ru = stated("b", "1995-04", "Последний боезаряд вывезен из Казахстана", what="Последний боезаряд")
    ko = stated("c", "1995-04", "1995년 4월 마지막 핵탄두", what="마지막 핵탄두")
    assert grouped(stated("a", "1995-04"), ru, ko) == [["a", "b", "c"]]


def test_a_year_joins_the_only_month_in_it() -> None:
    assert grouped(stated("a", "1995"), stated("b", "1995-04")) == [["a", "b"]]


def test_a_year_that_can_mean_two_months_joins_neither() -> None:
    assert grouped(stated("a", "1995"), stated("b", "1995-04"), stated("c", "1995-05")) == [["a"], ["b"], ["c"]]


def test_steps_of_two_countries_kinds_or_sites_are_two() -> None:
    assert len(grouped(stated("a", "1995-04"), stated("b", "1995-04", "the last warhead left Ukraine"))) == 2
    assert len(grouped(stated("a", "1995-04"), stated("b", "1995-04", kind="decree"))) == 2
    first, second = stated("a", "1962", "a test at Semipalatinsk"), stated("b", "1962", "a test at Novaya Zemlya")
    assert len(grouped(first, second)) == 2


def test_two_people_who_took_office_on_one_day_are_two_and_one_in_two_spellings_is_one() -> None:
    first = stated("a", "2021-02", "Aliya Senova took office", kind="office-taken", what="office", actor="Aliya Senova")
    same = stated("b", "2021-02", "Алия Сенова назначена", kind="office-taken", what="послом", actor="Алия Сенова")
    other = stated("c", "2021-02", "Bekzat Orynov took office", kind="office-taken", what="office", actor="Bekzat Orynov")
    assert grouped(first, same, other) == [["a", "b"], ["c"]]


def test_who_took_a_step_is_told_once_by_the_fullest_words() -> None:
    short = stated("a", "1995-04", actor="Kazakhstan")
    full = stated("b", "1995-04", "Kazakhstan", actor="Republic of Kazakhstan")
    assert [(step["actor"], len(step["milestones"])) for step in as_steps([short, full])] == [("Republic of Kazakhstan", 2)]
    assert as_steps([stated("a", "1995-04")])[0]["actor"] is None


def test_a_step_of_two_countries_is_of_no_single_one() -> None:
    assert country_of_milestone(stated("a", "1997", "Norway signed it", actor="Norway and Iceland")) == ""


def test_what_one_page_states_apart_stays_apart() -> None:
    assert grouped(stated("a", "1995-04"), stated("a", "1995-04", "the last missile left Kazakhstan")) == [["a"], ["a"]]


def test_undated_steps_join_nothing() -> None:
    assert grouped(stated("a", None), stated("b", None)) == [["a"], ["b"]]


def test_the_country_is_that_of_the_site_where_none_is_named() -> None:
    assert country_of_milestone(stated("a", "1991", "the Semipalatinsk test site was closed", what="the test site")) == "KZ"
    assert country_of_milestone(stated("a", "1991", "it was closed", what="it")) == ""


def test_a_step_is_told_once_with_its_voices() -> None:
    found = (stated("a", "1995-04"), stated("b", "1995", group="a"), stated("c", "1995-04", group="c"))
    (step,) = as_steps(found)
    assert (step["date"], step["country"], step["independent_sources"], len(step["milestones"])) == ("1995-04", "KZ", 2, 3)
    shown = _printed(told(found))
    assert shown.count("the last warhead") == 1
    assert "3 sources, 2 independent" in shown


def _printed(parts: Any) -> str:
    file = io.StringIO()
    console = Console(file=file, width=200, highlight=False, markup=False, emoji=False)
    for part in parts:
        console.print(part)
    return file.getvalue()


dates = st.sampled_from([None, "1995", "1995-04", "1995-05", "1996"])
pages = st.lists(st.tuples(st.sampled_from("abcd"), dates, st.sampled_from("xy")), unique=True, max_size=8)


@given(pages, st.randoms(use_true_random=False))
def test_every_milestone_is_in_one_step_whatever_their_order(drawn: list[tuple[str, str | None, str]], shuffle: Any) -> None:
    milestones = [stated(page, when, f"the last warhead left Kazakhstan {words} {when}") for page, when, words in drawn]
    found = {frozenset(one.key for one in step) for step in steps(milestones, lambda one: one.evidence.source.key)}
    shuffle.shuffle(milestones)
    again = {frozenset(one.key for one in step) for step in steps(milestones, lambda one: one.evidence.source.key)}
    assert found == again
    assert sorted(key for step in found for key in step) == sorted(one.key for one in milestones)
