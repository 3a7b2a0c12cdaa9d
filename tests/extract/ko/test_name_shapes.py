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
