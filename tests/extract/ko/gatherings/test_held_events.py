"""Bodies that hold an event, on sentences of our own about invented ones."""

import pytest

from onrecord import extract_text


@pytest.mark.parametrize(
    ("words", "organizes"),
    [
        ("세미나를 가졌다", True),
        ("청년 캠프를 성황리에 치렀다", True),
        ("‘초원의 길’ 토론회를 진행했다", True),
        ("몽골 외교부와 회담을 가졌다", False),
        ("해마다 결산을 진행했다", False),
    ],
)
def test_who_holds_an_event_organizes_it_and_who_holds_talks_does_not(words, organizes):
    text = f"새벽평화재단은 14일 서울에서 {words}."
    found = extract_text(text, language="ko", published="2021-10-20").gatherings
    roles = {(getattr(p.who, "name", ""), p.role) for g in found for p in g.participations}
    assert (("새벽평화재단", "organizer") in roles) is organizes


@pytest.mark.parametrize(
    ("words", "occasions"),
    [
        ("한빛연구원은 5월 9일부터 21일까지 대전에서 안전조치 교육과정을 운영했다.", [("workshop", "안전조치 교육과정")]),
        ("한빛연구원은 5월 9일 대전에서 규제요원 초청 연수를 진행했다.", [("other", "규제요원 초청 연수")]),
        ("한빛대학은 2년 교육과정을 운영했다.", []),
        ("한빛대학은 5월 9일 비확산 교육을 위한 협약에 관한 조사를 실시했다.", []),
    ],
)
def test_a_course_is_an_occasion_where_it_was_run_on_a_day(words, occasions):
    found = extract_text(words, language="ko", published="2022-09-08").gatherings
    assert [(g.type, g.name) for g in found] == occasions
