"""Who sends an embassy and where it is, in three languages."""

from __future__ import annotations

import pytest

from onrecord.match.words import body_words

KOREAN_IN_KAZAKHSTAN = {"embassy", "=KR", "=>KZ"}
KAZAKH_IN_KOREA = {"embassy", "=KZ", "=>KR"}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Embassy of Korea in Kazakhstan", KOREAN_IN_KAZAKHSTAN),
        ("Korean Embassy in Astana", KOREAN_IN_KAZAKHSTAN),
        ("Embassy of the Republic of Korea to the Republic of Kazakhstan", KOREAN_IN_KAZAKHSTAN),
        ("주카자흐스탄 대사관", KOREAN_IN_KAZAKHSTAN),
        ("주카자흐스탄대한민국대사관", KOREAN_IN_KAZAKHSTAN),
        ("Посольство Республики Корея в Казахстане", KOREAN_IN_KAZAKHSTAN),
        ("Посольства Республики Корея в РК", KOREAN_IN_KAZAKHSTAN),
        ("Kazakh Embassy in South Korea", KAZAKH_IN_KOREA),
        ("주한 카자흐스탄 대사관", KAZAKH_IN_KOREA),
        ("주한카자흐스탄대사관", KAZAKH_IN_KOREA),
        ("Посольство Казахстана в Республике Корея", KAZAKH_IN_KOREA),
        ("Посольство РК в Республике Корея", KAZAKH_IN_KOREA),
        ("Embassy of Korea", {"embassy", "=KR"}),
        ("Consulate General of Korea in Almaty", {"consulate", "general", "=KR", "almaty"}),
        ("주알마티 총영사관", {"consulate", "general", "=KR", "알마티"}),
        ("주유엔 카자흐스탄 대표부", {"mission", "un", "=KZ"}),
        ("Institute of Kazakhstan in Korea", {"institute", "=KZ", "=KR"}),
        ("주평화연구소", {"peace", "institute"}),
    ],
)
def test_the_country_that_receives_is_marked(name: str, words: set[str]) -> None:
    assert body_words(name) == words
