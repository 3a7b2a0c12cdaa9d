"""Bodies that one text names in several ways, with invented institutes."""

from __future__ import annotations

import pytest

from onrecord import extract_text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "주카자흐스탄 대사관은 4일 음악회를 열었다. 주카자흐스탄 대한민국 대사관은 해마다 음악회를 연다. "
            "한국 대사관은 손님을 맞았다.",
            {"주카자흐스탄 대한민국 대사관"},
        ),
        (
            "주몽골 대사관과 주카자흐스탄 대사관은 회의를 열었다. 한국 대사관은 손님을 맞았다.",
            {"주몽골 대사관", "주카자흐스탄 대사관", "한국 대사관"},
        ),
        (
            "온빛대 동북아평화연구소는 4일 세미나를 열었다. 동북아평화연구소는 내년에도 세미나를 연다.",
            {"온빛대 동북아평화연구소"},
        ),
    ],
)
def test_a_fuller_name_takes_the_shorter_one(text, names):
    assert {body.name for body in extract_text(text, language="ko").organizations} == names
