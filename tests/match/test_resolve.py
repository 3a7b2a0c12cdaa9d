"""Who and what is taken for one across pages, and that the order of pages makes no difference."""

from __future__ import annotations

import dataclasses
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.match.resolve import resolve
from onrecord.model import PartialDate
from onrecord.model.resolution import (
    GatheringSighting,
    Office,
    OrganizationSighting,
    PersonSighting,
    Resolution,
    Sightings,
    StatementSighting,
)

MINISTER = Office("Deputy Energy Minister", country="Kazakhstan")


def person(key: str, *names: str, office: Office | None = None, company: tuple[str, ...] = ()) -> PersonSighting:
    return PersonSighting(key, f"d-{key}", names, "en", (office,) if office else (), company)


def body(key: str, *names: str) -> OrganizationSighting:
    return OrganizationSighting(key, f"d-{key}", names, "en")


def forum(key: str, **changes: Any) -> GatheringSighting:
    told = GatheringSighting(
        key,
        f"d-{key}",
        "roundtable",
        "Steppe Nuclear History Round Table",
        start=PartialDate("2018-06-12"),
        place="Karatal",
        main=True,
        participants=("p-a", "p-b"),
    )
    return dataclasses.replace(told, **changes)


def groups(resolution: Resolution, kind: str) -> list[tuple[str, ...]]:
    return sorted(cluster.members for cluster in resolution.clusters if cluster.kind == kind)


def people(*sightings: PersonSighting) -> list[tuple[str, ...]]:
    return groups(resolve(Sightings(persons=sightings)), "person")


def bodies(*sightings: OrganizationSighting) -> list[tuple[str, ...]]:
    return groups(resolve(Sightings(organizations=sightings)), "organization")


def occasions(*sightings: GatheringSighting) -> list[tuple[str, ...]]:
    return groups(resolve(Sightings(gatherings=sightings)), "gathering")


# ---- persons


def test_two_spellings_in_one_office_are_one_person() -> None:
    found = resolve(
        Sightings(
            persons=(
                person("1", "Yerbol Zhantasov", office=MINISTER),
                person("2", "Erbol Zhantassov", "Zhantassov", office=dataclasses.replace(MINISTER, country=None)),
            )
        )
    )
    assert groups(found, "person") == [("1", "2")]
    assert found.links[0].verdict == "same"
    assert "two spellings" in found.links[0].reasons[0]


def test_titles_in_two_languages_are_no_conflict() -> None:
    korean = PersonSighting("2", "d-2", ("예를란 벡투로프", "Yerlan Bekturov"), "ko", (Office("차관", "카자흐스탄 외교부"),))
    english = person("1", "Yerlan Bekturov", office=Office("Deputy Minister", "Ministry of Foreign Affairs"))
    assert people(english, korean) == [("1", "2")]


def test_a_former_office_does_not_part_a_person_from_a_later_one() -> None:
    later = Office("Chairman", "Steppe Institute")
    former = dataclasses.replace(MINISTER, status="former")
    assert people(person("1", "Bolat Omarov", office=former), person("2", "Bolat Omarov", office=later)) == [("1", "2")]


def test_two_people_of_one_name_in_offices_of_two_countries_stay_two_and_are_noted() -> None:
    other = Office("Ambassador", country="Uzbekistan")
    found = resolve(
        Sightings(persons=(person("1", "Bolat Omarov", office=MINISTER), person("2", "Bolat Omarov", office=other)))
    )
    assert groups(found, "person") == [("1",), ("2",)]
    assert "offices of two countries" in " ".join(found.links[0].reasons)


def test_one_name_in_two_bodies_at_once_is_a_question() -> None:
    one, two = Office("Director", "Steppe Institute"), Office("Director", "Lake Academy")
    found = resolve(Sightings(persons=(person("1", "Kim Min-ho", office=one), person("2", "Kim Min-ho", office=two))))
    assert groups(found, "person") == [("1",), ("2",)]
    assert found.links[0].verdict == "unsure"


def test_years_between_two_offices_make_a_career_and_not_a_conflict() -> None:
    one = Office("Director", "Steppe Institute", as_of=PartialDate("2010-01-05"))
    two = Office("Rector", "Lake Academy", as_of=PartialDate("2019-01-05"))
    assert people(person("1", "Bolat Omarov", office=one), person("2", "Bolat Omarov", office=two)) == [("1", "2")]


def test_an_initial_that_two_share_does_not_make_them_one() -> None:
    posts = Office("First Deputy Minister", country="Kazakhstan"), Office("Deputy Minister", country="Kazakhstan")
    one = person("1", "Serik Ospanov", "S. Ospanov", office=posts[0])
    other = person("2", "Sabit Ospanov", "S. Ospanov", office=posts[1])
    assert people(one, other) == [("1",), ("2",)]
    alone = person("3", "S. Ospanov", office=posts[0])
    assert ("1", "3") in people(one, alone)


def test_two_persons_of_one_page_are_never_one() -> None:
    same = dataclasses.replace(person("2", "Bolat Omarov"), document="d-1")
    assert people(person("1", "Bolat Omarov"), same) == [("1",), ("2",)]


def test_a_page_with_both_keeps_two_of_one_name_apart_for_all_others() -> None:
    first, second = person("1", "Kim Min-ho", office=MINISTER), person("2", "Kim Min-ho", office=MINISTER)
    second = dataclasses.replace(second, document=first.document)
    third = person("3", "Kim Min-ho", office=MINISTER)
    assert len(people(first, second, third)) == 2


def test_a_surname_with_a_rank_is_the_only_one_in_the_record_who_has_both() -> None:
    president = Office("President", country="Kazakhstan")
    whole, part = person("1", "Yerbol Zhantasov", office=president), person("2", "Zhantasov", office=Office("President"))
    assert people(whole, part) == [("1", "2")]
    assert people(whole, part, person("3", "Serik Zhantasov", office=president)) == [("1",), ("2",), ("3",)]
    later = Office("President", as_of=PartialDate("2030"))
    earlier = dataclasses.replace(whole, offices=(dataclasses.replace(president, as_of=PartialDate("2010")),))
    assert people(earlier, person("2", "Zhantasov", office=later)) == [("1",), ("2",)]


def test_an_ambassador_is_of_the_country_that_sends_and_not_of_the_one_that_receives() -> None:
    sent = Office("Ambassador to Japan", country="Kazakhstan")
    found = resolve(Sightings(persons=(person("1", "Bolat Omarov", office=MINISTER), person("2", "Bolat Omarov", office=sent))))
    assert found.links[0].verdict == "unsure"
    assert "the same country" in " ".join(found.links[0].reasons)


@pytest.mark.parametrize(
    ("office", "joined"), [(MINISTER, True), (None, False), (Office("Ambassador", country="Japan"), False)]
)
def test_a_surname_alone_needs_the_office(office: Office | None, joined: bool) -> None:
    found = people(person("1", "Yerbol Zhantasov", office=MINISTER), person("2", "Zhantasov", office=office))
    assert (len(found) == 1) == joined


@pytest.mark.parametrize(
    ("part", "whole"),
    [("Zhantasov", "Dina Zhantasova"), ("Zhantasova", "Yerbol Zhantasov"), ("Rybinski", "Dina Rybinskaya")],
)
def test_nobody_is_asked_whether_a_man_and_a_woman_of_one_family_are_one(part: str, whole: str) -> None:
    company = ("Serik Akhmetov", "Bolat Omarov", "Steppe Institute")
    sightings = person("1", part, office=MINISTER, company=company), person("2", whole, office=MINISTER, company=company)
    assert resolve(Sightings(persons=sightings)).links == ()


def test_it_is_asked_whether_a_family_name_is_that_of_one_who_bears_it_in_the_same_form() -> None:
    company = ("Serik Akhmetov", "Bolat Omarov")
    sightings = person("1", "Zhantasova", company=company), person("2", "Dina Zhantassova", company=company)
    (link,) = resolve(Sightings(persons=sightings)).links
    assert link.verdict == "unsure"


def test_different_names_in_one_office_are_different_people() -> None:
    assert len(people(person("1", "Bolat Omarov", office=MINISTER), person("2", "Serik Akhmetov", office=MINISTER))) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Institute for Northern Security Strategy", "Dongmun Institute for Defense Analysis"),
        ("Ministry of Energy", "Ministry of Foreign Affairs"),
        ("Институт мировой политики и экономики", "Институт истории и экономики"),
    ],
)
def test_two_bodies_that_share_words_are_no_common_company(one: str, other: str) -> None:
    here = person("a", "Yerbol Zhantasov", company=(one, "Serik Akhmetov"))
    there = person("b", "Erbol Zhantassov", company=(other, "Serik Akhmetow"))
    (link,) = resolve(Sightings(persons=(here, there))).links
    assert [reason for reason in link.reasons if "the same others" in reason] == [
        "named together with the same others (Serik Akhmetov) +0.6"
    ]


def test_somebody_in_very_many_pages_is_still_one() -> None:
    assert len(people(*(person(f"{n:04}", "Bolat Omarov", office=MINISTER) for n in range(900)))) == 1


def test_the_name_shown_is_a_whole_one_without_capitals() -> None:
    found = resolve(
        Sightings(persons=(person("1", "Bolat OMAROV", office=MINISTER), person("2", "Bolat Omarov", office=MINISTER)))
    )
    assert [cluster.name for cluster in found.clusters] == ["Bolat Omarov"]


# ---- organizations


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("Institute of World Affairs",), ("the Institute for World Affairs",)),
        (("Taiga Institute for Nuclear Nonproliferation",), ("Taiga Institute of Nuclear Non-Proliferation",)),
        (("Ministry of Foreign Affairs of Kazakhstan",), ("Kazakh Foreign Ministry",)),
        (("Steppe Peace Foundation", "SPF"), ("SPF",)),
        (("Lake Studies Center of Uzbekistan",), ("Lake Studies Centre",)),
        (("Union of Lake Towns of the East", "Union of Lake Towns"), ("Union of Lake Towns",)),
        (("Korean Embassy in Kazakhstan",), ("Embassy of Korea in Kazakhstan",)),
    ],
)
def test_names_of_one_body_are_joined(a: tuple[str, ...], b: tuple[str, ...]) -> None:
    assert len(bodies(body("1", *a), body("2", *b))) == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("Ministry of Foreign Affairs of Kazakhstan",), ("Ministry of Foreign Affairs of Uzbekistan",)),
        (("Foreign Ministry",), ("Foreign Ministry",)),
        (("Steppe Institute",), ("Department of History of the Steppe Institute",)),
        (("Steppe Peace Foundation", "SPF"), ("Seoul Policy Forum", "SPF")),
        (("Steppe Institute",), ("Steppe University",)),
        (("Congress of Lake Towns", "Congress"), ("Steppe People's Congress", "Congress")),
        (("Korean Embassy",), ("Korean Embassy",)),
    ],
)
def test_bodies_that_may_be_two_stay_two(a: tuple[str, ...], b: tuple[str, ...]) -> None:
    assert len(bodies(body("1", *a), body("2", *b))) == 2


# ---- gatherings


@pytest.mark.parametrize(
    "other",
    [
        {},
        {"start": PartialDate("2018-06-13")},
        {"start": PartialDate("XXXX-06-12"), "type": "forum"},
        {"start": None, "place": None},
        {"name": "the round table", "type": "conference"},
        {"participants": ("p-a",), "phrases": ("students",)},
    ],
)
def test_reports_of_one_occasion_are_joined(other: dict[str, Any]) -> None:
    assert len(occasions(forum("1"), forum("2", **other))) == 1


def test_an_announced_first_round_is_one_in_two_languages_and_with_its_later_date() -> None:
    planned: dict[str, Any] = {"type": "talks", "start": PartialDate("2025"), "edition": 1, "main": False, "participants": ()}
    english = forum("1", **planned | {"name": "first round of the consultations", "place": "Seoul", "language": "en"})
    korean = forum("2", **planned | {"name": "제1차 협의회", "place": "서울", "language": "ko"})
    dated = dataclasses.replace(english, key="3", document="d-3", start=PartialDate("2025-04-17"))
    assert occasions(english, korean, dated) == [("1", "2", "3")]
    second = dataclasses.replace(korean, edition=2, name="제2차 협의회")
    assert len(occasions(english, second)) == 2


@pytest.mark.parametrize(
    ("name", "language", "published", "together"),
    [
        ("다음 원탁회의", "ko", "2018-06-20", True),
        ("следующего круглого стола", "ru", "2018-06-15", True),
        ("다음 원탁회의", "ko", "2018-11-02", False),
        ("원탁회의", "ko", "2018-06-20", False),
    ],
)
def test_the_next_one_is_one_where_it_is_announced_at_the_same_time(
    name: str, language: str, published: str, together: bool
) -> None:
    planned: dict[str, Any] = {"start": PartialDate("2019"), "main": False, "participants": (), "place": "Busan"}
    one = forum("1", **planned | {"name": "next round table", "published": PartialDate("2018-06-18")})
    other = forum("2", **planned | {"name": name, "language": language, "published": PartialDate(published)})
    assert len(occasions(one, other)) == (1 if together else 2)


@pytest.mark.parametrize(
    "other",
    [
        {"start": PartialDate("2019-06-12")},
        {"start": PartialDate("2018-06-28")},
        {"start": PartialDate("XXXX-11-12")},
        {"edition": 2},
        {"name": "2017 Steppe Nuclear History Round Table", "start": None},
        {"document": "d-1"},
        {"name": "the meeting", "type": "meeting", "place": "Seoul", "participants": ("p-c", "p-d")},
        {"name": "talks", "type": "talks", "start": None, "place": None, "participants": ("p-a",), "main": False},
    ],
)
def test_other_occasions_stay_apart(other: dict[str, Any]) -> None:
    first = forum("1", name="2018 Steppe Nuclear History Round Table", edition=1)
    assert len(occasions(first, forum("2", **{"edition": None, **other}))) == 2


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("Session 2 of the Steppe Forum", "Session 3 of the Steppe Forum", False),
        ("Steppe Dialogue 12", "Steppe Dialogue 14", False),
        ("Steppe Dialogue 14", "Dialogue 14 on the steppe", True),
        ("Steppe Forum 12 June", "Steppe Forum 13 June", True),
        ("Steppe Forum 2018", "Steppe Forum 2", True),
        ("Day 1 of the Steppe Forum", "Day 2 of the Steppe Forum", True),
    ],
)
def test_numbers_behind_the_word_for_its_kind_tell_occasions_apart(one: str, other: str, together: bool) -> None:
    plain = {"participants": (), "type": "forum"}
    assert len(occasions(forum("1", name=one, **plain), forum("2", name=other, **plain))) == (1 if together else 2)


def test_a_preposition_is_no_name_that_two_occasions_share() -> None:
    one = forum("1", name="Dialogue on day 1", type="dialogue", place=None, participants=("p-a", "p-b"))
    assert (
        len(occasions(one, forum("2", name="Dialogue on day 2", type="dialogue", place=None, participants=("p-c", "p-d")))) == 2
    )


def test_participants_under_two_spellings_speak_for_one_occasion() -> None:
    people = (person("p-1", "Yerbol Zhantasov", office=MINISTER), person("p-2", "Erbol Zhantassov", office=MINISTER))
    one = forum("g-1", name="the talks", type="talks", participants=("p-1",), place=None)
    two = forum("g-2", name="a meeting", type="meeting", participants=("p-2",), place=None)
    found = resolve(Sightings(persons=people, gatherings=(one, two)))
    assert groups(found, "gathering") == [("g-1", "g-2")]


# ---- statements


def test_the_same_words_of_one_person_are_one_statement() -> None:
    speakers = (person("p-1", "Yerbol Zhantasov", office=MINISTER), person("p-2", "Erbol Zhantassov", office=MINISTER))
    said = tuple(StatementSighting(f"s-{n}", f"d-{n}", words, f"p-{n}") for n, words in ((1, "We go on."), (2, "“we go on”")))
    assert groups(resolve(Sightings(persons=speakers, statements=said)), "statement") == [("s-1", "s-2")]
    others = (person("p-1", "Yerbol Zhantasov"), person("p-2", "Bolat Omarov"))
    assert groups(resolve(Sightings(persons=others, statements=said)), "statement") == [("s-1",), ("s-2",)]


# ---- order

_NAMES = [
    "Yerbol Zhantasov",
    "Erbol Zhantassov",
    "Zhantasov",
    "Bolat Omarov",
    "B. Omarov",
    "Bulat Omarov",
    "Kim Min-ho",
    "Kim Minho",
]
_OFFICES = [None, MINISTER, Office("Director", "Steppe Institute"), Office("Ambassador", country="Japan")]
_sighting = st.tuples(st.sampled_from(_NAMES), st.sampled_from(_OFFICES), st.integers(0, 3))


@settings(max_examples=60, deadline=None)
@given(st.lists(_sighting, min_size=2, max_size=12), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_clusters_links_and_names(drawn: list[Any], shuffle: random.Random) -> None:
    persons = [
        PersonSighting(f"p-{n:02}", f"d-{document}", (name,), "en", (office,) if office else (), ("Steppe Institute",))
        for n, (name, office, document) in enumerate(drawn)
    ]
    gatherings = [
        forum(f"g-{n:02}", document=f"d-{document}", participants=(f"p-{n:02}",), start=PartialDate(f"2018-06-1{document}"))
        for n, (_, _, document) in enumerate(drawn)
    ]
    first = resolve(Sightings(persons=tuple(persons), gatherings=tuple(gatherings)))
    shuffle.shuffle(persons)
    shuffle.shuffle(gatherings)
    assert resolve(Sightings(persons=tuple(persons), gatherings=tuple(gatherings))) == first
    members = [key for cluster in first.clusters for key in cluster.members]
    assert sorted(members) == sorted([*(p.key for p in persons), *(g.key for g in gatherings)])
    assert all(cluster.key == min(cluster.members) for cluster in first.clusters)
