"""All persons at once give the judged pairs and clusters that they give one by one."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from onrecord.match import blocking, stages
from onrecord.match.evidence import VERDICTS
from onrecord.match.growth import Growth
from onrecord.match.judged import Judged
from onrecord.match.resolve import resolve
from onrecord.match.shelf import MemoryShelf
from onrecord.match.whole.alike import last_of_each
from onrecord.match.whole.grouping import units_of
from onrecord.match.whole.people import People, match_people
from onrecord.match.whole.sighted import Columns, Sighted
from onrecord.model import PartialDate
from onrecord.model.decision import Judgement
from onrecord.model.resolution import Office, PersonSighting, Sightings

NAMES = [
    *[
        ("Yerbol Zhantasov",),
        ("Erbol Zhantassov", "Zhantassov"),
        ("Ербол Жантасов",),
        ("Ерболом Жантасовым",),
        ("예르볼 잔타소프",),
    ],
    *[("Zhantasov",), ("Y. Zhantasov",), ("ZHANTASOV Yerbol",), ("Zhantasov, Yerbol Serikuly",), ("Yerból Zhantasov",)],
    *[
        ("Kim Min-ho",),
        ("김민호", "Kim Minho"),
        ("김민후",),
        ("Kim",),
        ("Min-ho Kim", "Kim Min Ho"),
        ("Ким Мин Хо",),
        ("민호",),
    ],
    *[("Bolat Omarov",), ("Bulat Omarov",), ("B. Omarov",), ("Omarov",), ("Bolat Al Omarov",), ("Bolat Alomarov",), ("李明",)],
    *[("Dina Omarova",), ("Omarova",), ("Dina Rybinskaya",), ("Rybinski",)],
    *[("Steve Hill",), ("Stephen Hill", "Steve Hill"), ("One Two Three Four Five Six Seven Eight Nine",), ("Hill",), ("A",)],
]
OFFICES = [
    Office("Deputy Energy Minister", country="Kazakhstan"),
    Office("Minister"),
    Office("Energy Minister", "Ministry of Energy of Kazakhstan", as_of=PartialDate("2018-04-01")),
    Office("차관", "카자흐스탄 외교부"),
    Office("Deputy Minister", "Ministry of Foreign Affairs", forms=("MFA",)),
    Office("Director", "Steppe Institute", as_of=PartialDate("2018-04-01")),
    Office("Director", "Steppe Institute of Kazakhstan", as_of=PartialDate("2019-04-01"), status="former"),
    Office("Director", "Lake Academy", as_of=PartialDate("2012")),
    Office("Директор", "Степной институт"),
    Office("Ambassador to Japan", country="Kazakhstan"),
    Office("Ambassador", country="Japan"),
]
COMPANY = (
    "Steppe Institute",
    "Bolat Omarov",
    "Болат Омаров",
    "Serik Akhmetov",
    "Kim Min-ho",
    "김민호",
    "Lake Academy",
    "Institute for Lake Security",
    "Steppe Institute for Security",
    "A. B.",
)

sighting = st.tuples(
    st.sampled_from(NAMES),
    st.lists(st.sampled_from(OFFICES), max_size=2, unique=True),
    st.integers(0, 9),
    st.lists(st.sampled_from(COMPANY), max_size=4, unique=True),
)
drawings = st.lists(sighting, min_size=1, max_size=14)


def made(drawn: Sequence[Any]) -> list[PersonSighting]:
    return [
        PersonSighting(f"p-{n * 7919 % 1000:03}", f"d-{document}", names, "en", tuple(held), tuple(company))
        for n, (names, held, document, company) in enumerate(drawn)
    ]


def the_same(drawn: Sequence[Any]) -> None:
    sightings = made(drawn)
    shelf: MemoryShelf[PersonSighting] = MemoryShelf()
    change = Growth(stages.PERSONS, shelf, Judged()).take({one.key: one for one in sightings})
    people = People.of(units_of(Sighted(Columns.of(sightings)))[0])
    pairs, scores, verdicts = people.judged
    keys = people.units.keys
    found = {
        (keys[a], keys[b]): (score, VERDICTS[verdict])
        for (a, b), score, verdict in zip(pairs.tolist(), scores.tolist(), verdicts.tolist(), strict=True)
    }
    assert found == {(link.a, link.b): (link.score, link.verdict) for link in shelf.links(keys)}
    assert match_people(sightings) == change.clusters


@settings(max_examples=120, deadline=None)
@given(drawings)
@example([(names, [office], n, COMPANY[n % 7 :]) for n, names in enumerate(NAMES) for office in OFFICES[n % 3 :: 3]])
def test_all_at_once_are_judged_and_joined_as_one_by_one(drawn: list[Any]) -> None:
    the_same(drawn)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(drawn=drawings)
def test_keys_that_are_too_common_are_left_out_as_one_by_one(drawn: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        for kind in blocking.LIMITS:
            patch.setitem(blocking.LIMITS, kind, 2)
        the_same(drawn)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(drawn=drawings, judged=st.sampled_from(("same", "different", "unsure")))
def test_a_record_matched_at_once_is_resolved_the_same_with_judgements_and_reasons(
    drawn: list[Any], judged: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    sightings = Sightings(persons=tuple(made(drawn)))
    a, b = sorted([*(one.key for one in sightings.persons[:2]), "p-zzz"])[:2]
    judgements = [Judgement(a, b, judged, by="Meruert")]
    one_by_one = resolve(sightings, judgements)
    with monkeypatch.context() as patch:
        patch.setattr(stages, "PERSONS", dataclasses.replace(stages.PERSONS, many=0))
        assert resolve(sightings, judgements) == one_by_one


def test_of_a_unit_and_key_the_last_name_counts_also_where_numbers_are_too_great_for_one() -> None:
    columns = [np.asarray(column, np.int64) for column in ([1, 0, 1, 1], [5, 5, 5, 7], [2, 9, 4, 1])]
    few = last_of_each(*columns).tolist()
    assert few == [[0, 5, 9], [1, 5, 4], [1, 7, 1]]
    columns[0] += np.asarray([2**61 * (n > 0) for n in columns[0].tolist()], np.int64)
    assert [row[1:] for row in last_of_each(*columns).tolist()] == [row[1:] for row in few]


def test_nobody_is_no_cluster() -> None:
    assert match_people([]) == ()


def test_a_few_persons_are_matched_without_loading_compiled_code() -> None:
    program = (
        "import sys; from onrecord.match.resolve import resolve; from onrecord.model.resolution import *;"
        "resolve(Sightings(persons=tuple(PersonSighting(key, key, ('Kim Min-ho',)) for key in 'ab')));"
        "sys.exit('numba' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_a_surname_that_very_many_bear_joins_nobody_by_company_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    others = ("Aida Sarsen", "Bolat Omarov", "Dana Serikbay", "Yerbol Zhantasov")
    sightings = [PersonSighting(f"p-{n}", f"d-{n}", ("Kim",), "en", (), others) for n in range(4)]
    assert len(match_people(sightings)) == 1
    monkeypatch.setitem(blocking.LIMITS, "u", 3)
    assert len(match_people(sightings)) == 4
    assert len(match_people(sightings[:3])) == 1


def test_columns_give_what_sightings_give_in_whatever_order_they_stand() -> None:
    sightings = [
        PersonSighting(f"p-{n % 7}{n}", f"d-{n // 3}", NAMES[n % len(NAMES)], "und", (OFFICES[n % len(OFFICES)],), ("Lake",))
        for n in range(40)
    ]
    assert match_people(Columns.of(sightings[::-1])) == match_people(sightings)


def test_a_sighting_is_read_back_from_columns() -> None:
    sighting = PersonSighting("p-1", "d-1", NAMES[1], "und", (OFFICES[1],), ("Steppe Institute",))
    assert Columns.of([sighting]).sighting(0) == sighting
