"""What sources on one occasion say of the next one. Texts are made up."""

from __future__ import annotations

import pytest
from tests.made.records import gathering, report, source

from onrecord.languages.sequels import sequels_in
from onrecord.model import PartialDate
from onrecord.review.conflicts import Case, Conflict, find_conflicts


def found(one: str, other: str, language: str = "en") -> tuple[Conflict, ...]:
    texts = {"d-a": one, "d-b": other}
    reports = [report(source(name, language=language, published="2021-10-20"), type="forum") for name in "ab"]
    return find_conflicts(Case((gathering(*reports),), text=texts.__getitem__))


def test_two_cities_for_the_next_occasion_are_a_contradiction_with_both_sentences():
    (conflict,) = found(
        "The next forum will be held in Almaty in May 2022.", "Both agreed to hold the next forum in Seoul next year."
    )
    assert (conflict.kind, conflict.severity) == ("sequel", "medium")
    assert conflict.reason == "Sources say that the next one is to be in Almaty, 2022-05 and in Seoul, 2022."
    assert conflict.sides[1].evidence.sentence == "Both agreed to hold the next forum in Seoul next year."


def test_what_one_side_hopes_for_is_worth_a_look():
    (conflict,) = found(
        "두 기관은 다음 포럼을 내년 5월 알마티에서 열기로 했다.",
        "이사장은 내년에는 서울에서 두 번째 포럼을 열 수 있기를 희망한다고 했다.",
        "ko",
    )
    assert (conflict.kind, conflict.severity) == ("sequel", "low")


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("The next forum will be held in Almaty in May 2022.", "They plan the next forum in Alma-Ata next year.", "en"),
        ("The next forum will be held in Almaty.", "The second forum was held in Seoul in 2019.", "en"),
        ("The next forum will be held in Almaty.", "The forum was held in Seoul.", "en"),
        ("The second forum will be held in Almaty in 2021.", "The third forum will be held in Seoul in 2022.", "en"),
        ("Второй форум пройдёт в Алматы в 2021 году.", "Третий форум пройдёт в Сеуле в 2022 году.", "ru"),
        ("The next forum will be held in autumn.", "The next forum will be held in October.", "en"),
        ("Следующий форум пройдёт в Алматы в мае.", "Стороны договорились: следующий форум будет в Алма-Ате.", "ru"),
    ],
)  # fmt: skip
def test_one_place_told_twice_and_occasions_of_the_past_are_none(one, other, language):
    assert found(one, other, language) == ()


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("The sixth forum will be held in Almaty.", "The 6th forum will take place in Seoul.", "en"),
        ("Шестой форум пройдёт в Алматы.", "Шестой форум пройдет в Усть-Каменогорске.", "ru"),
        ("제6차 포럼은 알마티에서 열릴 예정이다.", "여섯 번째가 될 다음 포럼은 서울에서 열린다.", "ko"),
        ("The next forum will be held in the first half of next year.", "The next forum will be held in the autumn.", "en"),
        ("Следующий форум пройдёт весной 2022 года.", "Следующий форум пройдёт во второй половине 2022 года.", "ru"),
        ("다음 포럼은 내년 상반기에 열릴 예정이다.", "양측은 다음 포럼을 내년 10월에 열기로 했다.", "ko"),
    ],
)
def test_any_turn_of_a_series_and_parts_of_a_year_are_told_apart(one, other, language):
    assert [conflict.kind for conflict in found(one, other, language)] == ["sequel"]


@pytest.mark.parametrize(
    ("text", "language", "place", "date"),
    [
        ("The third round of talks will take place in Vienna in March 2022.", "en", "Vienna", "2022-03"),
        ("Следующая встреча состоится в Сеуле в апреле 2022 года.", "ru", "Сеуле", "2022-04"),
        ("차기 협의회는 내년 3월 서울에서 개최될 예정이다.", "ko", "서울", "2022-03"),
    ],
)
def test_where_and_when_it_is_to_be_is_read_in_three_languages(text, language, place, date):
    (sequel,) = sequels_in(text, language, PartialDate("2021-10-20"))
    assert (sequel.place, str(sequel.date)) == (place, date)


def test_a_language_without_words_for_it_gives_none():
    assert list(sequels_in("The next forum will be held in Almaty.", "fr", None)) == []
