"""Topics of one thought agree in English, Korean and Russian, on sentences that we wrote in parallel."""

from __future__ import annotations

import pytest

from onrecord.extract.topics import topics_of

PARALLEL = [
    (
        "Sanctions should be eased only after inspectors have verified the dismantlement.",
        "제재는 사찰단이 해체를 검증한 뒤에만 완화해야 한다.",
        "Санкции следует смягчать только после того, как инспекторы проверят демонтаж.",
    ),
    (
        "Security guarantees are the price of denuclearization.",
        "안전보장은 비핵화의 대가이다.",
        "Гарантии безопасности – цена денуклеаризации.",
    ),
    (
        "Humanitarian aid must not wait for the talks.",
        "인도적 지원은 협상을 기다려서는 안 된다.",
        "Гуманитарная помощь не должна ждать переговоров.",
    ),
    (
        "The inspectors of the IAEA must return to Yongbyon.",
        "IAEA 사찰단이 영변으로 돌아가야 한다.",
        "Инспекторы МАГАТЭ должны вернуться в Йонбён.",
    ),
    (
        "Dialogue between the two Koreas must resume.",
        "남북 대화가 재개되어야 한다.",
        "Межкорейский диалог должен возобновиться.",
    ),
]


@pytest.mark.parametrize(("english", "korean", "russian"), PARALLEL)
def test_one_thought_has_the_same_topics_in_each_language(english: str, korean: str, russian: str):
    found = [topics_of((words,), language) for words, language in ((english, "en"), (korean, "ko"), (russian, "ru"))]
    assert found[0]
    assert found[0] == found[1] == found[2]
