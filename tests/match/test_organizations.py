"""Bodies across languages, under abbreviations, and before and after they were renamed."""

from __future__ import annotations

import pytest

from onrecord.match.bodies import one_body
from onrecord.match.organizations import judge, keys
from onrecord.model.resolution import Link, OrganizationSighting


def judged(a: str | tuple[str, ...], b: str | tuple[str, ...]) -> Link | None:
    one, other = ((names,) if isinstance(names, str) else names for names in (a, b))
    return judge(OrganizationSighting("o-1", "d-1", one), OrganizationSighting("o-2", "d-2", other))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("외교부", "Ministry of Foreign Affairs of the Republic of Korea"),
        ("외교부", "МИД Республики Корея"),
        ("МИД Республики Корея", "Ministry of Foreign Affairs, Republic of Korea"),
        ("카자흐스탄 외교부", "МИД Казахстана"),
        ("카자흐스탄 외무부", "Ministry of Foreign Affairs of Kazakhstan"),
        ("Министерства обороны Узбекистана", "Uzbek Defense Ministry"),
        ("국제원자력기구", "МАГАТЭ"),
        ("IAEA", "Международное агентство по атомной энергии"),
        ("Фонд Первого Президента", "FFPRK"),
        ("통일부", "Министерства объединения"),
        ("바람핵물리연구소", "Baram Institute of Nuclear Physics"),
        ("갈대전략연구소", "Galdae Institute for Strategic Studies"),
        ("Карталинский институт региональных исследований", "Kartalin Institute for Regional Studies"),
        ("Центр ядерных технологий «Тобыл»", "Tobyl Center for Nuclear Technologies"),
        ("Институт степной безопасности", "Института степной безопасности"),
        ("주카자흐스탄 한국 대사관", "Посольство Республики Корея в Казахстане"),
        ("갈대대학교", "갈대대"),
        ("MINISTRY OF DEFENSE OF THE REPUBLIC OF KAZAKHSTAN", "카자흐스탄 국방부"),
        ("한별대학교", "Hanbyeol University"),
        ("한금대학교", "Hangeum University"),
        ("Университета Ханбёль", "Hanbyeol University"),
        ("Тобылинского центра реабилитации полигона", "Tobylin Centre for Test Site Rehabilitation"),
    ],
)
def test_names_of_one_body_in_two_languages_are_one(a: str, b: str) -> None:
    link = judged(a, b)
    assert link is not None
    assert link.verdict == "same"
    assert one_body(a, b) or "two names of one body" in link.reasons[0]
    first, second = (keys(OrganizationSighting("o-1", "d-1", (name,))) for name in (a, b))
    assert set(first.held) & set(second.held), "they are never compared"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("외교부", "카자흐스탄 외교부"),
        ("국방부", "Ministry of Defense of Kazakhstan"),
        ("МИД Узбекистана", "МИД Казахстана"),
        ("МИД", "МИД"),
        ("외교부", "외교부 장미국"),
        ("바람핵물리연구소", "Nurly Institute of Nuclear Physics"),
        ("МАГАТЭ", "Comprehensive Nuclear-Test-Ban Treaty Organization"),
        ("Департамент истории Степного института", "Степной институт"),
        ("주일본 한국 대사관", "Посольство Республики Корея в Казахстане"),
        (("카자흐스탄 외교부", "외교부"), "Ministry of Foreign Affairs of the Republic of Korea"),
        ("국제원자력기구", "원자력안전위원회"),
    ],
)
def test_bodies_of_two_countries_or_parts_of_one_stay_two(a: str | tuple[str, ...], b: str) -> None:
    link = judged(a, b)
    assert link is None or link.verdict != "same"


def test_an_abbreviation_of_four_letters_is_that_of_a_korean_name_in_english() -> None:
    link = judged("동북아비확산연구원", "NANI")
    assert link is not None
    assert link.verdict == "same"
    short = judged("Steppe Peace Foundation", "SPF")
    assert short is not None
    assert short.verdict == "unsure"


def test_a_renamed_body_is_one_and_the_reason_says_until_when_it_had_the_other_name() -> None:
    link = judged("외교통상부", "Ministry of Foreign Affairs of the Republic of Korea")
    assert link is not None
    assert link.verdict == "same"
    assert "renamed" in link.reasons[0]
    assert "외교통상부 until 2013-03" in link.reasons[0]
