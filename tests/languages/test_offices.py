"""An office is known by its telling words in English, in whatever language a page states it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.languages.offices import is_office_verb, office_words

ONE_OFFICE = [
    ("Deputy Minister of Foreign Affairs", "외교차관", "заместитель министра иностранных дел", "Vice Foreign Minister"),
    ("First Vice Minister", "제1차관", "первый вице-министр", "первым заместителем министра"),
    ("Ambassador to Kazakhstan", "주카자흐스탄 대사", "послом в Казахстане", "посол в Казахстане"),
    ("Chair-professor", "석좌교수"),
    ("Senior Research Fellow", "선임연구위원", "старший научный сотрудник", "старшего научного сотрудника"),
    ("research fellow", "연구위원", "научный сотрудник"),
    ("spokesperson", "대변인", "пресс-секретарь"),
    ("Director-General", "국장", "генеральный директор", "генеральным директором"),
    ("Prime Minister", "총리", "премьер-министр"),
    ("Foreign Minister of Kazakhstan", "카자흐스탄 외교장관", "министр иностранных дел Казахстана"),
    ("Secretary General", "사무총장", "генеральный секретарь"),
    ("professor", "교수", "профессора"),
]
TWO_OFFICES = [
    ("Deputy Foreign Minister", "외교장관"),
    ("посол в Корее", "посол в Казахстане"),
    ("주한 대사", "주일 대사"),
    ("senior fellow", "연구위원"),
    ("министр", "заместитель министра"),
]


@pytest.mark.parametrize("titles", ONE_OFFICE, ids=lambda titles: titles[0])
def test_one_office_in_several_languages(titles):
    assert len({office_words(title) for title in titles}) == 1, [office_words(title) for title in titles]


@pytest.mark.parametrize(("one", "other"), TWO_OFFICES)
def test_two_offices(one, other):
    assert office_words(one) != office_words(other)


def test_words_that_no_table_knows_stand_as_they_are():
    assert office_words("미르소장", "ko") == {"미르", "head"}
    assert office_words("Wardress of the Mill") == {"wardress", "mill"}


def test_verbs_state_an_office():
    assert is_office_verb("heads", "en")
    assert is_office_verb("teaches physics", "en")
    assert not is_office_verb("head", "en")


@given(st.text(max_size=40))
def test_any_title_can_be_asked(title):
    assert office_words(title) == office_words(title.strip())
