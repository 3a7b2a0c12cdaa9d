"""Judgements in matching: what somebody decided holds whatever the evidence says, and holds for those two alone."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.match.resolve import resolve
from onrecord.model import PartialDate
from onrecord.model.decision import Judgement
from onrecord.model.resolution import (
    GatheringSighting,
    Office,
    OrganizationSighting,
    PersonSighting,
    Resolution,
    Sightings,
    Verdict,
)

MINISTER = Office("Deputy Energy Minister", country="Kazakhstan")
SAME = [PersonSighting(f"p-{n}", f"d-{n}", ("Aigerim Sultanova",), "en", (MINISTER,)) for n in "abcd"]
OTHER = PersonSighting("p-x", "d-x", ("Bolat Omarov",), "en")


def judged(left: str, right: str, verdict: Verdict) -> Judgement:
    return Judgement(min(left, right), max(left, right), verdict, by="Meruert", why="one CV")


def groups(resolution: Resolution, kind: str = "person") -> list[tuple[str, ...]]:
    return sorted(cluster.members for cluster in resolution.clusters if cluster.kind == kind)


def test_two_that_nothing_joins_are_one_by_judgement_with_its_reason() -> None:
    found = resolve(Sightings(persons=(*SAME, OTHER)), [judged("p-b", "p-x", "same")])
    assert groups(found) == [("p-a", "p-b", "p-c", "p-d", "p-x")]
    [link] = [link for link in found.links if "p-x" in (link.a, link.b)]
    assert link.reasons == ("Meruert decided so: one CV",)


def test_two_of_one_profile_are_apart_by_judgement_and_the_others_stay() -> None:
    found = groups(resolve(Sightings(persons=tuple(SAME)), [judged("p-a", "p-b", "different")]))
    assert ("p-b",) in found or ("p-a",) in found
    assert sorted(map(len, found)) == [1, 3]


def test_judged_sameness_is_transitive_and_holds_within_one_document() -> None:
    persons = tuple(PersonSighting(f"p-{n}", "d-1", (name,), "en") for n, name in enumerate(("A. Sul", "Bek Omar", "Zere Abe")))
    found = groups(resolve(Sightings(persons=persons), [judged("p-0", "p-1", "same"), judged("p-1", "p-2", "same")]))
    assert found == [("p-0", "p-1", "p-2")]


def test_unsure_by_judgement_stays_an_open_question() -> None:
    found = resolve(Sightings(persons=tuple(SAME[:2])), [judged("p-a", "p-b", "unsure")])
    assert groups(found) == [("p-a",), ("p-b",)]
    assert [(link.a, link.b, link.verdict) for link in found.links] == [("p-a", "p-b", "unsure")]


def test_bodies_and_occasions_follow_judgements_too() -> None:
    bodies = tuple(
        OrganizationSighting(f"o-{n}", f"d-{n}", (name,), "en") for n, name in enumerate(("Steppe Institute", "Lake Fund"))
    )
    assert groups(resolve(Sightings(organizations=bodies), [judged("o-0", "o-1", "same")]), "organization") == [("o-0", "o-1")]
    day = PartialDate("2018-05-14")
    forums = tuple(GatheringSighting(f"g-{n}", f"d-{n}", "forum", "Lake Forum", day, place="Karatal", main=True) for n in "ab")
    assert groups(resolve(Sightings(gatherings=forums)), "gathering") == [("g-a", "g-b")]
    assert groups(resolve(Sightings(gatherings=forums), [judged("g-a", "g-b", "different")]), "gathering") == [
        ("g-a",),
        ("g-b",),
    ]


def test_a_judgement_on_what_is_not_there_changes_nothing() -> None:
    sightings = Sightings(persons=tuple(SAME))
    assert resolve(sightings, [judged("p-a", "p-gone", "different")]).clusters == resolve(sightings).clusters


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.sampled_from("abcdx"), st.sampled_from("abcdx"), st.sampled_from(("same", "different"))), max_size=6)
)
def test_no_order_of_judgements_matters_and_different_always_holds(drawn: list[tuple[str, str, Verdict]]) -> None:
    pairs = {tuple(sorted((f"p-{a}", f"p-{b}"))): judged(f"p-{a}", f"p-{b}", verdict) for a, b, verdict in drawn if a != b}
    given_ = list(pairs.values())
    sightings = Sightings(persons=(*SAME, OTHER))
    found = resolve(sightings, given_)
    assert found == resolve(sightings, given_[::-1])
    home = {key: cluster.key for cluster in found.clusters for key in cluster.members}
    assert not [one for one in given_ if one.verdict == "different" and home[one.left_key] == home[one.right_key]]
