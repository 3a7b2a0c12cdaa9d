from __future__ import annotations

import dataclasses

import pytest
from tests.made.records import gathering, report, role, source

from onrecord.review.conflicts import Case, find_conflicts


def told(name, *roles, language="en"):
    page = dataclasses.replace(source(name), language=language)
    parts = tuple(role(key, key[2:], kind, f"[{key[2:]}] did.", page) for key, kind in roles)
    return dataclasses.replace(report(page), participations=parts)


def found(*reports):
    return find_conflicts(Case((gathering(*reports),)))


def test_two_names_for_one_signature_are_a_severe_contradiction():
    (conflict,) = found(told("a", ("p-Aman Sarin", "signatory")), told("b", ("p-Lida Strog", "signatory")))
    assert (conflict.kind, conflict.severity) == ("role", "high")
    assert conflict.reason == "One source says that Aman Sarin signed, another that Lida Strog did."


def test_a_signatory_whom_both_name_makes_the_difference_between_the_others_no_less_one():
    shared = ("p-Gil Su", "signatory")
    (conflict,) = found(told("a", shared, ("p-Aman Sarin", "signatory")), told("b", shared, ("p-Lida Strog", "signatory")))
    assert conflict.severity == "medium"
    assert [side.value for side in conflict.sides] == ["Aman Sarin", "Lida Strog"]


def test_another_who_opened_is_a_contradiction():
    (conflict,) = found(told("a", ("p-Serik", "opening")), told("b", ("p-Yerlan", "opening")))
    assert conflict.reason == "One source says that Serik opened it, another that Yerlan did."


def test_a_shorter_list_is_none():
    assert not found(told("a", ("o-Mill", "organizer"), ("o-Lake", "organizer")), told("b", ("o-Mill", "organizer")))


@pytest.mark.parametrize("kind", ["speaker", "participant"])
def test_lists_of_speakers_are_never_complete(kind):
    assert not found(told("a", ("p-Serik", kind)), told("b", ("p-Yerlan", kind)))


def test_a_ministry_and_its_minister_may_both_sign():
    assert not found(told("a", ("o-Ministry", "signatory")), told("b", ("p-Serik", "signatory")))


def test_a_body_in_two_languages_is_no_contradiction_since_its_name_is_translated():
    assert not found(told("a", ("o-Mill Fund", "organizer")), told("b", ("o-Фонд «Мельница»", "organizer"), language="ru"))


def test_persons_in_two_languages_are_a_slight_one_since_a_spelling_may_be_at_fault():
    (conflict,) = found(told("a", ("p-Serik", "opening")), told("b", ("p-Ерлан", "opening"), language="ru"))
    assert conflict.severity == "low"


def test_a_body_and_its_bureau_are_not_two():
    assert not found(told("a", ("o-Mill Fund", "organizer")), told("b", ("o-Lake Bureau of the Mill Fund", "organizer")))
    ours, theirs = ("o-Бюро Фонда «Мельница»", "organizer"), ("o-Фонд «Мельница»", "organizer")
    assert not found(told("a", ours, language="ru"), told("b", theirs, ("o-Дом дружбы", "organizer"), language="ru"))


def test_a_moderator_who_only_speaks_according_to_a_source_that_names_the_moderators():
    (conflict,) = found(
        told("a", ("p-Serik", "moderator"), ("p-Yerlan", "moderator")),
        told("b", ("p-Serik", "moderator"), ("p-Yerlan", "speaker")),
    )
    assert (conflict.kind, conflict.severity) == ("role", "low")
    assert conflict.reason == "One source says that Yerlan moderated, another only that Serik did."
    assert [(side.property, side.value) for side in conflict.sides] == [("moderator", "Yerlan"), ("speaker", "Yerlan")]


def test_a_source_that_names_the_moderator_of_a_session_says_nothing_of_the_other_session():
    page = source("b")
    spoken = (
        role("p-Serik", "Serik", "moderator", "[Serik] moderated the first session.", page),
        role("p-Yerlan", "Yerlan", "speaker", "[Yerlan] spoke.", page),
    )
    of_sessions = dataclasses.replace(report(page), participations=spoken)
    assert not found(told("a", ("p-Serik", "moderator"), ("p-Yerlan", "moderator")), of_sessions)


def test_a_moderator_of_whom_the_other_source_says_nothing_is_none():
    assert not found(told("a", ("p-Serik", "moderator"), ("p-Yerlan", "moderator")), told("b", ("p-Serik", "moderator")))
    assert not found(told("a", ("p-Yerlan", "moderator")), told("b", ("p-Yerlan", "speaker")))


def test_two_against_one_is_one_contradiction_with_all_three_sides():
    one, other = ("p-Gil", "moderator"), ("p-Tak", "moderator")
    (conflict,) = found(told("a", one), told("b", other), told("c", one))
    assert [side.value for side in conflict.sides] == ["Gil", "Tak", "Gil"]


def test_persons_in_two_languages_are_two_where_one_page_has_both():
    both = told("a", ("p-Gil", "moderator"), ("p-Так", "speaker"))
    (conflict,) = found(both, told("b", ("p-Так", "moderator"), language="ru"))
    assert conflict.severity == "medium"


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("The forum was held with the support of the [Lake].", "en"),
        ("Форум организовал центр при поддержке фонда [Lake].", "ru"),
        ("이번 포럼은 [Lake] 후원으로 열렸다.", "ko"),
    ],
)
def test_who_supports_an_occasion_does_not_stand_against_who_organises_it(sentence, language):
    page = dataclasses.replace(source("b"), language=language)
    supported = dataclasses.replace(report(page), participations=(role("o-Lake", "Lake", "organizer", sentence, page),))
    assert not found(told("a", ("o-Mill", "organizer"), language=language), supported)


def test_a_guest_who_congratulates_does_not_stand_against_who_opens():
    opened, greeted = told("a", ("p-Serik", "opening")), told("b", ("p-Yerlan", "opening"), language="ko")
    parts = tuple(dataclasses.replace(part, role_as_printed="축사") for part in greeted.participations)
    assert not found(opened, dataclasses.replace(greeted, participations=parts))
