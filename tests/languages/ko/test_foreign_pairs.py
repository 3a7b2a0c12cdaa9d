"""Which words before an office are a foreign name of two, whatever the analyser makes of them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import extract_text
from onrecord.languages.ko import foreign_pairs


def parts(text: str) -> list[str]:
    return [span.of(text) for span in foreign_pairs.spans(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("아이벡 누르란 카자흐스탄 부총리를 만났다.", ["아이벡", "누르란"]),
        ("나카무라 유이 나가사키대 교수가 말했다.", ["나카무라", "유이"]),
        ("린 웨이 상하이대 부교수와 다나카 겐 전 대사", ["린", "웨이"]),
        ("세릭 벡테노프 전 카자흐스탄 외교부 제1차관은", ["세릭", "벡테노프"]),
        ("아이벡 누르란 부총리가 왔다. 누르란 부총리는 떠났다.", ["아이벡", "누르란", "누르란"]),
        ("굴나라 소장은 카자흐스탄 대사를 만났다.", []),
        ("사토 교수 연구실 실장", []),
        ("왕 의원은 외교부 장관과", []),
        ("오늘 마 부장은 서울대 교수를", []),
    ],
)
def test_a_first_word_that_is_known_and_an_office_behind_tell_a_name(text: str, found: list[str]):
    assert parts(text) == found


def test_such_a_name_is_one_person_with_the_office():
    text = "정도현 차관은 방한 중인 아이벡 누르란 카자흐스탄 부총리를 만났다."
    text += " 누르란 부총리는 내년에도 두 나라의 대화를 계속하자고 말했다."
    found = extract_text(text, language="ko")
    assert [(p.name, p.aliases) for p in found.persons][1:] == [("아이벡 누르란", ("누르란",))]
    assert [(p.title, p.country) for p in found.positions][1:] == [("부총리", "카자흐스탄")]
    assert [s.speaker_name for s in found.statements] == ["아이벡 누르란"]


@given(st.text(alphabet="아이벡누르란 왕웨대교수장전.사토유\n", max_size=60))
def test_spans_are_words_of_the_text_in_order_and_apart(text: str):
    spans = foreign_pairs.spans(text)
    assert spans == sorted(set(spans))
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(span.of(text).strip(" \n.") and " " not in span.of(text) for span in spans)
