"""Forums and councils that arrange something are bodies; those that open or take place are occasions."""

from __future__ import annotations

import pytest

from onrecord import extract_text


@pytest.mark.parametrize(
    "sentence",
    [
        "국회 한마음평화포럼이 마련한 토론회가 4일 국회에서 열렸다.",
        "한마음평화포럼(이사장 도하람)은 4일 서울에서 세미나를 열었다.",
        "한마음평화포럼의 공동대표인 도하람 교수가 4일 서울에서 열린 세미나에서 발제했다.",
        "한마음평화협의회는 4일 서울에서 총회를 열고 성명을 냈다.",
    ],
)
def test_what_arranges_is_a_body(sentence: str):
    found = extract_text(sentence)
    assert any(body.name.endswith(("한마음평화포럼", "한마음평화협의회")) for body in found.organizations)
    assert not any("한마음평화" in (one.name or "") for one in found.gatherings)


def test_a_forum_that_is_opened_is_an_occasion():
    found = extract_text("한마음평화포럼이 4일 서울에서 개막했다. 포럼의 본회의에서 도하람 교수가 연설했다.")
    assert [one.name for one in found.gatherings][:1] == ["한마음평화포럼"]
    assert not any("한마음평화" in body.name for body in found.organizations)
