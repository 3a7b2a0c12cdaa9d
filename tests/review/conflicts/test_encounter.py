"""Two people whom one source has together at an occasion, and another elsewhere. All of them are invented."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.made.records import ONE, TWO, evidence, gathering, report, role, source

from onrecord.model import PartialDate
from onrecord.model.recorded import GatheringReport
from onrecord.review.conflicts import Case, Conflict, encounter

GUEST, HEAD, HOST = "p-Dair Seitov", "p-Choe Sun-u", "p-Ana Moro"


def told(of: Any, words: str, *who: str, at: int = 100, type: str = "ceremony", **fields: Any) -> GatheringReport:
    """Return what a page tells of an occasion: who was there, in one sentence that begins at an offset."""
    made = report(of, name=words, type=type, **fields)
    there = [role(key, key[2:], "participant", "They met.", of) for key in who]
    sentence = evidence(f"[{words}] was held.", of, at)
    return dataclasses.replace(
        made, evidence=sentence, participations=tuple(dataclasses.replace(one, evidence=(sentence,)) for one in there)
    )


def occasion(key: str, *reports: GatheringReport, **fields: Any) -> Any:
    return dataclasses.replace(gathering(*reports, type=reports[0].type, **fields), key=key)


def signing(*without: str, **fields: Any) -> Any:
    """Return a signing of which both sources tell: the first with all three, the second without some."""
    second = [one for one in (GUEST, HEAD, HOST) if one not in without]
    return occasion("g-a", told(ONE, "the signing", GUEST, HEAD, HOST), told(TWO, "the signing", *second), **fields)


def talks(*who: str, of: Any = TWO, at: int = 900, **fields: Any) -> Any:
    return occasion("g-b", told(of, "the talks", *who, at=at, type="meeting", **fields))


def found(*occasions: Any) -> list[Conflict]:
    return list(encounter.find(Case(occasions)))


def test_who_was_at_an_occasion_for_one_source_and_met_the_guest_elsewhere_for_the_other_is_worth_a_look() -> None:
    (conflict,) = found(signing(HEAD), talks(GUEST, HEAD))
    assert (conflict.kind, conflict.severity, conflict.subject) == ("encounter", "low", "g-a")
    assert "Choe Sun-u with Dair Seitov at “the signing" in conflict.reason
    assert [side.evidence.source for side in conflict.sides] == [ONE, TWO]
    assert encounter.compared(Case((signing(HEAD), talks(GUEST, HEAD)))).number == 1


def test_the_day_after_the_occasion_it_may_be_the_same_meeting() -> None:
    assert len(found(signing(HEAD, start=PartialDate("2018-06-01")), talks(GUEST, HEAD, start="2018-06-02"))) == 1


@pytest.mark.parametrize(
    "occasions",
    [
        (signing(), talks(GUEST, HEAD)),
        (signing(HEAD), talks(GUEST, HEAD, of=ONE)),
        (signing(HEAD, GUEST), talks(GUEST, HEAD)),
        (signing(HEAD), talks(HEAD, "p-Kim Da-on")),
        (signing(HEAD), talks(GUEST, HEAD, "p-Kim Da-on", "p-Lee Ga-ram")),
        (signing(HEAD), talks(GUEST, HEAD, status="planned")),
        (signing(HEAD), talks(GUEST, HEAD, format="online")),
        (signing(HEAD), occasion("g-b", told(TWO, "a call", GUEST, HEAD, at=900, type="call"))),
        (signing(HEAD), occasion("g-b", told(TWO, "a visit", GUEST, HEAD, at=900, type="visit"))),
        (signing(HEAD), occasion("g-b", told(ONE, "talks", GUEST), told(TWO, "talks", GUEST, HEAD))),
        (signing(HEAD), talks(GUEST, HEAD), occasion("g-c", told(TWO, "the dinner", HEAD, HOST, at=1500))),
        (signing(HEAD, start=PartialDate("2018-06-01")), talks(GUEST, HEAD, start="2018-06-30")),
    ],
    ids=(
        "both have him at the signing",
        "the first tells of the talks",
        "the second has no guest there",
        "the talks are with somebody else",
        "a long list",
        "planned",
        "online",
        "call",
        "visit",
        "both tell of the talks",
        "told of in two passages",
        "weeks later",
    ),
)
def test_what_both_can_well_mean_is_none(occasions: tuple[Any, ...]) -> None:
    assert found(*occasions) == []


def test_a_copy_of_the_first_text_is_no_other_source() -> None:
    copy = source("copy", group=TWO.text_group)
    own = occasion("g-b", told(TWO, "the talks", GUEST, HEAD, at=900, type="meeting"))
    both = occasion("g-a", told(copy, "the signing", GUEST, HEAD, HOST), told(TWO, "the signing", GUEST, HOST))
    assert found(both, own) == []


people = st.sets(st.sampled_from((GUEST, HEAD, HOST, "p-Kim Da-on")))


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(people, people, st.sampled_from(("ceremony", "meeting"))), min_size=1, max_size=4), st.randoms())
def test_each_is_somebody_whom_the_second_source_leaves_out_where_the_first_has_them(drawn: list[Any], chance: Any) -> None:
    occasions = []
    for n, (first, second, kind) in enumerate(drawn):
        sides = ((ONE, first, 100), (TWO, second, 300 + 300 * n))
        reports = [told(of, f"occasion {n}", *sorted(who), at=at, type=kind) for of, who, at in sides if who]
        if reports:
            occasions.append(occasion(f"g-{n}", *reports))
    conflicts = found(*occasions)
    by_key = {one.key: one for one in occasions}
    for conflict in conflicts:
        common = by_key[conflict.subject]
        mine, theirs = (side.evidence.source for side in conflict.sides)
        assert {report.evidence.source for report in common.reports} == {mine, theirs}
        there = {r.evidence.source: {p.who.name for p in r.participations} for r in common.reports}
        assert any(f"has {name} with" in conflict.reason for name in there[mine] - there[theirs])
    assert found(*chance.sample(occasions, len(occasions))) == conflicts
