"""The particle of a Korean wording fits the name that is put in, and no word of a source is touched."""

from __future__ import annotations

import pytest

from onrecord.serve.particles import with_particles


@pytest.mark.parametrize(
    ("wording", "name", "found"),
    [
        ("“%(a)s”은(는) 맞음", "회담", "“회담”은 맞음"),
        ("“%(a)s”은(는) 맞음", "회의", "“회의”는 맞음"),
        ("%(a)s이(가) 없습니다", "2024년 6월 14일", "2024년 6월 14일이 없습니다"),
        ("%(a)s와(과) 다름", "약 60", "약 60과 다름"),
        ("%(a)s와(과) 다름", "2", "2와 다름"),
        ("%(a)s(으)로 쓸 수 없습니다", "서울", "서울로 쓸 수 없습니다"),
        ("%(a)s(으)로 쓸 수 없습니다", "부산", "부산으로 쓸 수 없습니다"),
        ("%(a)s을(를) 뺌", "Astana", "Astana을(를) 뺌"),
        ("%(a)s을(를) 뺌", "", "을(를) 뺌"),
        ("“%(a)s” 뺌", "그것은(는) 소리", "“그것은(는) 소리” 뺌"),
    ],
)
def test_the_particle_fits_what_is_put_in(wording: str, name: str, found: str):
    assert with_particles(wording, {"a": name}) % {"a": name} == found
