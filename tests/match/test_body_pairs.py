"""Names of bodies in three languages are told apart, but for those that are noted as open."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from onrecord.match.organizations import judge, keys
from onrecord.model.resolution import OrganizationSighting

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("body_pairs.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def _sightings(a: str, b: str) -> tuple[OrganizationSighting, OrganizationSighting]:
    return (
        OrganizationSighting("o-1", "d-1", tuple(a.split("|"))),
        OrganizationSighting("o-2", "d-2", tuple(b.split("|"))),
    )


def _one(a: str, b: str) -> bool:
    link = judge(*_sightings(a, b))
    return link is not None and link.verdict == "same"


def test_what_is_noted_as_open_is_all_that_is_wrong() -> None:
    wrong = {(a, b) for same, _, a, b, *_ in ROWS if _one(a, b) != (same == "1")}
    assert wrong == {(a, b) for _, _, a, b, *noted in ROWS if noted == ["open"]}


def test_the_order_of_two_makes_no_difference() -> None:
    assert [(a, b) for _, _, a, b, *_ in ROWS if _one(a, b) != _one(b, a)] == []


def test_names_of_one_body_are_compared_at_all() -> None:
    pairs = [(a, b, *_sightings(a, b)) for same, _, a, b, *_ in ROWS if same == "1"]
    assert [(a, b) for a, b, one, other in pairs if set(keys(one).held).isdisjoint(keys(other).held)] == []


def test_there_are_enough_of_both_sorts() -> None:
    sorts = Counter(row[0] for row in ROWS)
    assert sorts["1"] >= 80
    assert sorts["0"] >= 50
