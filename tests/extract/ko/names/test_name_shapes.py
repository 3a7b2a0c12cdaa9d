"""Where one person's name ends and another word begins."""

import pytest

from onrecord import extract_text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("마누엘 카스트로 리베라 IAEA 사무차장은 말했다.", ["마누엘 카스트로 리베라"]),
        ("누리평화연구원 대외협력실 심규나 연구원이 왔다.", ["심규나"]),
        ("위성하 온새미학원 이사장이 왔다.", ["위성하"]),
        ("대니얼 오퍼먼 한빛연구소 고문이 왔다. 오퍼먼 고문은 웃었다.", ["대니얼 오퍼먼"]),
        ("시민단체 핵없는내일이 행사를 열었다. 변다해 핵없는내일 사무국장이 왔다.", ["변다해"]),
        ("양 장관은 다시 만나기로 했다.", []),
        ("박재욱 주카자흐스탄 대사가 축사를 했다.", ["박재욱"]),
        ("노재욱 주우즈베키스탄대사가 축사를 했다.", ["노재욱"]),
    ],
)
def test_a_name_holds_no_word_of_a_body(text, names):
    assert [p.name for p in extract_text(text, language="ko", published="2021-10-20").persons] == names


def test_a_short_given_name_before_a_womans_surname_is_hers():
    found = extract_text(
        "제2세션은 미나 카리모바 선임연구원이 이끌었다. 그러나 유수포바 차관은 오지 않았다.", language="ko"
    ).persons
    assert {person.name for person in found} == {"미나 카리모바", "유수포바"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("응우옌 티 란 주한베트남대사가 왔다. 란 대사는 웃었다.", ["응우옌 티 란"]),
        ("베트남 측 레 꽝 투언 정무참사관이 배석했다.", ["레 꽝 투언"]),
        ("보 티 짱 국장과 황 꾸옥 빈 회장이 왔다.", ["보 티 짱", "황 꾸옥 빈"]),
        ("도안 민 카이는 웃었다.", ["도안 민 카이"]),
        ("부 장관은 더 안 하기로 했다.", []),
        ("하마드 빈 나세르 알마리 오만 외교부 특사가 왔다. 알마리 특사는 웃었다.", ["하마드 빈 나세르 알마리"]),
        ("텅 빈 회의장을 알마티 대표가 보았다.", []),
        ("CEAC의 Dr. Vera Kolesnik 소장은 웃었다. Kolesnik 소장은 앉았다.", ["Vera Kolesnik"]),
        ("James Whitlow(前 미 국무부 부차관보)가 왔다.", ["James Whitlow"]),
        ("사회 맹다온 (한빛전략연구원 부원장)", ["맹다온"]),
        ("설참이 KHIA 연구위원은 웃었다.", ["설참이"]),
        ("△안전조치본부장 당찬빛", ["당찬빛"]),
    ],
)
def test_names_of_several_parts_and_in_latin_letters_are_one_name(text, names):
    assert [p.name for p in extract_text(text, language="ko", published="2021-10-20").persons] == names


def test_the_last_words_of_a_vietnamese_name_are_short_for_it():
    found = extract_text("응우옌 티 투 란 대사가 왔다. 투 란 대사는 웃었다.", language="ko").persons
    assert [(p.name, p.aliases) for p in found] == [("응우옌 티 투 란", ("투 란",))]
