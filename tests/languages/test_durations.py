from __future__ import annotations

import pytest

from onrecord.languages.durations import durations_in


@pytest.mark.parametrize(
    ("sentence", "language", "expected"),
    [
        ("그는 갱도를 봉인하는 데 9년이 걸렸다고 했다.", "ko", [("closed", 108, "9년")]),
        ("낡은 시설을 해체하는 데 꼬박 18개월이 들었다.", "ko", [("dismantled", 18, "18개월")]),
        ("발전소를 짓는 데에는 12년이 소요됐다.", "ko", [("built", 144, "12년")]),
        ("그는 9년이 걸렸다고 했다.", "ko", []),
        ("저주를 막은 뒤 3년 동안 그곳에 있었다.", "ko", []),
        ("It took nine years to seal the shafts.", "en", [("closed", 108, "nine year")]),
        ("The dismantlement took another 18 months.", "en", [("dismantled", 18, "18 month")]),
        ("The flight took nine hours.", "en", []),
        ("He took office nine years ago and closed the site.", "en", []),
        ("На закрытие штолен ушло девять лет.", "ru", [("closed", 108, "девять лет")]),
        ("Поездка заняла два года.", "ru", []),
        ("Les travaux ont duré neuf ans.", "fr", []),
    ],
)
def test_how_long_a_work_took_is_read_with_what_it_was(sentence, language, expected):
    assert [(one.act, one.number, one.span.of(sentence)) for one in durations_in(sentence, language)] == expected


def test_about_and_more_than_widen_what_is_meant():
    (about,) = durations_in("갱도를 막는 데 10여 년이 걸렸다.", "ko")
    (more,) = durations_in("It took more than ten years to seal the shafts.", "en")
    assert about.low < about.number < about.high
    assert (more.low, more.number) == (120, 120)
    assert more.high > 120
